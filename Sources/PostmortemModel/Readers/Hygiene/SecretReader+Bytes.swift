/// What the bytes of a text are to one who looks for secrets.
extension SecretReader {
  func run(from start: Int, limit: Int = Int.max, _ belongs: (UInt8) -> Bool) -> Int {
    var end = start
    while end < bytes.count, end - start < limit, belongs(bytes[end]) { end += 1 }
    return end
  }

  func opens(_ range: Range<Int>, _ letters: StaticString) -> Bool {
    letters.withUTF8Buffer { range.count >= $0.count && bytes[range].starts(with: $0) }
  }

  @inline(__always)
  static func isTokenByte(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  /// Whether all eight bytes from an offset on may stand in a token.
  @inline(__always)
  func isInToken(_ start: Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let eight = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start, as: UInt64.self)
    // Of eight bytes of prose one is nearly always a blank or another below "-".
    let every: UInt64 = 0x0101_0101_0101_0101
    if (eight &- every &* UInt64(UInt8(ascii: "-"))) & ~eight & 0x8080_8080_8080_8080 != 0 { return false }
    return bytes[start..<start + 8].allSatisfy(SecretReader.isTokenByte)
  }

  func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == 0x60 || byte == UInt8(ascii: "*")
  }

  /// Whether some bytes hold a word, in whatever case.
  static func holds(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard text.count >= word.count, let first = word.first else { return false }
      for start in text.startIndex...(text.endIndex - word.count) where fold(text[start]) == fold(first) {
        var place = 1
        while place < word.count, fold(text[start + place]) == fold(word[place]) { place += 1 }
        if place == word.count { return true }
      }
      return false
    }
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
