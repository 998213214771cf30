/// Splits text into words. Hyphens and slashes part words; "didn't" is one, "team's" is "team", "d'action" is two.
struct WordScanner {
  struct Found {
    let start: Int
    let end: Int
    let hash: UInt64
    let traits: Word.Traits
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private var offset: Int
  /// Whether anything but ASCII was met.
  private(set) var hasPassedWide = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    self.bytes = bytes
    offset = start
    limit = end
  }

  mutating func next() -> Found? { next { _ in } }

  /// The next word, if it is of ASCII letters only: nearly all are.
  @inline(__always)
  mutating func nextPlain() -> Found? {
    skipGap()
    var next = offset
    var hash = WordHash()
    var cases: UInt8 = 0
    while next < limit, WordScanner.isLetter(bytes[next]) {
      cases |= bytes[next]
      hash.add(bytes[next] | 0x20)
      next += 1
    }
    guard next > offset, next == limit || WordScanner.endsWord(bytes[next]) else { return nil }
    var traits: Word.Traits = bytes[offset] & 0x20 == 0 ? .capitalised : []
    if cases & 0x20 != 0 { traits.insert(.lowercase) }
    defer { offset = next }
    return Found(start: offset, end: next, hash: hash.value, traits: traits)
  }

  /// The hash of the first letters of a word of ASCII letters, to pass over words that begin like none searched for.
  @inline(__always)
  func openingHash(of word: Found) -> UInt64 {
    var hash = WordHash()
    for offset in word.start..<word.start + WordScanner.openingLength { hash.add(bytes[offset] | 0x20) }
    return hash.value
  }

  static let openingLength = 3

  /// Calls `visit` with the hash after each letter of a word of ASCII letters.
  @inline(__always)
  func forEachHash(of word: Found, _ visit: (UInt64) -> Void) {
    var hash = WordHash()
    for offset in word.start..<word.end {
      hash.add(bytes[offset] | 0x20)
      visit(hash.value)
    }
  }

  /// Whether a byte behind a letter ends its word: digits, apostrophes and letters beyond ASCII do not.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool { byte < 0x80 && byte &- 0x30 >= 10 && byte != 0x27 }

  /// The next word; `visit` sees the hash after each letter.
  mutating func next(_ visit: (UInt64) -> Void) -> Found? {
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
      case .letter: visit(hash.value)
      case .wordEnds: break scan
      case .wordIsComplete: return Found(start: start, end: end, hash: hash.value, traits: traits)
      }
    }
    return start < 0 ? nil : Found(start: start, end: end, hash: hash.value, traits: traits)
  }

  /// Steps over ASCII letters; whether any is small.
  @inline(__always)
  private mutating func readLetters(_ hash: inout WordHash, _ visit: (UInt64) -> Void) -> Bool {
    var next = offset
    var cases: UInt8 = 0
    var own = hash
    while next < limit, WordScanner.isLetter(bytes[next]) {
      cases |= bytes[next]
      own.add(bytes[next] | 0x20)
      visit(own.value)
      next += 1
    }
    hash = own
    offset = next
    return cases & 0x20 != 0
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private enum Step { case goesOn, letter, wordEnds, wordIsComplete }

  /// Steps over ASCII that is part of no word.
  @inline(__always)
  private mutating func skipGap() {
    var next = offset
    while next < limit, bytes[next] < 0x80, !WordScanner.isLetter(bytes[next]), bytes[next] &- 0x30 >= 10 {
      next += 1
    }
    offset = next
  }

  /// Reads what is no ASCII letter.
  private mutating func other(
    hash: inout WordHash, start: inout Int, _ end: inout Int, _ traits: inout Word.Traits
  ) -> Step {
    if bytes[offset] >= 0x80 { hasPassedWide = true }
    let (unit, width) = Folding.unit(bytes, offset, limit)
    var step = Step.goesOn
    switch unit {
    case .letter(let letter, let second):
      if start < 0 {
        start = offset
        if isCapital(offset) { traits.insert(.capitalised) } else { traits.insert(.lowercase) }
      } else if !isCapital(offset) {
        traits.insert(.lowercase)
      }
      hash.add(letter)
      if second != 0 { hash.add(second) }
      step = .letter
    case .digit(let digit):
      if start < 0 { start = offset }
      traits.insert(.digits)
      hash.add(digit)
    case .ideograph:
      if start >= 0 { return .wordEnds }
      for byte in bytes[offset..<offset + width] { hash.add(byte) }
      start = offset
      offset += width
      end = offset
      traits = .ideograph
      return .wordIsComplete
    case .apostrophe:
      if start >= 0 {
        switch tail(after: offset + width) {
        case .joined:
          // A reader of times parts the two.
          traits.insert(.isTimely)
          offset += width
          return .goesOn
        case .possessive:
          offset += width + 1
          return .wordIsComplete
        case .apart: return .wordEnds
        }
      }
    case .accent: break
    case .gap: if start >= 0 { return .wordEnds }
    }
    offset += width
    if start >= 0 { end = offset }
    return step
  }

  private func isCapital(_ offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    return byte == 0xC3 && offset + 1 < limit && bytes[offset + 1] < 0x9F
  }

  private enum Tail { case joined, possessive, apart }

  /// What an apostrophe does by what follows it.
  private func tail(after offset: Int) -> Tail {
    guard offset < limit else { return .apart }
    let isLast = offset + 1 >= limit || !isLetter(bytes[offset + 1])
    switch bytes[offset] | 0x20 {
    case 0x74 where isLast: return .joined
    case 0x73 where isLast: return .possessive
    default: return .apart
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80
  }
}
