import MarkdownTree

/// Finds by when a task is due: a word of its own ("next week"), a date that "by" or a parenthesis leads, a quarter.
struct DeadlineReader {
  let text: ReportText
  let shapes: LineShapes

  func due(in lines: [Int]) -> SourceSpan? {
    for line in lines {
      for hit in text.cues(ofLine: line) where hit.cue == .deadline {
        let word = text.span(of: hit)
        return deadline(behind: word.end, line) ?? word
      }
      for case .date(let date) in text.times[line] where isDeadline(date.span, line) { return date.span }
      for case .duration(let length) in text.times[line] where isDeadline(length, line) { return length.span }
      if let quarter = quarter(in: line) { return quarter }
    }
    return nil
  }

  /// "within two weeks": nothing but work takes days.
  private func isDeadline(_ length: DurationMention, _ line: Int) -> Bool {
    guard length.seconds >= 2 * 86_400,
      let word = text.lastWord(before: length.span.start, line)
    else { return false }
    return text.isWord(word, ["within", "innerhalb", "binnen"])
  }

  /// "### Long-term (Q4 2025)", "### Immediate (today)": a time frame for all items below.
  func due(ofHeading line: Int) -> SourceSpan? {
    if let quarter = quarter(in: line) { return quarter }
    for hit in text.cues(ofLine: line) where hit.cue == .deadline { return text.span(of: hit) }
    for case .date(let date) in text.times[line] { return date.span }
    for case .duration(let length) in text.times[line] where shapes.hasParenthesis(line) {
      return length.span
    }
    return nil
  }

  /// The date or length of time right behind a word.
  private func deadline(behind end: Int, _ line: Int) -> SourceSpan? {
    text.times[line].first { $0.span.start >= end && $0.span.start - end <= 6 }?.span
  }

  /// "by 12 May", "until …", "(2024-05-20)", "(Mei, 2024-05-20, PAY-7)".
  private func isDeadline(_ span: SourceSpan, _ line: Int) -> Bool {
    var offset = span.start - 1
    let start = text.lines[line].span.start
    while offset >= start, text.plain[offset] == 0x20 { offset -= 1 }
    if offset >= start, text.isMark(offset, of: "([,-") {
      return span.end >= text.lines[line].span.end - 2 || standsInNote(span, line)
    }
    guard let word = text.lastWord(before: span.start, line) else { return false }
    return text.isWord(word, ["by", "until", "before", "due", "bis", "hasta", "avant"])
  }

  /// Whether a date is one of the things listed in a parenthesis that closes the line.
  private func standsInNote(_ span: SourceSpan, _ line: Int) -> Bool {
    let whole = text.lines[line].span
    guard span.end < whole.end, text.isMark(span.end, of: ",;"),
      whole.end - span.end <= DeadlineReader.longestNote
    else { return false }
    let closing = (span.end..<whole.end).first { text.isMark($0, of: ")]") }
    guard let closing, closing >= whole.end - 2 else { return false }
    return (max(whole.start, span.start - DeadlineReader.longestNote)..<span.start)
      .last { text.isMark($0, of: "()[]") }
      .map { text.isMark($0, of: "([") } ?? false
  }

  private static let longestNote = 80

  /// "Q3", "Q4 2025".
  private func quarter(in line: Int) -> SourceSpan? {
    for word in text.wordRanges[line] {
      let span = text.words[word].span
      if span.length == 2, text.isMark(span.start, of: "Q"), text.isMark(span.start + 1, of: "1234") {
        return span
      }
    }
    return nil
  }
}
