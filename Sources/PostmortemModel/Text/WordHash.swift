/// The hash of a word's letters, taken eight at a step. No two words of up to eight ASCII letters share one.
struct WordHash {
  private var state = WordHash.seed
  private var chunk: UInt64 = 0
  /// The number of bytes added.
  private(set) var count = 0

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let cases: UInt64 = 0x2020_2020_2020_2020

  /// The byte is not 0.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    chunk |= UInt64(byte) << UInt64(count & 7 &* 8)
    count &+= 1
    if count & 7 == 0 { (state, chunk) = (WordHash.mixed(state, chunk), 0) }
  }

  var value: UInt64 { WordHash.mixed(state, chunk) }

  /// Each step can be undone, so that only words of more than one chunk may meet.
  @inline(__always)
  private static func mixed(_ state: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (state ^ chunk) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  // MARK: Words of ASCII letters

  /// The hash of fewer than eight letters in lower case, the first in the lowest byte.
  @inline(__always)
  static func value(_ letters: UInt64) -> UInt64 { mixed(seed, letters) }

  /// The hash of `count` ASCII letters in lower case.
  static func value(ofLetters bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ count: Int) -> UInt64 {
    guard let base = bytes.baseAddress else { return value(0) }
    let raw = UnsafeRawPointer(base)
    var state = seed
    var (offset, left) = (start, count)
    while left >= 8 {
      let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      state = mixed(state, eight | cases)
      offset += 8
      left -= 8
    }
    if offset + 8 <= bytes.count {
      let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      return mixed(state, letters(eight, left))
    }
    var chunk: UInt64 = 0
    for index in 0..<left { chunk |= UInt64(base[offset + index] | 0x20) << UInt64(index &* 8) }
    return mixed(state, chunk)
  }

  /// The first of eight letters, in lower case.
  @inline(__always)
  static func letters(_ eight: UInt64, _ count: Int) -> UInt64 {
    count == 8 ? eight | cases : (eight | cases) & mask(count)
  }

  /// Fewer than eight bytes, from the lowest.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 { (1 as UInt64) &<< UInt64(count &* 8) &- 1 }

  /// How many of the bytes of eight, from the lowest, are ASCII letters.
  @inline(__always)
  static func letterCount(_ bytes: UInt64) -> Int {
    let lower = (bytes | cases) & 0x7F7F_7F7F_7F7F_7F7F
    let letters = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505) & ~bytes
    return (~letters & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
  }
}
