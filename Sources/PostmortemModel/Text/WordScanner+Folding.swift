/// Digits, apostrophes and letters beyond ASCII: what few words hold.
extension WordScanner {
  enum Step { case goesOn, letter, wordEnds, wordIsComplete }

  /// Reads what is no ASCII letter.
  mutating func other(
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
