/// Text of unknown origin made safe for a terminal.
public enum SafeText {
  /// Control characters and those that turn the direction of text are written out: `\u{1b}`. Line ends too, so that
  /// the result is one line.
  public static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if ScalarWidth.isUnsafe(scalar) {
        safe += escape(scalar)
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  static func escape(_ scalar: Unicode.Scalar) -> String { "\\u{\(String(scalar.value, radix: 16))}" }
}
