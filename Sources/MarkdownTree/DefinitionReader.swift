/// Finds the link reference definitions of a document and cuts them off the paragraphs that begin with them.
///
/// libcmark drops definitions: a paragraph of nothing else is missing in its tree, another keeps its first line.
struct DefinitionReader {
  private let source: SourceText
  private let bytes: UnsafeBufferPointer<UInt8>
  // For each line the index after that of the leaf that covers it; 0 for none.
  private var leaves: [Int] = []
  private var definitions = Definitions()

  static func read(
    _ outline: inout [OutlineBlock], of source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Definitions {
    guard mayHoldDefinitions(bytes) else { return Definitions() }
    var reader = DefinitionReader(source: source, bytes: bytes)
    reader.cover(outline)
    reader.readParagraphs(&outline)
    reader.readUncoveredLines()
    return reader.definitions
  }

  private init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
  }

  private static func mayHoldDefinitions(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = bytes.firstOffset(of: Ascii.closeBracket, from: 0, to: bytes.count)
    while offset + 1 < bytes.count {
      if bytes[offset + 1] == Ascii.colon { return true }
      offset = bytes.firstOffset(of: Ascii.closeBracket, from: offset + 1, to: bytes.count)
    }
    return false
  }

  private mutating func cover(_ outline: [OutlineBlock]) {
    leaves = Array(repeating: 0, count: source.lineCount + 1)
    for (index, block) in outline.enumerated() {
      switch block.kind {
      case .document, .quote, .list, .item: break
      case .rule: leaves[min(block.startLine, source.lineCount)] = index + 1
      case .paragraph, .heading, .code, .html:
        for line in block.startLine..<max(block.startLine, min(block.endLine, source.lineCount)) + 1 {
          leaves[line] = index + 1
        }
      }
    }
  }

  private mutating func readParagraphs(_ outline: inout [OutlineBlock]) {
    for index in outline.indices where outline[index].kind == .paragraph || outline[index].kind == .heading {
      let block = outline[index]
      var line = block.startLine
      var offset = source.start(ofLine: line) + block.startColumn
      let limit = source.span(ofLine: block.kind == .heading ? lastTextLine(of: block) : block.endLine).end
      while line < block.endLine, offset < limit, bytes[offset] == Ascii.openBracket,
        let definition = Definition(in: bytes, at: offset, limit: limit)
      {
        definitions.add(definition, in: bytes)
        line = source.line(at: max(offset, definition.end - 1)) + 1
        offset = textStart(ofLine: line, skippingMarkers: false)
      }
      outline[index].textLine = min(line, block.endLine)
    }
  }

  /// The line above the underline of a heading, which is the last line that libcmark tells of it or the one before.
  private func lastTextLine(of heading: OutlineBlock) -> Int {
    let last = heading.endLine - 1
    return max(heading.startLine, last > heading.startLine && isUnderline(last) ? last - 1 : last)
  }

  private func isUnderline(_ line: Int) -> Bool {
    let start = textStart(ofLine: line, skippingMarkers: false)
    let end = source.span(ofLine: line).end
    guard start < end, bytes[start] == Ascii.dash || bytes[start] == Ascii.equals else { return false }
    return bytes[start..<end].drop { $0 == bytes[start] }.allSatisfy { Ascii.isBlank($0) }
  }

  private mutating func readUncoveredLines() {
    var line = 0
    while line < source.lineCount {
      let offset = textStart(ofLine: line, skippingMarkers: true)
      guard leaves[line] == 0, offset < source.span(ofLine: line).end, bytes[offset] == Ascii.openBracket
      else {
        line += 1
        continue
      }
      // A definition has a label, a target and a title, each of which may stand on its own line or run on; what is
      // longer is no definition that people write.
      var last = line
      while last - line < 8, last + 1 < source.lineCount, leaves[last + 1] == 0,
        !source.span(ofLine: last + 1).isEmpty
      {
        last += 1
      }
      let limit = source.span(ofLine: last).end
      if let definition = Definition(in: bytes, at: offset, limit: limit) {
        definitions.add(definition, in: bytes)
        line = max(line, source.line(at: max(offset, definition.end - 1)))
      }
      line += 1
    }
  }

  /// The first byte of a line that is no blank and no mark of a block quote, nor, if asked so, of a list item.
  private func textStart(ofLine line: Int, skippingMarkers: Bool) -> Int {
    let span = source.span(ofLine: line)
    var offset = span.start
    while offset < span.end {
      let byte = bytes[offset]
      let isMark = byte == Ascii.greater || Ascii.isBlank(byte)
      let isMarker =
        byte == Ascii.dash || byte == Ascii.asterisk || byte == Ascii.plus || Ascii.isDigit(byte)
        || byte == Ascii.dot || byte == Ascii.closeParen
      guard isMark || (skippingMarkers && isMarker) else { break }
      offset += 1
    }
    return offset
  }
}
