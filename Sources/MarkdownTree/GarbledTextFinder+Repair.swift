extension GarbledTextFinder {
  /// Meant text as it goes to `plain`: plain quotes, blanks for emoji.
  static func readable(_ meant: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: meant, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201A: result.append(Ascii.apostrophe)
      case 0x201C, 0x201D, 0x201E: result.append(Ascii.quote)
      case 0x2010...0x2015, 0x2212: result.append(contentsOf: [Ascii.space, Ascii.dash, Ascii.space])
      case 0x2026: result.append(contentsOf: [Ascii.dot, Ascii.dot, Ascii.dot])
      case 0x00A0, 0x2000...0x200B, 0x202F, 0x2600...0x27BF, 0xFE00...0xFE0F, 0xFEFF, 0x1F000...:
        result.append(Ascii.space)
      default: result.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
    return result
  }
}
