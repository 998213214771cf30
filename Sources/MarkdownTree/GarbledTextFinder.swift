/// Finds UTF-8 that was once read as Windows-1252, Windows-1254 or Latin-1, like `â€™` for `’`, and repairs it.
///
/// A character counts as garbled if it and its neighbours map to the bytes of one UTF-8 character of a kind that
/// people write, and if the neighbours are not what may follow such a letter in honest text (`café »`, `É”`).
struct GarbledTextFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var found: [GarbledText] = []
  /// For each run what it is to be read as: never longer than the run.
  private(set) var repairs: [[UInt8]] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    find()
  }

  private mutating func find() {
    var offset = 0
    while let next = nextLead(from: offset) {
      if let unit = unit(at: next, isRun: false) {
        offset = addRun(from: next, first: unit)
      } else {
        offset = next + 1
      }
    }
  }

  /// The next byte that may begin the first letter of a garbled character: most text is skipped in words.
  private func nextLead(from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if offset + 8 <= bytes.count, isAscii(at: offset) {
        offset += 8
        continue
      }
      let stop = min(bytes.count, offset + 8)
      while offset < stop {
        if bytes[offset] &- 0xC3 < 3 { return offset }
        offset += 1
      }
    }
    return nil
  }

  private func isAscii(at offset: Int) -> Bool {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      & 0x8080_8080_8080_8080 == 0
  }

  /// One garbled character.
  private struct Unit {
    let end: Int
    /// The bytes that were meant; empty if some are lost.
    let meant: [UInt8]
  }

  private mutating func addRun(from start: Int, first: Unit) -> Int {
    var end = first.end
    var units = [first]
    while let next = unit(at: end, isRun: true) {
      units.append(next)
      end = next.end
    }
    var meant = units.flatMap(\.meant)
    let isWhole = units.allSatisfy { !$0.meant.isEmpty }
    meant = Self.repaired(meant)
    found.append(
      GarbledText(
        span: SourceSpan(start, end), meant: isWhole ? String(decoding: meant, as: UTF8.self) : nil))
    repairs.append(Self.readable(meant))
    return end
  }

  /// Text that was garbled more than once.
  private static func repaired(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0..<3 {
      let again = text.withUnsafeBufferPointer { GarbledTextFinder($0, once: ()) }
      guard !again.found.isEmpty else { break }
      var next: [UInt8] = []
      var offset = 0
      for run in again.found {
        next.append(contentsOf: text[offset..<run.span.start])
        // What is lost on the way stays garbled: nothing seen may go unseen.
        if let meant = run.meant { next.append(contentsOf: meant.utf8) } else { next += text[run.span.range] }
        offset = run.span.end
      }
      next.append(contentsOf: text[offset...])
      text = next
    }
    return text
  }

  // Without another look for text garbled twice: `repaired` loops itself.
  private init(_ bytes: UnsafeBufferPointer<UInt8>, once: Void) {
    self.bytes = bytes
    var offset = 0
    while let next = nextLead(from: offset) {
      guard let first = unit(at: next, isRun: false) else {
        offset = next + 1
        continue
      }
      let meant = first.meant.isEmpty ? nil : String(decoding: first.meant, as: UTF8.self)
      found.append(GarbledText(span: SourceSpan(next, first.end), meant: meant))
      offset = first.end
    }
  }

  /// The character that is garbled at `offset`. In a run the neighbour has proved that the text is garbled.
  private func unit(at offset: Int, isRun: Bool) -> Unit? {
    guard let lead = mapped(at: offset), lead.byte >= 0xC2, let second = mapped(at: lead.end) else {
      return nil
    }
    if lead.byte == 0xF0, second.byte == 0x9F { return emoji(after: second.end) }
    if lead.byte == 0xEF, second.byte == 0xB8 { return variant(after: second.end, isRun: isRun) }
    guard second.byte & 0xC0 == 0x80 else { return nil }
    switch lead.byte {
    case 0xC2...0xDF:
      guard isRun || isLikelyPair(offset, lead.byte, second.byte) else { return nil }
      return Unit(end: second.end, meant: [lead.byte, second.byte])
    case 0xE0...0xEF: return triple(lead.byte, second.byte, after: second.end, isRun: isRun)
    default: return nil
    }
  }

  private func triple(_ lead: UInt8, _ second: UInt8, after offset: Int, isRun: Bool) -> Unit? {
    let isQuoteLead = lead == 0xE2 && second == 0x80
    guard let third = mapped(at: offset), third.byte & 0xC0 == 0x80 else {
      // `â€` alone is a closing quote whose last byte has no character in Windows-1252; `âš` and `âœ` begin signs.
      return isQuoteLead || (lead == 0xE2 && (second == 0x9A || second == 0x9C))
        ? Unit(end: replacement(at: offset) ?? offset, meant: []) : nil
    }
    let isValid = (lead != 0xE0 || second >= 0xA0) && (lead != 0xED || second < 0xA0)
    let isMark = lead == 0xEF && second == 0xBB && third.byte == 0xBF
    let isLikely: Bool
    switch lead {
    case 0xE2:
      isLikely = !(SingleByteCharset.mayFollowLetter(second) && SingleByteCharset.mayFollowLetter(third.byte))
    default: isLikely = isMark || !SingleByteCharset.mayFollowLetter(second)
    }
    guard isValid, isRun || isLikely else { return nil }
    return Unit(end: third.end, meant: [lead, second, third.byte])
  }

  private func isLikelyPair(_ offset: Int, _ lead: UInt8, _ second: UInt8) -> Bool {
    switch lead {
    case 0xC2: return second >= 0xA0
    case 0xC3:
      // "NÃO" in capitals may be followed by a quote or a no-break space.
      let previous = offset > 0 ? bytes[offset - 1] : 0
      let isInCapitals =
        previous &- 0x41 < 26 || (previous &- 0x80 < 0x1F && offset > 1 && bytes[offset - 2] == 0xC3)
      return !(isInCapitals && SingleByteCharset.mayFollowLetter(second))
    case 0xC4, 0xC5, 0xCE, 0xCF, 0xD0, 0xD1: return !SingleByteCharset.mayFollowLetter(second)
    default: return false
    }
  }

  /// The rest of an emoji: its last bytes are lost where Windows-1252 has no character for them.
  private func emoji(after offset: Int) -> Unit {
    var meant: [UInt8] = [0xF0, 0x9F]
    var end = offset
    while meant.count < 4, let next = mapped(at: end), next.byte & 0xC0 == 0x80 {
      meant.append(next.byte)
      end = next.end
    }
    let isWhole = meant.count == 4 && meant[2] >= 0x80
    while !isWhole, let next = replacement(at: end) { end = next }
    return Unit(end: end, meant: isWhole ? meant : [])
  }

  /// The rest of a variation selector, which is invisible. Of those whose last byte can be lost only the one that
  /// makes an emoji of the sign before it is in use.
  private func variant(after offset: Int, isRun: Bool) -> Unit? {
    if let next = mapped(at: offset), next.byte & 0xF0 == 0x80 {
      return Unit(end: next.end, meant: [0xEF, 0xB8, next.byte])
    }
    return Unit(end: replacement(at: offset) ?? offset, meant: isRun ? [0xEF, 0xB8, 0x8F] : [])
  }

  /// The offset after U+FFFD at `offset`.
  private func replacement(at offset: Int) -> Int? {
    guard offset + 3 <= bytes.count, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBF,
      bytes[offset + 2] == 0xBD
    else {
      return nil
    }
    return offset + 3
  }

  private func mapped(at offset: Int) -> (byte: UInt8, end: Int)? {
    guard offset + 1 < bytes.count else { return nil }
    let (first, second) = (bytes[offset], bytes[offset + 1])
    guard first >= 0xC2, second & 0xC0 == 0x80 else { return nil }
    if first == 0xC2 { return (second, offset + 2) }
    if first == 0xC3 { return (second + 0x40, offset + 2) }
    if first < 0xE0 {
      return SingleByteCharset.byte(UInt16(first & 0x1F) << 6 | UInt16(second & 0x3F)).map {
        ($0, offset + 2)
      }
    }
    guard first == 0xE2, offset + 2 < bytes.count, bytes[offset + 2] & 0xC0 == 0x80 else { return nil }
    let scalar = 0x2000 | UInt16(second & 0x3F) << 6 | UInt16(bytes[offset + 2] & 0x3F)
    return SingleByteCharset.byte(scalar).map { ($0, offset + 3) }
  }
}
