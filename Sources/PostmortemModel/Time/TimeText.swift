/// A stretch of bytes that reads as zero outside its bounds, with the few questions a time scanner asks of
/// it.
struct TimeText {
  private let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int

  /// The most blanks between two parts of one mention. A bound keeps look-ahead, and so the whole scan,
  /// linear.
  private static let widestGap = 512

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    start = min(max(range.lowerBound, 0), bytes.count)
    end = min(max(range.upperBound, start), bytes.count)
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { offset >= start && offset < end ? bytes[offset] : 0 }

  /// The byte at an offset that is known to lie inside the bounds.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { bytes[offset] }

  @inline(__always)
  func lower(_ offset: Int) -> UInt8 {
    let byte = self[offset]
    return byte &- 65 < 26 ? byte | 32 : byte
  }

  @inline(__always)
  func isDigit(_ offset: Int) -> Bool { self[offset] &- 48 < 10 }
  /// Whether an ASCII letter stands there.
  @inline(__always)
  func isLetter(_ offset: Int) -> Bool { (self[offset] | 32) &- 97 < 26 }
  @inline(__always)
  func isUpper(_ offset: Int) -> Bool { self[offset] &- 65 < 26 }
  @inline(__always)
  func isAlphanumeric(_ offset: Int) -> Bool { isDigit(offset) || isLetter(offset) }
  /// Whether a letter of any script may stand there.
  @inline(__always)
  func isWordByte(_ offset: Int) -> Bool { isLetter(offset) || self[offset] >= 0x80 }
  @inline(__always)
  func isBlank(_ offset: Int) -> Bool {
    let byte = self[offset]
    return byte == 32 || byte == 9 || byte == 10 || byte == 13
  }

  /// The first offset from `offset` on that is no blank.
  func skippingBlanks(_ offset: Int) -> Int {
    var next = offset
    while isBlank(next), next - offset < TimeText.widestGap { next += 1 }
    return next
  }

  /// The offset after the last byte before `offset` that is no blank.
  func skippingBlanksBack(_ offset: Int) -> Int {
    var next = offset
    while isBlank(next - 1), offset - next < TimeText.widestGap { next -= 1 }
    return next
  }

  /// Whether the UTF-8 bytes of `string` stand at `offset`.
  func has(_ string: StaticString, at offset: Int) -> Bool {
    guard string.hasPointerRepresentation, offset >= start, offset + string.utf8CodeUnitCount <= end else {
      return false
    }
    for index in 0..<string.utf8CodeUnitCount where bytes[offset + index] != string.utf8Start[index] {
      return false
    }
    return true
  }

  /// The digits at `offset`. The value of a long run is cut off, its length is not.
  func number(_ offset: Int) -> (value: Int, end: Int, length: Int) {
    var value = 0
    var next = offset
    while isDigit(next) {
      if next - offset < 9 { value = value * 10 + Int(self[next] &- 48) }
      next += 1
    }
    return (value, next, next - offset)
  }

  /// The end of the letters of any script at `offset`.
  @inline(__always)
  func wordEnd(_ offset: Int) -> Int {
    guard offset >= start else { return offset }
    var next = offset
    while next < end, (bytes[next] | 32) &- 97 < 26 || bytes[next] >= 0x80 { next += 1 }
    return next
  }

  /// The end of the ASCII letters at `offset`.
  func lettersEnd(_ offset: Int) -> Int {
    guard offset >= start else { return offset }
    var next = offset
    while next + 8 <= end {
      let raw = UnsafeRawBufferPointer(bytes)
      let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      let count = WordHash.letterCount(eight)
      next += count
      if count < 8 { return next }
    }
    while next < end, (bytes[next] | 32) &- 97 < 26 { next += 1 }
    return next
  }

  /// The hash of the ASCII letters of a range.
  func hash(_ from: Int, _ to: Int) -> UInt64 { WordHash.value(ofLetters: bytes, at: from, to - from) }

  /// The bytes of a range as text; broken UTF-8 is replaced.
  func string(_ from: Int, _ to: Int) -> String {
    guard from >= start, to <= end, from < to else { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<to]), as: UTF8.self)
  }
}
