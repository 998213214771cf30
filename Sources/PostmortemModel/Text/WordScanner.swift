/// Splits text into words. Hyphens and slashes part words; "didn't" is one, "team's" is "team", "d'action" is two.
struct WordScanner {
  struct Found {
    let start: Int
    let end: Int
    let hash: UInt64
    let traits: Word.Traits
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let limit: Int
  var offset: Int
  /// Whether anything but ASCII was met.
  var hasPassedWide = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    self.bytes = bytes
    offset = start
    limit = end
  }

  mutating func next() -> Found? { next { _ in } }

  /// The next word, if it is of ASCII letters or of digits only: nearly all are.
  @inline(__always)
  mutating func nextPlain() -> Plain? {
    skipGap()
    guard let base = bytes.baseAddress, offset < limit, offset + 8 <= bytes.count else { return nil }
    let eight = UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let count = min(WordHash.letterCount(eight), limit - offset)
    if count == 8 { return nextLong(base, eight) }
    if count == 0 { return nextNumber(base) }
    let end = offset + count
    guard end == limit || WordScanner.endsWord(base[end]) else { return nil }
    let letters = WordHash.letters(eight, count)
    let traits = traits(first: eight, cases: eight & WordHash.mask(count))
    defer { offset = end }
    return Plain(
      word: Found(start: offset, end: end, hash: WordHash.value(letters), traits: traits), letters: letters)
  }

  /// A word of ASCII with its first eight letters.
  struct Plain {
    let word: Found
    /// In lower case, the first in the lowest byte; 0 for digits.
    let letters: UInt64

    /// The hash of its first letters.
    @inline(__always)
    func hash(_ count: Int, in scanner: WordScanner) -> UInt64 {
      count < 8
        ? WordHash.value(letters & WordHash.mask(count))
        : WordHash.value(ofLetters: scanner.bytes, at: word.start, count)
    }
  }

  /// A word of eight ASCII letters or more.
  private mutating func nextLong(_ base: UnsafePointer<UInt8>, _ eight: UInt64) -> Plain? {
    var end = offset + 8
    var cases = eight
    while end < limit, WordScanner.isLetter(base[end]) {
      cases |= UInt64(base[end])
      end += 1
    }
    guard end == limit || WordScanner.endsWord(base[end]) else { return nil }
    let hash = WordHash.value(ofLetters: bytes, at: offset, end - offset)
    let traits = traits(first: eight, cases: cases)
    defer { offset = end }
    return Plain(
      word: Found(start: offset, end: end, hash: hash, traits: traits), letters: WordHash.letters(eight, 8))
  }

  @inline(__always)
  private func traits(first letters: UInt64, cases: UInt64) -> Word.Traits {
    var traits: Word.Traits = letters & 0x20 == 0 ? .capitalised : []
    if cases & 0x2020_2020_2020_2020 != 0 { traits.insert(.lowercase) }
    return traits
  }

  private mutating func nextNumber(_ base: UnsafePointer<UInt8>) -> Plain? {
    var end = offset
    var hash = WordHash()
    while end < limit, base[end] &- 0x30 < 10 {
      hash.add(base[end])
      end += 1
    }
    guard end > offset, end == limit || WordScanner.endsNumber(base[end]) else { return nil }
    defer { offset = end }
    return Plain(word: Found(start: offset, end: end, hash: hash.value, traits: .digits), letters: 0)
  }

  /// Whether a byte behind a digit ends its word.
  @inline(__always)
  private static func endsNumber(_ byte: UInt8) -> Bool { endsWord(byte) && !isLetter(byte) }

  /// Whether a byte behind a letter ends its word: digits, apostrophes and letters beyond ASCII do not.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool { byte < 0x80 && byte &- 0x30 >= 10 && byte != 0x27 }

  /// The next word; `visit` sees the hash after each letter.
  mutating func next(_ visit: (WordHash) -> Void) -> Found? {
    skipGap()
    var hash = WordHash()
    var start = -1
    var end = 0
    var traits: Word.Traits = []
    scan: while offset < limit {
      let byte = bytes[offset]
      if WordScanner.isLetter(byte) {
        if start < 0 {
          start = offset
          if byte & 0x20 == 0 { traits.insert(.capitalised) }
        }
        if readLetters(&hash, visit) { traits.insert(.lowercase) }
        end = offset
        continue
      }
      if start >= 0, WordScanner.endsWord(byte) { break }
      switch other(hash: &hash, start: &start, &end, &traits) {
      case .goesOn: break
      case .letter: visit(hash)
      case .wordEnds: break scan
      case .wordIsComplete: return Found(start: start, end: end, hash: hash.value, traits: traits)
      }
    }
    return start < 0 ? nil : Found(start: start, end: end, hash: hash.value, traits: traits)
  }

  /// Steps over ASCII letters; whether any is small.
  @inline(__always)
  private mutating func readLetters(_ hash: inout WordHash, _ visit: (WordHash) -> Void) -> Bool {
    var next = offset
    var cases: UInt8 = 0
    var own = hash
    while next < limit, WordScanner.isLetter(bytes[next]) {
      cases |= bytes[next]
      own.add(bytes[next] | 0x20)
      visit(own)
      next += 1
    }
    hash = own
    offset = next
    return cases & 0x20 != 0
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Steps over ASCII that is part of no word.
  @inline(__always)
  private mutating func skipGap() {
    var next = offset
    let limit = limit
    while next < limit {
      let byte = bytes[next]
      if byte != 0x20, byte >= 0x80 || WordScanner.isLetter(byte) || byte &- 0x30 < 10 { break }
      next += 1
    }
    offset = next
  }
}
