import MarkdownTree

/// Gives the entries their days: written, inherited, or past midnight.
struct DayResolver {
  struct Day {
    var date: CivilDate?
    var source: TimelineEntry.DateSource?
    /// Days since the first entry's where no date is known.
    var number: Int
  }

  /// The incident's day as told outside the timeline, with how it is known.
  let incident: (date: CivilDate, source: TimelineEntry.DateSource)?
  /// The year to read "May 10" by.
  let reference: CivilDate?

  func days(of entries: [RawEntry]) -> [Day] {
    var days: [Day] = []
    days.reserveCapacity(entries.count)
    for index in entries.indices {
      let isFirst = index == 0 || entries[index - 1].timeline != entries[index].timeline
      days.append(day(of: index, in: entries, after: isFirst ? nil : days[index - 1]))
    }
    return days
  }

  private func day(of index: Int, in entries: [RawEntry], after previous: Day?) -> Day {
    if let written = entries[index].date { return day(written, .entry, after: previous) }
    if let heading = entries[index].dayHeading,
      previous == nil || entries[index - 1].dayHeading != heading
    {
      return day(heading, .heading, after: previous)
    }
    guard var day = previous else {
      return Day(date: incident?.date, source: incident?.source, number: incident?.date.dayNumber ?? 0)
    }
    if day.source == .entry || day.source == .heading { day.source = .previousEntry }
    if passesMidnight(from: entries[index - 1], to: entries[index]) {
      day.date = day.date?.adding(days: 1)
      day.number += 1
      day.source = .rollover
    }
    return day
  }

  private func day(_ mention: DateMention, _ source: TimelineEntry.DateSource, after previous: Day?) -> Day {
    if let date = mention.date { return Day(date: date, source: source, number: date.dayNumber) }
    guard mention.year == nil else {
      return Day(date: nil, source: nil, number: previous?.number ?? 0)
    }
    if let reference, let date = DayResolver.nearest(mention, to: reference) {
      return Day(date: date, source: source, number: date.dayNumber)
    }
    // Without any year the days still have an order.
    let number = CivilDate(year: 2000, month: mention.month, day: mention.day)?.dayNumber ?? 0
    return Day(date: nil, source: nil, number: number)
  }

  /// The date of a month and day that lies nearest to a day that is known.
  static func nearest(_ mention: DateMention, to reference: CivilDate) -> CivilDate? {
    (-1...1).compactMap { CivilDate(year: reference.year + $0, month: mention.month, day: mention.day) }
      .min { abs($0.dayNumber - reference.dayNumber) < abs($1.dayNumber - reference.dayNumber) }
  }

  /// A step back from the afternoon to the morning is the next day.
  private func passesMidnight(from previous: RawEntry, to entry: RawEntry) -> Bool {
    guard let before = previous.clock?.time, let after = entry.clock?.time, after < before else {
      return false
    }
    if DayResolver.isAfternoon(entry, after: previous) { return false }
    return before.hour >= 12 && after.hour < 12
  }

  /// "11:57" then "1:17", both without a.m. or p.m.: the afternoon.
  static func isAfternoon(_ entry: RawEntry, after previous: RawEntry?) -> Bool {
    guard entry.date == nil, let clock = entry.clock, let before = previous?.clock, clock.isBare12h,
      !clock.isPadded, before.isBare12h || before.meridiem == nil,
      let time = clock.time, let earlier = before.time
    else { return false }
    return time.hour <= 7 && earlier.hour >= 8 && earlier.hour <= 12
  }

  /// Whether a bare clock follows another within the same half of the day.
  static func goesOn(_ entry: RawEntry, after previous: RawEntry) -> Bool {
    guard entry.date == nil, let clock = entry.clock, clock.isBare12h, !clock.isPadded, let time = clock.time,
      let earlier = previous.clock?.time
    else { return false }
    return time >= earlier && time.hour < 12
  }
}
