/// Searches that look at eight bytes at once: a file is searched for several rare marks before it is parsed.
extension UnsafeBufferPointer<UInt8> {
  /// The first offset in `start ..< end` that holds `byte`, or `end`.
  package func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    let pattern = 0x0101_0101_0101_0101 &* UInt64(byte)
    let raw = UnsafeRawBufferPointer(self)
    var offset = start
    // Most bytes that are searched for are rare: four words are looked at before the place is asked for.
    while offset + 32 <= end {
      let words = raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self) ^ pattern
      let hits = (words &- 0x0101_0101_0101_0101) & ~words & 0x8080_8080_8080_8080
      if hits != .zero { break }
      offset += 32
    }
    while offset + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ pattern
      let hits = Self.zeroBytes(in: word)
      if hits != 0 { return offset + hits.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < end, self[offset] != byte { offset += 1 }
    return offset
  }

  /// The first offset from `start` on that holds a line feed or a carriage return, or the end.
  func firstLineEnd(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var offset = start
    while offset + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let hits =
        Self.zeroBytes(in: word ^ 0x0A0A_0A0A_0A0A_0A0A) | Self.zeroBytes(in: word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if hits != 0 { return offset + hits.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < count, self[offset] != Ascii.lineFeed, self[offset] != Ascii.carriageReturn { offset += 1 }
    return offset
  }

  /// The high bit of each zero byte; bits above the lowest one set may be wrong.
  @inline(__always)
  private static func zeroBytes(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
