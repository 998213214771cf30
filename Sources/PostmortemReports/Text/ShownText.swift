import MarkdownTree

/// The text of a place as a reader of the rendered page would see it.
enum ShownText {
  /// Without markup, on one line, blanks folded.
  static func line(_ span: SourceSpan, in document: Document) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.length)
    for byte in document.plain[span.range.clamped(to: 0..<document.plain.count)] {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isBlank {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// At most `limit` columns, cut with "…", safe to print.
  static func short(_ text: String, limit: Int) -> String {
    var shown = ""
    var column = 0
    for scalar in text.unicodeScalars {
      let piece = ScalarWidth.isUnsafe(scalar) ? SafeText.escape(scalar) : String(scalar)
      let width = ScalarWidth.isUnsafe(scalar) ? piece.utf8.count : ScalarWidth.columns(of: scalar)
      if column + width > limit { return shown + "…" }
      shown += piece
      column += width
    }
    return shown
  }

  /// Filled with blanks up to a number of columns.
  static func padded(_ text: String, to width: Int) -> String {
    let columns = text.unicodeScalars.reduce(0) { $0 + ScalarWidth.columns(of: $1) }
    return text + String(repeating: " ", count: max(0, width - columns))
  }
}
