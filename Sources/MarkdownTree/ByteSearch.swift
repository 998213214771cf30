/// Searches that look at many bytes at once: a file is searched for several rare marks before it is parsed.
extension UnsafeBufferPointer<UInt8> {
  /// The first offset in `start ..< end` that holds `byte`, or `end`.
  package func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    guard let base = baseAddress else { return end }
    let raw = UnsafeRawPointer(base)
    let pattern = SIMD16(repeating: byte)
    var offset = start
    // Most bytes that are searched for are rare: four stretches are looked at before the place is asked for.
    while offset + 64 <= end {
      let first = raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self) .== pattern
      let second = raw.loadUnaligned(fromByteOffset: offset + 16, as: SIMD16<UInt8>.self) .== pattern
      let third = raw.loadUnaligned(fromByteOffset: offset + 32, as: SIMD16<UInt8>.self) .== pattern
      let fourth = raw.loadUnaligned(fromByteOffset: offset + 48, as: SIMD16<UInt8>.self) .== pattern
      let hits = unsafeBitCast((first .| second) .| (third .| fourth), to: SIMD2<UInt64>.self)
      if hits[0] | hits[1] != 0 { break }
      offset += 64
    }
    let word = 0x0101_0101_0101_0101 &* UInt64(byte)
    while offset + 8 <= end {
      let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let hits = Self.zeroBytes(in: bytes ^ word)
      if hits != 0 { return offset + hits.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < end, base[offset] != byte { offset += 1 }
    return offset
  }

  /// The first offset from `start` on that holds a line feed or a carriage return, or the end.
  func firstLineEnd(from start: Int) -> Int {
    guard let base = baseAddress else { return count }
    let raw = UnsafeRawPointer(base)
    var offset = start
    while offset + 16 <= count {
      let words = raw.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
      let hits =
        Self.zeroBytes(in: words ^ 0x0A0A_0A0A_0A0A_0A0A) | Self.zeroBytes(in: words ^ 0x0D0D_0D0D_0D0D_0D0D)
      if hits[0] | hits[1] != 0 { break }
      offset += 16
    }
    while offset + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let hits =
        Self.zeroBytes(in: word ^ 0x0A0A_0A0A_0A0A_0A0A) | Self.zeroBytes(in: word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if hits != 0 { return offset + hits.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < count, base[offset] != Ascii.lineFeed, base[offset] != Ascii.carriageReturn { offset += 1 }
    return offset
  }

  @inline(__always)
  private static func zeroBytes(in words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    (words &- 0x0101_0101_0101_0101) & ~words & 0x8080_8080_8080_8080
  }

  /// The high bit of each zero byte; bits above the lowest one set may be wrong.
  @inline(__always)
  private static func zeroBytes(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
