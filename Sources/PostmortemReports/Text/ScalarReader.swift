/// Reads Unicode scalars from bytes, one after the other.
///
/// Invalid UTF-8 is read as U+FFFD, one for each longest part that could have begun a scalar, as `String` does: so
/// columns that are counted here fit text that is shown elsewhere.
struct ScalarReader {
  /// A scalar and the number of bytes it takes.
  struct Step {
    let scalar: Unicode.Scalar
    let length: Int
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// The scalar at `offset`, which must lie inside `bytes`.
  static func step(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Step {
    let first = bytes[offset]
    if first < 0x80 { return Step(scalar: Unicode.Scalar(first), length: 1) }
    let (count, low, high): (Int, UInt8, UInt8) =
      switch first {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (1, 0, 0)
      }
    if count == 1 { return Step(scalar: replacement, length: 1) }
    var value = UInt32(first) & (0xFF >> UInt32(count + 1))
    var length = 1
    while length < count {
      guard offset + length < end else { return Step(scalar: replacement, length: length) }
      let byte = bytes[offset + length]
      let isNext = length == 1 ? low <= byte && byte <= high : byte & 0xC0 == 0x80
      guard isNext else { return Step(scalar: replacement, length: length) }
      value = value << 6 | UInt32(byte & 0x3F)
      length += 1
    }
    return Step(scalar: Unicode.Scalar(value) ?? replacement, length: count)
  }
}
