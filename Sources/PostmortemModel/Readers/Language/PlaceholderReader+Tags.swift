import MarkdownTree

/// Requests in angle brackets.
extension PlaceholderReader {
  /// "<add name here>": Markdown takes it for an HTML tag, so it is no text.
  func tags(excluding found: [Placeholder]) -> [Placeholder] {
    guard hasTag else { return [] }
    var lines = Set(found.map(\.line))
    var result: [Placeholder] = []
    let texts = text.lines.indices.filter { shapes.isReadable($0) && !text.lines[$0].isQuoted }
    let blocks = text.document.blocks.filter { $0.kind == .html }.map(\.span)
    for span in texts.map({ text.lines[$0].span }) + blocks {
      for request in requests(in: span) {
        let line = text.source.line(at: request.start) + 1
        if lines.insert(line).inserted { result.append(Placeholder(span: request, line: line)) }
      }
    }
    return result
  }

  /// The tags within a span that ask for text.
  private func requests(in span: SourceSpan) -> [SourceSpan] {
    let bytes = text.source.bytes
    var result: [SourceSpan] = []
    var offset = span.start
    while offset < span.end {
      guard bytes[offset] == UInt8(ascii: "<"),
        let close = bytes[offset..<min(span.end, offset + 160)].firstIndex(of: UInt8(ascii: ">"))
      else {
        offset += 1
        continue
      }
      if isRequest(bytes[(offset + 1)..<close]), !text.document.styles[offset].contains(.code) {
        result.append(SourceSpan(offset, close + 1))
      }
      offset = close + 1
    }
    return result
  }

  /// Whether "<" stands anywhere. Tags are blanks in the plain text.
  private var hasTag: Bool {
    text.source.bytes.withUnsafeBufferPointer {
      $0.firstOffset(of: UInt8(ascii: "<"), from: 0, to: $0.count) < $0.count
    }
  }

  private func isRequest(_ inside: ArraySlice<UInt8>) -> Bool {
    guard inside.count < 120, inside.contains(0x20), !inside.contains(UInt8(ascii: "=")),
      !inside.contains(UInt8(ascii: "/"))
    else {
      return false
    }
    let words = inside.split(separator: 0x20)
    guard words.count >= 2, let first = words.first else { return false }
    let letters = String(decoding: first.map { $0 | 0x20 }, as: UTF8.self)
    return [
      "insert", "add", "describe", "enter", "fill", "replace", "your", "todo", "tbd", "provide", "explain",
      "specify",
    ].contains(letters)
  }
}
