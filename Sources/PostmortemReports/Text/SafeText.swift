/// Text of unknown origin made safe for a terminal.
public enum SafeText {
  /// Control characters and those that turn the direction of text are written out: `\u{1b}`. Line ends too, so that
  /// the result is one line.
  public static func line(_ text: String) -> String {
    var text = text
    let safe: [UInt8]? = text.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
      var safe: [UInt8] = []
      append(bytes, to: &safe)
      return safe
    }
    return safe.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The same in bytes of UTF-8.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) {
    line.reserveCapacity(line.count + text.count)
    var (start, offset) = (0, 0)
    while offset < text.count {
      offset = text.plainEnd(from: offset, to: text.count)
      if offset == text.count { break }
      let step = ScalarReader.step(in: text, at: offset, end: text.count)
      if ScalarWidth.isUnsafe(step.scalar) {
        line.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<offset]))
        line.append(contentsOf: escape(step.scalar).utf8)
        start = offset + step.length
      }
      offset += step.length
    }
    line.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<offset]))
  }

  static func escape(_ scalar: Unicode.Scalar) -> String { "\\u{\(String(scalar.value, radix: 16))}" }
}
