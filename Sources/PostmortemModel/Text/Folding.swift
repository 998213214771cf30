/// Turns letters into the form in which words are compared: lower case, without accents.
enum Folding {
  /// What a byte sequence is to a word.
  enum Unit {
    /// One or two folded bytes ("ß" is "ss").
    case letter(UInt8, second: UInt8 = 0)
    case digit(UInt8)
    /// An apostrophe, which may stand inside a word.
    case apostrophe
    /// A character that is a word of its own.
    case ideograph
    /// A combining accent: not there.
    case accent
    case gap
  }

  /// The unit at `offset` and the number of bytes it takes.
  @inline(__always)
  static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> (Unit, Int) {
    let byte = bytes[offset]
    if byte < 0x80 {
      switch byte {
      case 0x61...0x7A: return (.letter(byte), 1)
      case 0x41...0x5A: return (.letter(byte | 0x20), 1)
      case 0x30...0x39: return (.digit(byte), 1)
      case 0x27: return (.apostrophe, 1)
      default: return (.gap, 1)
      }
    }
    return wide(bytes, offset, end)
  }

  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> (Unit, Int) {
    let lead = bytes[offset]
    if lead >= 0xC2, lead < 0xE0, offset + 1 < end {
      let next = bytes[offset + 1]
      switch lead {
      case 0xC2: return (.gap, 2)
      case 0xC3:
        let base = latin1[Int(next & 0x3F)]
        if base == 0 { return (.gap, 2) }
        return (.letter(base, second: next == 0x9F ? 0x73 : 0), 2)
      case 0xC4, 0xC5:
        let base = latinExtended[Int(lead & 1) << 6 | Int(next & 0x3F)]
        return (.letter(base), 2)
      case 0xCC, 0xCD: return (.accent, 2)
      default: return (.letter(lead ^ next), 2)
      }
    }
    if lead >= 0xE0, lead < 0xF0, offset + 2 < end {
      if lead == 0xE2 {
        let isQuote = bytes[offset + 1] == 0x80 && (bytes[offset + 2] == 0x99 || bytes[offset + 2] == 0x98)
        return (isQuote ? .apostrophe : .gap, 3)
      }
      if lead >= 0xE4 || (lead == 0xE3 && (bytes[offset + 1] > 0x80 || bytes[offset + 2] == 0x85)) {
        return (lead == 0xEF ? .gap : .ideograph, 3)
      }
      // No hash takes a 0.
      return (lead == 0xE3 ? .gap : .letter(bytes[offset + 1] ^ bytes[offset + 2] | 0x80), 3)
    }
    return (.gap, lead >= 0xF0 ? min(4, end - offset) : 1)
  }

  /// Base letters of U+00C0–U+00FF; 0 for × and ÷.
  private static let latin1: [UInt8] = {
    Array("aaaaaaaceeeeiiiidnooooo".utf8) + [0] + Array("ouuuuytsaaaaaaaceeeeiiiidnooooo".utf8) + [0]
      + Array("ouuuuyty".utf8)
  }()
  /// Base letters of U+0100–U+017F.
  private static let latinExtended: [UInt8] = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
