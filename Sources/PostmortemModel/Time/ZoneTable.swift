/// The transitions of one zone, from a TZif file (RFC 9636) or a POSIX rule.
struct ZoneTable: Sendable {
  /// Ascending, in seconds since 1970.
  private let transitions: [Int]
  /// For each transition the index in `periods` of what begins there.
  private let starts: [UInt8]
  private let periods: [ZonePeriod]
  /// The rule for the time after the last transition.
  private let rule: PosixZoneRule?
  /// The first second for which the table speaks.
  private let firstSecond: Int
  let isCorrupt: Bool

  /// What stands in the place of a file that cannot be read.
  static let corrupt = ZoneTable()

  private init() {
    (transitions, starts, periods, rule) = ([], [], [], nil)
    (firstSecond, isCorrupt) = (.max, true)
  }

  /// A zone that has kept one rule since the first of January of `year`.
  init(rule: PosixZoneRule, since year: Int) {
    (transitions, starts, periods) = ([], [], [])
    self.rule = rule
    firstSecond = (CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0) * 86_400
    isCorrupt = false
  }

  /// What the wall clocks showed; nil where the table does not reach.
  func period(at second: Int) -> ZonePeriod? {
    guard second >= firstSecond, !isCorrupt else { return nil }
    if let last = transitions.last, second < last {
      let next = transitions.partitioningIndex { $0 > second }
      return next == 0 ? firstPeriod : periods[Int(starts[next - 1])]
    }
    if let rule { return rule.period(at: second) }
    return starts.last.map { periods[Int($0)] } ?? firstPeriod
  }

  /// Whether the offset is the same in some days that follow each other.
  func isSteady(from start: Int, to end: Int) -> Bool {
    let next = transitions.partitioningIndex { $0 > start }
    if next < transitions.count { return transitions[next] > end }
    return stride(from: start, through: end, by: 86_400).allSatisfy {
      period(at: $0)?.offset == period(at: start)?.offset
    }
  }

  /// Before the first transition the first period without daylight saving holds.
  private var firstPeriod: ZonePeriod? { periods.first { !$0.isDaylight } ?? periods.first }

  /// Nil for bytes that are no TZif file of version 1 to 4, or one that contradicts itself.
  init?(file bytes: [UInt8]) {
    guard let first = Header(bytes, 0) else { return nil }
    var header = first
    var wide = false
    if first.version >= 2 {
      guard let second = Header(bytes, first.end(timeSize: 4)) else { return nil }
      (header, wide) = (second, true)
    }
    let size = wide ? 8 : 4
    guard header.end(timeSize: size) <= bytes.count, header.typeCount >= 1, header.typeCount <= 256 else {
      return nil
    }
    var offset = header.body
    var transitions: [Int] = []
    transitions.reserveCapacity(header.timeCount)
    for index in 0..<header.timeCount {
      let time = Header.signed(bytes, offset + index * size, size)
      guard transitions.last.map({ $0 < time }) ?? true else { return nil }
      transitions.append(time)
    }
    offset += header.timeCount * size
    let starts = Array(bytes[offset..<(offset + header.timeCount)])
    guard starts.allSatisfy({ Int($0) < header.typeCount }) else { return nil }
    offset += header.timeCount
    guard let periods = ZoneTable.periods(bytes, offset, header) else { return nil }
    self.transitions = transitions
    self.starts = starts
    self.periods = periods
    rule = wide ? ZoneTable.footer(bytes, header.end(timeSize: size)) : nil
    (firstSecond, isCorrupt) = (.min, false)
  }

  private static func periods(_ bytes: [UInt8], _ offset: Int, _ header: Header) -> [ZonePeriod]? {
    let names = offset + header.typeCount * 6
    var periods: [ZonePeriod] = []
    for index in 0..<header.typeCount {
      let at = offset + index * 6
      let seconds = Header.signed(bytes, at, 4)
      let name = Int(bytes[at + 5])
      guard abs(seconds) <= 26 * 3600, bytes[at + 4] <= 1, name < header.nameCount else { return nil }
      let letters = bytes[(names + name)..<(names + header.nameCount)].prefix { $0 != 0 }
      periods.append(
        ZonePeriod(
          offset: seconds, isDaylight: bytes[at + 4] == 1,
          abbreviation: String(decoding: letters, as: UTF8.self)))
    }
    return periods
  }

  private static func footer(_ bytes: [UInt8], _ offset: Int) -> PosixZoneRule? {
    guard offset < bytes.count, bytes[offset] == 10 else { return nil }
    return PosixZoneRule(Array(bytes[(offset + 1)...].prefix { $0 != 10 }))
  }
}

/// The header of a block of a TZif file.
private struct Header {
  let version: Int
  /// The offset after the header.
  let body: Int
  let utcCount: Int
  let standardCount: Int
  let leapCount: Int
  let timeCount: Int
  let typeCount: Int
  let nameCount: Int

  init?(_ bytes: [UInt8], _ offset: Int) {
    guard offset >= 0, offset + 44 <= bytes.count, bytes[offset..<(offset + 4)].elementsEqual("TZif".utf8)
    else {
      return nil
    }
    let code = bytes[offset + 4]
    guard code == 0 || (50...57).contains(code) else { return nil }
    version = code == 0 ? 1 : Int(code) - 48
    body = offset + 44
    let counts = (0..<6).map { Header.signed(bytes, offset + 20 + $0 * 4, 4) }
    guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    (utcCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
    (timeCount, typeCount, nameCount) = (counts[3], counts[4], counts[5])
  }

  /// The offset after the block.
  func end(timeSize: Int) -> Int {
    body + timeCount * (timeSize + 1) + typeCount * 6 + nameCount + leapCount * (timeSize + 4) + standardCount
      + utcCount
  }

  /// The big-endian number of `size` bytes at `offset`.
  static func signed(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> Int {
    var value: UInt64 = 0
    for byte in bytes[offset..<(offset + size)] { value = value << 8 | UInt64(byte) }
    return size == 8 ? Int(truncatingIfNeeded: value) : Int(Int32(truncatingIfNeeded: value))
  }
}
