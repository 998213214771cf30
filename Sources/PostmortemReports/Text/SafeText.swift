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

  /// The same of whole lines, which stay lines; tabs stay, too, and what is no UTF-8 is U+FFFD.
  public static func lines(_ text: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    safe.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { text in
      var offset = 0
      while offset < text.count {
        let step = ScalarReader.step(in: text, at: offset, end: text.count)
        let endsLine = step.scalar == "\r" && offset + 1 < text.count && text[offset + 1] == 0x0A
        let stays =
          step.scalar == "\n" || step.scalar == "\t" || endsLine || !ScalarWidth.isUnsafe(step.scalar)
        safe += (stays ? String(step.scalar) : escape(step.scalar)).utf8
        offset += step.length
      }
    }
    return safe
  }

  static func escape(_ scalar: Unicode.Scalar) -> String { "\\u{\(String(scalar.value, radix: 16))}" }
}
