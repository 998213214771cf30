import MarkdownTree

/// The moments of a timeline that a stated length or window may run between.
struct IncidentAnchors {
  private let entries: [TimelineEntry]
  private let starts: [TimelineEntry]
  private let ends: [TimelineEntry]
  /// Whether entries stand out of order, so that only the clock can be trusted.
  private let isDisordered: Bool

  /// Nil for a timeline that does not tell how the incident ended: nothing can contradict it.
  init?(timeline: Timeline) {
    let timed = timeline.entries.filter { $0.time != nil && $0.offset != nil && $0.timeline == 0 }
    guard timed.count >= 2, let first = timed.first, let last = timed.last else { return nil }
    let outcome = timed.filter { !$0.phases.isDisjoint(with: [.resolved, .verified, .closed, .mitigated]) }
    guard
      outcome.contains(where: {
        $0.phases.contains(.resolved) || $0.phases.contains(.closed) || $0.phases.contains(.mitigated)
      })
    else { return nil }
    entries = timed
    isDisordered = !timeline.outOfOrder.isEmpty
    let phases: [Phase] = [.trigger, .impactStart, .detected, .acknowledged, .declared]
    starts = [first] + phases.compactMap { phase in timed.first { $0.phases.contains(phase) } }
    ends =
      outcome.filter { entry in
        entry.phases.contains(.resolved) || entry.phases.contains(.closed)
          || entry.phases.contains(.mitigated)
          || entry.offset == outcome.last?.offset
      } + [last]
  }

  // MARK: Lengths

  /// What disagrees with a stated length; nil where it fits some start and end.
  func conflict(of length: DurationMention) -> DurationStatement.Conflict? {
    var nearest: (gap: Int, start: TimelineEntry, end: TimelineEntry, seconds: Int)?
    for start in starts {
      for end in ends {
        guard let from = start.offset, let to = end.offset else { continue }
        var seconds = (end.endOffset ?? to) - from
        if isDisordered, seconds < 0 { seconds = ((seconds % 86_400) + 86_400) % 86_400 }
        guard seconds > 0 else { continue }
        if fits(length, seconds) { return nil }
        let gap = abs(seconds - length.seconds)
        if nearest.map({ gap < $0.gap }) ?? true { nearest = (gap, start, end, seconds) }
      }
    }
    guard let nearest else { return nil }
    let described = "\(Elapsed.text(nearest.seconds)) from \(clock(nearest.start)) to \(clock(nearest.end))"
    return DurationStatement.Conflict(
      stated: Elapsed.text(length.seconds), nearest: described, nearestSpan: nearest.end.span)
  }

  /// Whether a length is the stated one within the text's own rounding, a minute, or a tenth for "about".
  private func fits(_ length: DurationMention, _ seconds: Int) -> Bool {
    let rounding = max(60, length.granularity >= 3600 ? length.granularity / 2 : length.granularity)
    let slack = length.qualifier == .exact ? rounding : max(rounding, length.seconds / 10)
    switch length.qualifier {
    case .under, .upTo: return seconds <= length.seconds + slack
    case .over:
      return seconds >= length.seconds - slack
        && seconds <= length.seconds + max(length.granularity, length.seconds / 5)
    case .exact, .about: return abs(seconds - length.seconds) <= slack
    }
  }

  private func clock(_ entry: TimelineEntry) -> String { entry.time?.description ?? "" }

  // MARK: Windows

  /// What disagrees with a stated window: a day on which nothing happened, a detection before its start, a recovery
  /// that is not at its end.
  func conflict(of window: RangeMention) -> DurationStatement.Conflict? {
    guard let start = window.start.clock?.time, let end = window.end.clock?.time else { return nil }
    // A window in another zone than the timeline's is another way to say the same.
    if let zone = window.start.zone ?? window.end.zone, let main = entries.first?.zone,
      !ZoneReader.agree(zone, main)
    {
      return nil
    }
    if let conflict = dayConflict(window) { return conflict }
    let slack = window.end.clock?.isApproximate == true || window.start.clock?.isApproximate == true ? 15 : 5
    if let early = entries.first(where: { isFirstSign($0) }), let time = early.time,
      isSameDay(window.start.date, early), start.minutesOfDay - time.minutesOfDay > slack,
      start.minutesOfDay - time.minutesOfDay < 720, !entries.contains(where: { fits(start, $0.time, slack) })
    {
      return DurationStatement.Conflict(
        stated: start.description,
        nearest: "\(early.phases.contains(.detected) ? "the detection" : "the first entry") at \(time)",
        nearestSpan: early.span)
    }
    if ends.contains(where: { fits(end, $0.time, slack) || fits(end, $0.endTime, slack) }) { return nil }
    // A window inside the incident (a wave, a maintenance) ends at some moment of the timeline.
    if entries.contains(where: { fits(end, $0.time, 1) }) { return nil }
    guard let recovery = ends.last(where: { $0.phases.contains(.resolved) }) ?? ends.last,
      let time = recovery.time
    else { return nil }
    return DurationStatement.Conflict(
      stated: end.description,
      nearest: "\(recovery.phases.contains(.resolved) ? "the recovery" : "the last entry") at \(time)",
      nearestSpan: recovery.span)
  }

  private func isFirstSign(_ entry: TimelineEntry) -> Bool {
    entry.phases.contains(.detected) || entry.phases.contains(.impactStart)
  }

  private func fits(_ stated: ClockTime, _ told: ClockTime?, _ slack: Int) -> Bool {
    told.map { abs($0.minutesOfDay - stated.minutesOfDay) <= slack } ?? false
  }

  private func isSameDay(_ mention: DateMention?, _ entry: TimelineEntry) -> Bool {
    guard let day = mention?.date, let other = entry.date else { return true }
    return day == other
  }

  /// A window of a day that lies far from all entries.
  private func dayConflict(_ window: RangeMention) -> DurationStatement.Conflict? {
    guard let day = window.start.date?.date else { return nil }
    let dated = entries.filter {
      $0.dateSource == .entry || $0.dateSource == .heading || $0.dateSource == .previousEntry
    }
    guard dated.count == entries.count,
      let nearest = dated.compactMap(\.date).min(by: {
        abs($0.dayNumber - day.dayNumber) < abs($1.dayNumber - day.dayNumber)
      }), abs(nearest.dayNumber - day.dayNumber) > 2
    else { return nil }
    return DurationStatement.Conflict(
      stated: day.description, nearest: "the timeline's \(nearest)",
      nearestSpan: dated.first { $0.date == nearest }?.span)
  }
}

extension TimelineEntry {
  /// The offset of the end of an entry that is a range.
  fileprivate var endOffset: Int? {
    guard let offset, let time, let endTime, endTime > time else { return nil }
    return offset + endTime.secondsOfDay - time.secondsOfDay
  }
}

extension Array where Element == Phase {
  fileprivate func isDisjoint(with other: Set<Phase>) -> Bool { !contains { other.contains($0) } }
}
