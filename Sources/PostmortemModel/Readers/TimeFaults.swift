import MarkdownTree

/// Times, dates and windows that cannot be as they are written.
struct TimeFaults {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  /// Clock times that cannot be. Out-of-range numbers count only where times are told: elsewhere "25:10" may be a score.
  func impossibleTimes() -> [ClockMention] {
    clocks().compactMap { line, clock in
      switch clock.defect {
      case nil: nil
      case .meridiemOn24Hour, .strayMeridiem: clock
      case .hourOutOfRange, .minuteOutOfRange, .missingHourOrMinute: tellsTimes(line) ? clock : nil
      }
    }
  }

  private func tellsTimes(_ line: Int) -> Bool {
    outline.isLine(line, in: .timeline) || outline.isLine(line, in: .summary)
      || outline.isLine(line, in: .metadata)
      || shapes.leadingTime(line) != nil
  }

  /// Dates that no calendar has, or whose weekday is another.
  func invalidDates() -> [DateMention] {
    readable().flatMap { line in
      text.times[line].compactMap { mention -> DateMention? in
        guard case .date(let date) = mention, date.isImpossible || date.weekdayIsWrong else { return nil }
        return date
      }
    }
  }

  /// Windows whose end precedes their start on the same day. From the afternoon into the morning is midnight.
  func reversedWindows() -> [RangeMention] {
    readable().flatMap { line in
      text.times[line].compactMap { mention -> RangeMention? in
        guard case .range(let range) = mention, isReversed(range) else { return nil }
        return range
      }
    }
  }

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

  /// Every clock that a zone is written to, with the zones of the timeline.
  func zones(of timeline: Timeline) -> [ZoneMention] {
    var zones = clocks().compactMap { $0.1.writtenZone }
    for entry in timeline.entries {
      if let zone = entry.zone, !zones.contains(where: { $0.span == zone.span }) { zones.append(zone) }
    }
    for line in text.lines.indices where shapes.isReadable(line) && text.wordRanges[line].count <= 16 {
      guard text.cues(ofLine: line).contains(where: { $0.cue == .timesWord }) else { continue }
      for zone in TimeScanner.zones(in: text.plain, range: text.lines[line].span.range)
      where !zones.contains(where: { $0.span == zone.span }) {
        zones.append(zone)
      }
    }
    return zones.sorted { $0.span < $1.span }
  }

  func clocks() -> [(Int, ClockMention)] {
    readable().flatMap { line in
      text.times[line].compactMap { mention -> (Int, ClockMention)? in
        if case .clock(let clock) = mention { (line, clock) } else { nil }
      }
    }
  }

  private func readable() -> [Int] {
    text.lines.indices.filter { !text.times[$0].isEmpty && shapes.isReadable($0) }
  }
}
