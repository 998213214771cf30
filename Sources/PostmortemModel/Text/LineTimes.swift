/// What text lines tell about time, line by line in one list.
struct LineTimes {
  private var mentions: [TimeMention] = []
  /// For each line where its mentions end.
  private var ends: [Int] = []
  private var sorts: [TimeSorts] = []

  init(lineCount: Int) {
    ends.reserveCapacity(lineCount)
    sorts.reserveCapacity(lineCount)
    mentions.reserveCapacity(lineCount / 2)
  }

  /// The mentions of a line, in source order.
  subscript(line: Int) -> ArraySlice<TimeMention> { mentions[(line == 0 ? 0 : ends[line - 1])..<ends[line]] }

  /// The sorts of mention that stand in a line.
  func sorts(in line: Int) -> TimeSorts { sorts[line] }

  /// Adds the next line.
  mutating func append(_ line: [TimeMention]) {
    var told: TimeSorts = []
    for index in line.indices {
      told.formUnion(TimeSorts(line[index]))
      mentions.append(line[index])
    }
    ends.append(mentions.count)
    sorts.append(told)
  }

  /// Adds the next line, which tells nothing.
  mutating func appendNothing() {
    ends.append(mentions.count)
    sorts.append([])
  }
}

/// Some sorts of `TimeMention`.
struct TimeSorts: OptionSet {
  let rawValue: UInt8

  static let clock = TimeSorts(rawValue: 1 << 0)
  static let date = TimeSorts(rawValue: 1 << 1)
  static let range = TimeSorts(rawValue: 1 << 2)
  static let duration = TimeSorts(rawValue: 1 << 3)
  static let elapsed = TimeSorts(rawValue: 1 << 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ mention: TimeMention) {
    switch mention {
    case .clock: self = .clock
    case .date: self = .date
    case .range: self = .range
    case .duration: self = .duration
    case .elapsed: self = .elapsed
    }
  }
}
