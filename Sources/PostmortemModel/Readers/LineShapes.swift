import MarkdownTree

/// What the lines of a report look like, whatever they say.
///
/// An object, since it is handed to every reader.
final class LineShapes: Sendable {
  let text: ReportText
  private let fieldTables: FieldTables
  private let isReadable: [Bool]
  private let starts: [Start]

  private struct Start {
    /// The offset of the line's text after any mark that reads as a bullet.
    let content: UInt32
    let hasPseudoMarker: Bool
  }

  init(_ text: ReportText) {
    self.text = text
    starts = text.plain.withUnsafeBufferPointer { plain in text.lines.map { LineShapes.start(of: $0, plain) }
    }
    // Where nearly all of the report stands in a block quote, quotes are not set aside.
    let quoted = text.lines.count { $0.isQuoted }
    let isAllQuoted = quoted * 5 > text.lines.count * 4
    isReadable = text.lines.indices.map { line in
      if case .code(isFenced: true) = text.lines[line].context { return false }
      return !text.lines[line].isQuoted || isAllQuoted || text.isTLDR(line)
    }
    fieldTables = FieldTables(text)
  }

  /// Whether the line is the writer's own text, not code and not a quotation.
  func isReadable(_ line: Int) -> Bool { isReadable[line] }

  // MARK: The start of a line

  /// The end of a mark that reads as a bullet though Markdown makes none of it: "• ", "— ", "1. " in a paragraph.
  func pseudoMarkerEnd(_ line: Int) -> Int? {
    starts[line].hasPseudoMarker ? Int(starts[line].content) : nil
  }

  private static func start(of line: TextLine, _ plain: UnsafeBufferPointer<UInt8>) -> Start {
    let end = min(line.span.end, plain.count)
    switch line.context {
    case .paragraph, .code(isFenced: false):
      if let marked = PseudoMarker.end(plain, line.span.start, end) {
        return Start(content: UInt32(clamping: marked), hasPseudoMarker: true)
      }
    default: break
    }
    let start = PseudoMarker.skipBlanks(plain, line.span.start, end)
    return Start(content: UInt32(clamping: min(line.span.end, start)), hasPseudoMarker: false)
  }

  /// Whether the line opens a list item, by Markdown's rules or by its looks.
  func isItem(_ line: Int) -> Bool { starts[line].hasPseudoMarker || text.lines[line].marker != nil }

  /// The offset of the line's text after any mark that reads as a bullet.
  func contentStart(_ line: Int) -> Int { Int(starts[line].content) }

  func span(_ line: Int) -> SourceSpan { SourceSpan(contentStart(line), text.lines[line].span.end) }

  /// Whether a word, other than of weekdays, stands between two offsets.
  func hasLetters(_ start: Int, _ end: Int) -> Bool {
    for offset in start..<max(start, end) {
      let byte = text.plain[offset]
      if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 { return true }
      if byte >= 0xC3 && byte <= 0xE9 && byte != 0xE2 { return true }
    }
    return false
  }

  // MARK: Looks

  /// Whether every letter of the line is bold (or set apart as a whole by emphasis).
  func isBold(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    return !words.isEmpty
      && words.allSatisfy {
        let style = text.style(ofWord: $0)
        return style.contains(.strong) || (style.contains(.emphasis) && words.count <= 6)
      }
  }

  func endsWithColon(_ line: Int) -> Bool {
    let last = span(line).range.last { !text.isMark($0, of: " *_-") }
    return last.map { text.isMark($0, of: ":;") } ?? false
  }

  func endsSentence(_ line: Int) -> Bool {
    let end = lastByte(line)
    return end == UInt8(ascii: ".") || end == UInt8(ascii: ",") || end == UInt8(ascii: "!")
  }

  private func lastByte(_ line: Int) -> UInt8? {
    text.lines[line].span.range.last { text.plain[$0] != 0x20 }.map { text.plain[$0] }
  }

  /// Whether the line closes a parenthesis at its end, before a colon at most.
  func endsWithParenthesis(_ line: Int) -> Bool {
    let last = text.lines[line].span.range.last { !text.isMark($0, of: " *_-:") }
    return last.map { text.isMark($0, of: ")") } ?? false
  }

  func hasParenthesis(_ line: Int) -> Bool {
    text.lines[line].span.range.contains { text.plain[$0] == UInt8(ascii: "(") }
  }

  /// Whether the line is the only one of its paragraph.
  func standsAlone(_ line: Int) -> Bool { text.document.blocks[text.lines[line].block].lines.count == 1 }

  /// Whether a bare line may be a heading where it stands: alone, first of its paragraph, or after a line that ends.
  func mayStandAlone(_ line: Int) -> Bool {
    let textLine = text.lines[line]
    // The first line is the title, of any length.
    if textLine.opensBlock || line <= 1 || text.lines[line - 1].block != textLine.block { return true }
    guard let last = lastByte(line - 1) else { return true }
    return last == 0x2E || last == 0x3A || last == 0x3B || last == 0x21 || last == 0x3F || last == 0x22
      || last == 0x29
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

  /// Whether the first column of a table holds names ("Date | …").
  func isFieldTable(_ table: Int) -> Bool { fieldTables.contains(table) }

  // MARK: Bytes

  func isDigit(_ offset: Int) -> Bool { text.plain[offset] >= 0x30 && text.plain[offset] <= 0x39 }

  func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, text.plain[offset] == 0x20 || text.plain[offset] == 0x09 { offset += 1 }
    return offset
  }
}
