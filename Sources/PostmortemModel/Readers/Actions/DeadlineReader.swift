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
      if let quarter = quarter(in: line) { return quarter }
    }
    return nil
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

  /// "by 12 May", "until …", "(2024-05-20)".
  private func isDeadline(_ span: SourceSpan, _ line: Int) -> Bool {
    var offset = span.start - 1
    let start = text.lines[line].span.start
    while offset >= start, text.plain[offset] == 0x20 { offset -= 1 }
    if offset >= start, text.isMark(offset, of: "([,-") { return span.end >= text.lines[line].span.end - 2 }
    guard let word = text.wordRanges[line].last(where: { Int(text.words[$0].end) <= span.start }) else {
      return false
    }
    return text.isWord(word, ["by", "until", "before", "due", "bis", "hasta", "avant"])
  }

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
