import MarkdownTree

/// The hashes by which GitHub's code scanning knows the line of an alert again, made as GitHub makes them.
///
/// Each is of the 100 units of UTF-16 from the line's start on, without blanks and tabs: a rolling hash to the base 37
/// in 64 bits. Line ends are one line feed; after the end of the file stand 65535 and then zeros. Equal hashes are
/// numbered in the order of their lines. (`fingerprints.ts` in github/codeql-action.)
struct LineHashes {
  private var hashes: [UInt64] = []
  private let numbers: [Int]

  init(of source: SourceText) {
    var roll = Roll()
    source.bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte < 0x80 {
          roll.read(UInt16(byte))
          offset += 1
          continue
        }
        let step = ScalarReader.step(in: bytes, at: offset, end: bytes.count)
        for unit in UTF16.encode(step.scalar) ?? UTF16.encodedReplacementCharacter { roll.read(unit) }
        offset += step.length
      }
    }
    hashes = roll.hashesAtTheEnd()
    var counts: [UInt64: Int] = [:]
    counts.reserveCapacity(hashes.count)
    numbers = hashes.map { hash in
      counts[hash, default: 0] += 1
      return counts[hash] ?? 1
    }
  }

  /// Of a line counted from 0; nil for one beyond the text.
  func text(ofLine line: Int) -> String? {
    guard hashes.indices.contains(line) else { return nil }
    return "\(String(hashes[line], radix: 16)):\(numbers[line])"
  }
}

/// The hash of the last 100 units, and of which of them a line began.
private struct Roll {
  private static let size = 100
  private static let base: UInt64 = 37
  /// What the unit that falls out of the window has been multiplied with.
  private static let first = (0..<size).reduce(UInt64(1)) { power, _ in power &* base }
  /// What stands for the end of the file.
  private static let end = UInt16.max

  private let first = Roll.first
  private var window = [UInt16](repeating: 0, count: size)
  private var begins = [Bool](repeating: false, count: size)
  private var index = 0
  private var hash: UInt64 = 0
  private var isLineStart = true
  private var follows: UInt16 = 0
  /// In the order of the lines.
  private var hashes: [UInt64] = []

  @inline(__always)
  mutating func read(_ unit: UInt16) {
    let last = follows
    follows = unit
    if unit == 0x20 || unit == 0x09 || unit == 0x0A && last == 0x0D { return }
    add(unit == 0x0D ? 0x0A : unit)
  }

  mutating func hashesAtTheEnd() -> [UInt64] {
    add(Self.end)
    for _ in 0..<Self.size { shift(in: 0) }
    return hashes
  }

  @inline(__always)
  private mutating func add(_ unit: UInt16) {
    let begins = isLineStart
    isLineStart = unit == 0x0A
    shift(in: unit, begins: begins)
  }

  @inline(__always)
  private mutating func shift(in unit: UInt16, begins isStart: Bool = false) {
    if begins[index] { hashes.append(hash) }
    begins[index] = isStart
    hash = hash &* Self.base &+ UInt64(unit) &- first &* UInt64(window[index])
    window[index] = unit
    index += 1
    if index == Self.size { index = 0 }
  }
}
