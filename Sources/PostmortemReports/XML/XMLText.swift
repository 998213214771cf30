/// Text made safe for XML 1.0, in attributes as in elements.
enum XMLText {
  /// Characters that XML does not admit, not even by their number, are written out: `\u{1b}`.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: safe += "&amp;"
      case 0x3C: safe += "&lt;"
      case 0x3E: safe += "&gt;"
      case 0x22: safe += "&quot;"
      // As they are, attributes would have blanks instead.
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028: safe += "&#\(scalar.value);"
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: safe += SafeText.escape(scalar)
      case _ where ScalarWidth.isUnsafe(scalar): safe += "&#\(scalar.value);"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22
  }
}
