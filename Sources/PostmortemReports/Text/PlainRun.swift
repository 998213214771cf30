/// Runs of printable ASCII, which a terminal shows as they are: nearly all text is.
extension UnsafeBufferPointer<UInt8> {
  /// The first offset in `start ..< end` that holds something else, or `end`.
  func plainEnd(from start: Int, to end: Int) -> Int {
    guard let base = baseAddress else { return end }
    let raw = UnsafeRawPointer(base)
    var offset = start
    while offset + 8 <= end,
      Self.arePrintable(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    {
      offset += 8
    }
    while offset < end, base[offset] &- 0x20 < 0x5F { offset += 1 }
    return offset
  }

  /// Whether eight bytes are all from 0x20 to 0x7E.
  @inline(__always)
  private static func arePrintable(_ eight: UInt64) -> Bool {
    let every: UInt64 = 0x0101_0101_0101_0101
    let isLarge = (eight | eight << 1) & (every &* 0x40) == every &* 0x40
    return isLarge && ((eight & (every &* 0x7F)) &+ every | eight) & (every &* 0x80) == 0
  }
}
