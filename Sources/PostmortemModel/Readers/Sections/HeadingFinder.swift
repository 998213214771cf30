import MarkdownTree

/// Finds the lines that a reader takes for headings. Forms are tried in a fixed order; the first that fits wins.
struct HeadingFinder {
  let text: ReportText
  let shapes: LineShapes
  let names: NameReader

  init(_ text: ReportText, _ shapes: LineShapes) {
    self.text = text
    self.shapes = shapes
    names = NameReader(text: text)
  }

  func headings() -> [Heading] {
    var headings: [Heading] = []
    for line in text.lines.indices where shapes.isReadable(line) {
      guard let heading = heading(at: line, after: headings) else { continue }
      headings.append(heading)
      if heading.isLabel || heading.form == .plainLine, !shapes.isItem(line) {
        headings += furtherLabels(heading)
      }
    }
    return headings
  }

  private func heading(at line: Int, after headings: [Heading]) -> Heading? {
    let words = text.wordRanges[line]
    guard let first = words.first else { return nil }
    switch text.lines[line].context {
    case .heading(let level): return markdownHeading(line, level, isFirst: headings.isEmpty)
    case .cell(let column, _): return column == 0 ? row(line) : nil
    case .paragraph, .code:
      guard names.mayOpen(first) || shapes.isBold(line), !shapes.startsWithTime(line) else { return nil }
      return boldLine(line, isFirst: headings.isEmpty) ?? plainLine(line) ?? label(line)
    }
  }

  // MARK: Forms

  private func markdownHeading(_ line: Int, _ level: Int, isFirst: Bool) -> Heading? {
    let span = text.lines[line].span
    let words = text.wordRanges[line]
    // A paragraph above a line of dashes is a heading to Markdown alone; a time is an entry of the timeline.
    if words.count > 25 || !shapes.standsAlone(line) || shapes.isTimeHeading(line, isFirst: isFirst) {
      return nil
    }
    var form = Section.Form.atx
    if case .heading(_, let written) = text.document.blocks[text.lines[line].block].kind {
      form = written == .atx ? .atx : written == .setext ? .setext : .html
    }
    let match =
      names.match(words, isFirst ? .strict : .heading) ?? (isFirst ? names.misspeltName(words) : nil)
      ?? NameReader.Match()
    return Heading(
      match: withRunIn(match, line), line: line, span: span, bodyStart: span.end, form: form,
      level: text.lines[line].depth > 0 ? 9 : level)
  }

  /// "Issue Summary: Duration: 2 hours" is a summary and a field.
  private func withRunIn(_ match: NameReader.Match, _ line: Int) -> NameReader.Match {
    guard !match.kinds.isEmpty, let colon = shapes.colon(in: line, from: text.lines[line].span.start) else {
      return match
    }
    let rest = text.wordRanges[line].filter { Int(text.words[$0].start) > colon }
    guard let first = rest.first, let second = shapes.colon(in: line, from: colon + 1),
      let end = rest.first(where: { Int(text.words[$0].start) > second }),
      let field = names.match(first..<end, .strict), field.isExact
    else { return match }
    var result = match
    result.kinds += field.kinds.filter { !match.kinds.contains($0) }
    return result
  }

  /// A line that is bold from end to end; in a list, an item of which that is true.
  private func boldLine(_ line: Int, isFirst: Bool) -> Heading? {
    guard shapes.isBold(line) else { return nil }
    let words = text.wordRanges[line]
    let textLine = text.lines[line]
    let isItem = textLine.marker != nil || shapes.pseudoMarkerEnd(line) != nil
    guard wordsOfName(line).count <= 14 else { return nil }
    if let match = names.match(words, isFirst ? .strict : isItem ? .tail : .heading),
      !(isItem && match.isWeak)
    {
      if !match.isExact, let label = label(line), label.match.isExact { return label }
      return Heading(
        match: match, line: line, span: textLine.span, bodyStart: textLine.span.end,
        form: isItem ? .item : .boldLine,
        level: isItem ? 9 : 7)
    }
    // Another bold line on its own parts the text all the same.
    guard !isItem, textLine.depth == 0, shapes.standsAlone(line), !shapes.endsSentence(line),
      words.contains(where: { !text.words[$0].isNumber }), label(line) == nil
    else { return nil }
    return Heading(
      match: NameReader.Match(), line: line, span: textLine.span, bodyStart: textLine.span.end,
      form: .boldLine, level: 7)
  }

  /// A line of plain text that is a name: "Timeline:", "🕰️ Timeline", "Issue Summary".
  private func plainLine(_ line: Int) -> Heading? {
    let textLine = text.lines[line]
    let words = text.wordRanges[line]
    let name = wordsOfName(line)
    guard name.count <= 12 else { return nil }
    let hasColon = shapes.endsWithColon(line)
    if !hasColon && (shapes.endsSentence(line) || shapes.isNote(line)) { return nil }
    guard let match = names.match(words, hasColon ? .tail : .strict) else { return nil }
    // A name of several words is one in small letters too.
    guard
      shapes.startsLikeHeading(line)
        || (match.isExact || name.count < words.count && names.isName(name)) && !match.isWeak
          && name.count >= (hasColon ? 1 : 2)
    else {
      return nil
    }
    if !hasColon, !shapes.mayStandAlone(line), words.count < 2 || !match.isExact || match.isWeak {
      return nil
    }
    let isItem = textLine.marker != nil || shapes.pseudoMarkerEnd(line) != nil
    if match.isWeak && !(hasColon || shapes.standsAlone(line)) { return nil }
    // Without a colon a list item of one word is an item, a line with a tail is text.
    let isNumbered = isNumberedName(line) && match.isExact && !match.isWeak
    if isItem && !hasColon && !isNumbered && (match.isWeak || !shapes.hasNestedText(line)) { return nil }
    if !hasColon && !match.isExact && !shapes.hasParenthesis(line) { return nil }
    let start = shapes.contentStart(line)
    return Heading(
      match: match, line: line, span: SourceSpan(start, textLine.span.end), bodyStart: textLine.span.end,
      form: isItem ? .item : .plainLine, level: isNumbered ? 7 : isItem ? 9 : hasColon ? 8 : 7)
  }

  /// The words of a line without what it says in parentheses at its end.
  private func wordsOfName(_ line: Int) -> Range<Int> {
    let words = text.wordRanges[line]
    guard shapes.endsWithParenthesis(line),
      let opening = text.lines[line].span.range.first(where: { text.plain[$0] == UInt8(ascii: "(") })
    else { return words }
    return words.lowerBound..<text.firstWord(from: opening, in: words)
  }

  /// "2. Timeline" alone: Markdown makes an item of it, its writer numbered his headings.
  private func isNumberedName(_ line: Int) -> Bool {
    guard text.lines[line].marker?.number != nil, shapes.standsAlone(line), text.lines[line].depth <= 1 else {
      return false
    }
    let next = line + 1
    return next >= text.lines.count || text.lines[next].marker?.number == nil
  }

  /// A row of a table of names and values.
  private func row(_ line: Int) -> Heading? {
    let cell = text.document.blocks[text.lines[line].block]
    let row = text.document.blocks[cell.parent]
    guard shapes.isFieldTable(row.parent), let next = text.lines.indices.dropFirst(line).dropFirst().first,
      row.lines.contains(next), let match = names.match(text.wordRanges[line], .strict), match.isExact,
      !match.isWeak || match.kinds == [.rootCause]
    else { return nil }
    return Heading(
      match: match, line: line, span: text.lines[line].span, bodyStart: text.lines[next].span.start,
      form: .row,
      level: 10)
  }
}
