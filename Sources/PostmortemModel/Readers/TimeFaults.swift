import MarkdownTree

/// Times, dates and windows that cannot be as they are written.
struct TimeFaults {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  /// The clock times of the writer's own lines, in source order.
  struct Clocks {
    fileprivate(set) var mentions: [ClockMention] = []
    /// The text line of each.
    fileprivate var lines: [Int] = []
  }

  func clocks() -> Clocks {
    var clocks = Clocks()
    clocks.mentions.reserveCapacity(16)
    clocks.lines.reserveCapacity(16)
    for line in text.lines.indices where text.tellsClock(line) && shapes.isReadable(line) {
      for case .clock(let clock) in text.times[line] {
        clocks.mentions.append(clock)
        clocks.lines.append(line)
      }
    }
    return clocks
  }

  /// Clock times that cannot be. Out-of-range numbers count only where times are told: elsewhere "25:10" may be a score.
  func impossibleTimes(_ clocks: Clocks) -> [ClockMention] {
    clocks.mentions.indices.compactMap { index in
      guard let defect = clocks.mentions[index].defect else { return nil }
      switch defect {
      case .meridiemOn24Hour, .strayMeridiem: return clocks.mentions[index]
      case .hourOutOfRange, .minuteOutOfRange, .missingHourOrMinute:
        return tellsTimes(clocks.lines[index]) ? clocks.mentions[index] : nil
      }
    }
  }

  private func tellsTimes(_ line: Int) -> Bool {
    outline.isLine(line, inAny: [.timeline, .summary, .metadata]) || shapes.leadingTime(line) != nil
  }

  /// Dates that no calendar has, or whose weekday is another; and windows whose end precedes their start on the same
  /// day.
  func datesAndWindows() -> (invalid: [DateMention], reversed: [RangeMention]) {
    var invalid: [DateMention] = []
    var reversed: [RangeMention] = []
    for line in text.lines.indices where text.tells([.date, .range], line) && shapes.isReadable(line) {
      for mention in text.times[line] {
        switch mention {
        case .date(let date): if date.isImpossible || date.weekdayIsWrong { invalid.append(date) }
        case .range(let range): if isReversed(range) { reversed.append(range) }
        case .clock, .duration, .elapsed: break
        }
      }
    }
    return (invalid, reversed)
  }

  /// From the afternoon into the morning is midnight.
  private func isReversed(_ range: RangeMention) -> Bool {
    guard let start = range.start.clock, let end = range.end.clock, let from = start.time, let to = end.time,
      !end.isEndOfDay
    else { return false }
    if let first = range.start.date?.date, let last = range.end.date?.date, first != last {
      return last < first
    }
    if start.isBare12h || end.isBare12h { return false }
    return to < from && !(from.hour >= 12 && to.hour < 12)
  }

  /// Every zone that is written to a clock, with the zones of the timeline and those that the report states.
  func zones(of timeline: Timeline, _ clocks: Clocks) -> [ZoneMention] {
    var zones = clocks.mentions.compactMap(\.writtenZone)
    var last: SourceSpan?
    for index in timeline.entries.indices {
      guard let zone = timeline.entries[index].zone, !zone.isAssumed, zone.span != last else { continue }
      last = zone.span
      zones.append(zone)
    }
    for line in text.lines.indices where shapes.isReadable(line) && text.speaksOfTimes(line) {
      zones += TimeScanner.zones(in: text.plain, range: text.lines[line].span.range)
    }
    // Of one place the first reading counts, which knows most.
    var distinct: [ZoneMention] = []
    for index in zones.indices.sorted(by: { (zones[$0].span, $0) < (zones[$1].span, $1) })
    where distinct.last?.span != zones[index].span {
      distinct.append(zones[index])
    }
    return distinct
  }
}
