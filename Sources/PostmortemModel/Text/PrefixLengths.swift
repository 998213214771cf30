/// How long the lexicon's beginnings of words are, by their first three letters: most words begin like none.
struct PrefixLengths: Sendable {
  /// A bit for each length; no beginning is longer than 31 letters.
  private var lengths = [UInt32](repeating: 0, count: PrefixLengths.size)
  /// Those of beginnings that are too short to go by.
  private var shortLengths: UInt32 = 0

  private static let size = 2048
  private static let opening = 3

  /// The lengths, as bits, of beginnings that a word may have.
  @inline(__always)
  func lengths(for plain: WordScanner.Plain) -> UInt32 {
    let length = plain.word.end - plain.word.start
    let opening = plain.letters & WordHash.mask(PrefixLengths.opening)
    if opening >> 16 == 0 { return 0 }
    let lengths = lengths[PrefixLengths.place(WordHash.value(opening))] | shortLengths
    return length > 30 ? lengths : lengths & (2 &<< UInt32(length) &- 1)
  }

  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ beginning: WordScanner.Found) {
    var length = 0
    var place: Int?
    var scanner = WordScanner(bytes, beginning.start, beginning.end)
    _ = scanner.next { hash in
      length = hash.count
      if length == PrefixLengths.opening { place = PrefixLengths.place(hash.value) }
    }
    let bit = (1 as UInt32) << UInt32(length)
    if let place {
      lengths[place] |= bit
    } else {
      shortLengths |= bit
    }
  }

  @inline(__always)
  private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (size - 1) }
}
