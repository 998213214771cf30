import MarkdownTree

/// Headings that stand before their text in one line.
extension HeadingFinder {
  /// A name that runs into its text: `**Impact:** 80 % of users`, "Impact: 80 % of users".
  func label(_ line: Int) -> Heading? {
    let words = text.wordRanges[line]
    guard let first = words.first, names.mayOpen(first) else { return nil }
    let start = shapes.contentStart(line)
    let textLine = text.lines[line]
    guard let end = shapes.labelEnd(line, from: start), !shapes.tellsClock(line, before: end.name) else {
      return nil
    }
    let last = words.first { Int(text.words[$0].start) >= end.name } ?? words.upperBound
    guard last > words.lowerBound, last - words.lowerBound <= 9,
      let match = names.match(words.lowerBound..<last, .strict), match.isExact || end.isBold,
      !match.isWeak || (end.isBold && textLine.marker == nil), match.kinds != [.title]
    else { return nil }
    // "TODO: mail the list" is a note, "TODO:" alone a heading.
    if last == words.lowerBound + 1, text.words[words.lowerBound].isShouted,
      text.isWord(words.lowerBound, "todo")
    {
      return nil
    }
    let isDistinct = last - words.lowerBound >= 3 && match.isExact && match.kinds != [.other]
    if !end.isBold && !isDistinct && !text.words[words.lowerBound].isCapitalised
      && !text.words[words.lowerBound].traits.contains(.ideograph) && !shapes.opensWithTLDR(line)
    {
      return nil
    }
    return Heading(
      match: match, line: line, span: SourceSpan(start, end.name), bodyStart: end.body, form: .label,
      level: 10)
  }

  /// "Issue Summary: Duration: 10 AM to 2 PM (UTC) Impact: …": labels that run on in one line.
  func furtherLabels(_ first: Heading) -> [Heading] {
    var result: [Heading] = []
    var start = first.bodyStart
    let words = text.wordRanges[first.line]
    // A line has room for a dozen at most.
    for _ in 0..<12 {
      guard let colon = shapes.colon(in: first.line, from: start) else { break }
      let last = text.firstWord(from: colon, in: words)
      for length in [2, 1] where last - length >= words.lowerBound {
        let name = last - length..<last
        guard Int(text.words[name.lowerBound].start) >= start, text.words[name.lowerBound].isCapitalised,
          Int(text.words[last - 1].end) == colon || text.plain[Int(text.words[last - 1].end)] == 0x20,
          let match = names.match(name, .strict), match.isExact, !match.isWeak, match.kinds != [.title],
          match.kinds != [.other]
        else { continue }
        let span = SourceSpan(Int(text.words[name.lowerBound].start), colon)
        result.append(
          Heading(
            match: match, line: first.line, span: span,
            bodyStart: shapes.skipBlanks(colon + 1, text.lines[first.line].span.end),
            form: .label, level: 10))
        break
      }
      start = colon + 1
    }
    return result
  }
}
