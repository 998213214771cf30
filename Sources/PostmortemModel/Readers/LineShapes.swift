import MarkdownTree

/// What the lines of a report look like, whatever they say.
struct LineShapes {
  let text: ReportText
  /// Whether nearly all of the report stands in a block quote, so that quotes are not set aside.
  private let isAllQuoted: Bool
  /// Indices of tables whose first column holds names ("Date | …").
  private let fieldTables: Set<Int>

  init(_ text: ReportText) {
    self.text = text
    let quoted = text.lines.count { $0.isQuoted }
    isAllQuoted = quoted * 5 > text.lines.count * 4
    fieldTables = LineShapes.fieldTables(text)
  }

  /// Whether the line is the writer's own text, not code and not a quotation.
  func isReadable(_ line: Int) -> Bool {
    let textLine = text.lines[line]
    if textLine.isQuoted && !isAllQuoted { return false }
    return textLine.context != .code(isFenced: true)
  }

  // MARK: The start of a line

  /// The end of a mark that reads as a bullet though Markdown makes none of it: "• ", "— ", "1. " in a paragraph.
  func pseudoMarkerEnd(_ line: Int) -> Int? {
    let span = text.lines[line].span
    guard text.lines[line].context == .paragraph || text.lines[line].context == .code(isFenced: false) else { return nil }
    var offset = skipBlanks(span.start, span.end)
    guard offset < span.end else { return nil }
    let byte = text.plain[offset]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
      return offset + 1 < span.end && text.plain[offset + 1] == 0x20 ? skipBlanks(offset + 1, span.end) : nil
    }
    let bullets: [[UInt8]] = [[0xE2, 0x80, 0xA2], [0xE2, 0x96, 0xAA], [0xE2, 0x97, 0x8F], [0xE2, 0x9E, 0xA1],
      [0xE2, 0x9E, 0xA2], [0xE2, 0x97, 0xA6], [0xC2, 0xB7]]
    for bullet in bullets where text.plain[offset..<span.end].starts(with: bullet) {
      return skipBlanks(offset + bullet.count, span.end)
    }
    let digits = offset
    while offset < span.end, isDigit(offset), offset - digits < 3 { offset += 1 }
    guard offset > digits, offset + 1 < span.end, text.plain[offset] == 0x2E || text.plain[offset] == 0x29,
      text.plain[offset + 1] == 0x20 || isTime(after: offset + 1, span.end)
    else { return nil }
    return isDigit(offset + 1) && text.plain[offset] == 0x2E && !isTime(after: offset + 1, span.end)
      ? nil : skipBlanks(offset + 1, span.end)
  }

  /// "10.12:30 PM": an item numbered without a blank.
  private func isTime(after offset: Int, _ end: Int) -> Bool {
    var offset = offset
    while offset < end, isDigit(offset) { offset += 1 }
    return offset < end && text.plain[offset] == UInt8(ascii: ":")
  }

  /// Whether the line opens a list item, by Markdown's rules or by its looks.
  func isItem(_ line: Int) -> Bool { text.lines[line].marker != nil || pseudoMarkerEnd(line) != nil }

  /// The offset of the line's text after any mark that reads as a bullet.
  func contentStart(_ line: Int) -> Int {
    let span = text.lines[line].span
    return pseudoMarkerEnd(line) ?? min(span.end, skipBlanks(span.start, span.end))
  }

  func span(_ line: Int) -> SourceSpan { SourceSpan(contentStart(line), text.lines[line].span.end) }

  /// Whether the first thing told is a clock time or date that opens an entry.
  func startsWithTime(_ line: Int) -> Bool { leadingTime(line) != nil }

  /// The time or date that the line starts with, after marks such as "~", "[" and bold.
  func leadingTime(_ line: Int) -> TimeMention? {
    let start = contentStart(line)
    for mention in text.times[line] where mention.span.start >= start {
      switch mention {
      case .range, .duration, .elapsed: continue
      case .clock, .date:
        return hasLetters(start, mention.span.start) && !leadsToTime(line, start, mention.span.start) ? nil : mention
      }
    }
    return nil
  }

  /// Whether only words such as "at", "before", "between" stand before a time: "antes de las 18:40".
  private func leadsToTime(_ line: Int, _ start: Int, _ end: Int) -> Bool {
    guard isItem(line) || text.lines[line].opensBlock else { return false }
    let words = text.wordRanges[line].filter { Int(text.words[$0].start) >= start && Int(text.words[$0].end) <= end }
    let leads = text.cues(ofLine: line, in: SourceSpan(start, end)).filter { $0.cue == .timeLead }
    return words.count <= 4 && words.allSatisfy { word in leads.contains { $0.words.contains(word) } }
  }

  /// Whether a word, other than of weekdays, stands between two offsets.
  func hasLetters(_ start: Int, _ end: Int) -> Bool {
    for offset in start..<max(start, end) {
      let byte = text.plain[offset]
      if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 { return true }
      if byte >= 0xC3 && byte <= 0xE9 && byte != 0xE2 { return true }
    }
    return false
  }

  /// Whether a heading is a time or a day of the timeline rather than the name of a section.
  func isTimeHeading(_ line: Int, isFirst: Bool) -> Bool {
    guard let mention = leadingTime(line) else { return false }
    if case .date = mention {
      let hasClock = text.times[line].contains { if case .clock = $0 { true } else { false } }
      let rest = text.wordRanges[line].count { Int(text.words[$0].start) >= mention.span.end }
      return hasClock ? rest <= 12 && !isFirst : rest == 0 || (!isFirst && rest <= 6 && hasParenthesis(line))
    }
    return true
  }

  // MARK: Looks

  /// Whether every letter of the line is bold (or set apart as a whole by emphasis).
  func isBold(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    let styles = text.document.styles
    return !words.isEmpty
      && words.allSatisfy {
        let style = styles[Int(text.words[$0].start)]
        return style.contains(.strong) || (style.contains(.emphasis) && words.count <= 6)
      }
  }

  func endsWithColon(_ line: Int) -> Bool {
    var last: UInt8 = 0
    for offset in span(line).range.reversed() {
      let byte = text.plain[offset]
      if byte == 0x20 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") { continue }
      last = byte
      break
    }
    return last == UInt8(ascii: ":") || last == UInt8(ascii: ";")
  }

  func endsSentence(_ line: Int) -> Bool {
    let end = lastByte(line)
    return end == UInt8(ascii: ".") || end == UInt8(ascii: ",") || end == UInt8(ascii: "!")
  }

  private func lastByte(_ line: Int) -> UInt8? {
    text.lines[line].span.range.reversed().first { text.plain[$0] != 0x20 }.map { text.plain[$0] }
  }

  func hasParenthesis(_ line: Int) -> Bool {
    text.lines[line].span.range.contains { text.plain[$0] == UInt8(ascii: "(") }
  }

  /// Whether the line is the only one of its paragraph.
  func standsAlone(_ line: Int) -> Bool { text.document.blocks[text.lines[line].block].lines.count == 1 }

  /// Whether a bare line may be a heading where it stands: alone, first of its paragraph, or after a line that ends.
  func mayStandAlone(_ line: Int) -> Bool {
    let textLine = text.lines[line]
    if textLine.opensBlock || line == 0 || text.lines[line - 1].block != textLine.block { return true }
    guard let last = lastByte(line - 1) else { return true }
    return last == 0x2E || last == 0x3A || last == 0x3B || last == 0x21 || last == 0x3F || last == 0x22 || last == 0x29
      || text.wordRanges[line - 1].count <= 8 || last >= 0x80
  }

  /// Whether the first letter is a capital, or no letter of an alphabet that has them.
  func startsLikeHeading(_ line: Int) -> Bool {
    guard let first = text.wordRanges[line].first else { return false }
    let word = text.words[first]
    if word.isNumber { return text.wordRanges[line].count > 1 }
    return word.isCapitalised || word.traits.contains(.ideograph)
      || (standsAlone(line) && text.wordRanges[line].count <= 4) || word.traits.contains(.digits)
  }

  /// Whether a deeper item or more text of the same item follows.
  func hasNestedText(_ line: Int) -> Bool {
    let next = line + 1
    guard next < text.lines.count else { return false }
    return text.lines[next].depth > text.lines[line].depth
      || text.lines[next].indent > text.lines[line].indent && !text.lines[next].context.isHeading
  }

  /// The first colon of a line that ends a word, at or after an offset.
  func colon(in line: Int, from start: Int) -> Int? {
    let end = text.lines[line].span.end
    var offset = start
    while offset < end {
      if text.plain[offset] == UInt8(ascii: ":"), !(offset + 1 < end && isDigit(offset + 1)) { return offset }
      offset += 1
    }
    return nil
  }

  struct LabelEnd {
    /// The offset after the name.
    let name: Int
    /// The offset where the text begins.
    let body: Int
    let isBold: Bool
  }

  /// Where a label that starts at `start` ends: at a colon, or at the end of bold type before more text.
  func labelEnd(_ line: Int, from start: Int) -> LabelEnd? {
    let end = text.lines[line].span.end
    let styles = text.document.styles
    guard let first = text.wordRanges[line].first(where: { Int(text.words[$0].start) >= start }) else { return nil }
    let isBold = styles[Int(text.words[first].start)].contains(.strong)
      || styles[Int(text.words[first].start)].contains(.emphasis)
    var boldEnd = Int(text.words[first].start)
    while boldEnd < end, isBold,
      !styles[boldEnd].isDisjoint(with: [.strong, .emphasis]) || text.plain[boldEnd] == 0x20 && styles[boldEnd].contains(.markup)
    {
      boldEnd += 1
    }
    if let colon = colon(in: line, from: Int(text.words[first].start)), colon - start < 80 {
      if !isBold || colon <= boldEnd + 2 {
        return LabelEnd(name: colon, body: skipBlanks(colon + 1, end), isBold: isBold)
      }
    }
    guard isBold, boldEnd < end else { return nil }
    var body = skipBlanks(boldEnd, end)
    if body < end, text.plain[body] == UInt8(ascii: "-") { body = skipBlanks(body + 1, end) } else { return nil }
    return LabelEnd(name: boldEnd, body: body, isBold: true)
  }

  // MARK: Tables

  func isFieldTable(_ table: Int) -> Bool { fieldTables.contains(table) }

  /// Tables of two or three columns without times, half of whose first cells are names of sections or fields.
  private static func fieldTables(_ text: ReportText) -> Set<Int> {
    var result: Set<Int> = []
    let blocks = text.document.blocks
    let names = NameReader(text: text)
    for (index, block) in blocks.enumerated() where block.kind == .table {
      var rows = 0
      var named = 0
      var columns = 0
      var row = index + 1
      while row < block.end {
        var cell = row + 1
        rows += 1
        var count = 0
        while cell < blocks[row].end {
          count += 1
          if blocks[cell].kind == .cell(column: 0), let line = blocks[cell].lines.first,
            let match = names.match(text.wordRanges[line], .strict), match.isExact
          {
            named += 1
          }
          cell = blocks[cell].end
        }
        columns = max(columns, count)
        row = blocks[row].end
      }
      if columns >= 2, columns <= 3, named >= 2, named * 2 >= rows { result.insert(index) }
    }
    return result
  }

  // MARK: Bytes

  func isDigit(_ offset: Int) -> Bool { text.plain[offset] >= 0x30 && text.plain[offset] <= 0x39 }

  func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, text.plain[offset] == 0x20 || text.plain[offset] == 0x09 { offset += 1 }
    return offset
  }
}

extension TextLine.Context {
  var isHeading: Bool { if case .heading = self { true } else { false } }
  var isCell: Bool { if case .cell = self { true } else { false } }
}
