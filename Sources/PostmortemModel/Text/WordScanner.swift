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

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    self.bytes = bytes
    offset = start
    limit = end
  }

  mutating func next() -> Found? { next { _ in } }

  /// The next word; `visit` sees the hash after each letter.
  @inline(__always)
  mutating func next(_ visit: (UInt64) -> Void) -> Found? {
    var hash = WordHash()
    var start = -1
    var end = 0
    var traits: Word.Traits = []
    scan: while offset < limit {
      let (unit, width) = Folding.unit(bytes, offset, limit)
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
        visit(hash.value)
      case .digit(let digit):
        if start < 0 { start = offset }
        traits.insert(.digits)
        hash.add(digit)
      case .ideograph:
        if start >= 0 { break scan }
        for byte in bytes[offset..<offset + width] { hash.add(byte) }
        offset += width
        return Found(start: offset - width, end: offset, hash: hash.value, traits: .ideograph)
      case .apostrophe:
        if start >= 0 {
          switch tail(after: offset + width) {
          case .joined:
            offset += width
            continue scan
          case .possessive:
            offset += width + 1
            return Found(start: start, end: end, hash: hash.value, traits: traits)
          case .apart: break scan
          }
        }
      case .accent: break
      case .gap: if start >= 0 { break scan }
      }
      offset += width
      if start >= 0 { end = offset }
    }
    return start < 0 ? nil : Found(start: start, end: end, hash: hash.value, traits: traits)
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

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80 }
}
