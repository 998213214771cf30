/// Some cues as bits: most lines hold none of those that a reader looks for, and need not be searched.
struct CueSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  static let none = CueSet()

  private init() {}

  init(_ cues: Cue...) {
    for (number, cue) in Cue.numbered.enumerated() where cues.contains(cue) { insert(number) }
  }

  /// Adds the cue of a number in `Cue.numbered`.
  @inline(__always)
  mutating func insert(_ number: Int) {
    if number < 64 { low |= 1 &<< UInt64(number) } else { high |= 1 &<< UInt64(number - 64) }
  }

  @inline(__always)
  func overlaps(_ other: CueSet) -> Bool { low & other.low | high & other.high != 0 }

  mutating func formUnion(_ other: CueSet) {
    low |= other.low
    high |= other.high
  }
}

extension ReportText {
  /// Whether one of some cues begins in a text line.
  func holds(_ cues: CueSet, inLine line: Int) -> Bool { lineCues[line].overlaps(cues) }
}
