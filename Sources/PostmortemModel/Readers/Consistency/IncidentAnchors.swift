import MarkdownTree

/// The moments of a timeline that a stated length or window may run between.
struct IncidentAnchors {
  private let timeline: Timeline
  /// Indices of the entries with a time.
  let timed: [Int]
  private let starts: [Int]
  let ends: [Int]
  /// Times of a recovery that entries tell beside their own.
  let toldEnds: [ClockTime]
  /// The entry that detects the incident: a length may run up to it.
  private let alert: Int?
  private let names: NamedMoments
  /// Whether entries stand out of order, so that only the clock can be trusted.
  private let isDisordered: Bool

  /// Nil for a timeline of which nothing tells how the incident ended: nothing can contradict it.
  init?(timeline: Timeline, text: ReportText, shapes: LineShapes, outline: Outline) {
    let entries = timeline.entries
    let timed = entries.indices.filter {
      entries[$0].time != nil && entries[$0].offset != nil && entries[$0].timeline == 0
    }
    guard timed.count >= 2, let first = timed.first, let last = timed.last,
      timed.contains(where: { IncidentAnchors.endsImpact(entries[$0].phaseSet) })
        || entries[last].time.map(ToldRecovery(text: text, shapes: shapes, outline: outline).isTold) == true
    else { return nil }
    let final = timed.last {
      entries[$0].phaseSet.contains(.verified) || IncidentAnchors.endsImpact(entries[$0].phaseSet)
    }
    let end = final.flatMap { entries[$0].offset }
    self.timeline = timeline
    self.timed = timed
    isDisordered = !timeline.outOfOrder.isEmpty
    // Whatever stands before the alert may be the start, in whatever words it is told.
    let alert = timed.first { entries[$0].phases.contains(.detected) }
    let reaction = timed.first { !entries[$0].phaseSet.isDisjoint(with: IncidentAnchors.reactions) }
    starts =
      timed.prefix { $0 <= (alert ?? reaction ?? first) }
      + IncidentAnchors.openings.compactMap { phase in
        timed.first { entries[$0].phaseSet.contains(phase) }
      }
    ends =
      timed.filter { index in
        IncidentAnchors.endsImpact(entries[index].phaseSet)
          || entries[index].phaseSet.contains(.verified) && entries[index].offset == end
      } + [last]
    self.alert = alert
    toldEnds = ToldRecovery.times(in: timed.map { entries[$0] }, text)
    names = NamedMoments(text: text, timeline: timeline)
  }

  private static let openings: [Phase] = [.trigger, .impactStart, .detected, .acknowledged, .declared]

  private static let reactions: PhaseSet = [
    .investigating, .misleading, .escalated, .identified, .mitigating, .mitigated, .resolved,
  ]

  private static func endsImpact(_ phases: PhaseSet) -> Bool {
    phases.contains(.resolved) || phases.contains(.closed) || phases.contains(.mitigated)
  }

  // MARK: Lengths

  /// What disagrees with a stated length; nil where it fits some start and end.
  func conflict(of length: DurationMention) -> DurationStatement.Conflict? {
    var nearest: (gap: Int, start: Int, end: Int, seconds: Int)?
    for start in starts {
      if toldEnds.contains(where: { fits(length, seconds(from: start, to: $0)) }) { return nil }
      for end in length.qualifier == .exact || length.qualifier == .about ? ends + alerts : ends {
        guard let from = entries[start].offset, let to = entries[end].offset else { continue }
        var seconds = (entries[end].endOffset ?? to) - from
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
      stated: Elapsed.text(length.seconds), nearest: described, nearestSpan: entries[nearest.end].span)
  }

  var entries: [TimelineEntry] { timeline.entries }
  private var alerts: [Int] { alert.map { [$0] } ?? [] }

  /// Whether a length is the stated one within the text's own rounding, a minute, or a tenth for "about".
  private func fits(_ length: DurationMention, _ seconds: Int) -> Bool {
    // Nobody counts eleven hours to the minute.
    let rounding = max(
      60, length.seconds / 100, length.granularity >= 3600 ? length.granularity / 2 : length.granularity)
    let slack = length.qualifier == .exact ? rounding : max(rounding, length.seconds / 10)
    switch length.qualifier {
    case .under, .upTo: return seconds <= length.seconds + slack
    case .over:
      return seconds >= length.seconds - slack
        && seconds <= length.seconds + max(length.granularity, length.seconds / 5)
    case .exact, .about: return abs(seconds - length.seconds) <= slack
    }
  }

  private func clock(_ entry: Int) -> String { entries[entry].time?.description ?? "" }

  // MARK: Windows

  /// What disagrees with a stated window: a day on which nothing happened, a detection before its start, a recovery
  /// that is not at its end.
  ///
  /// - Parameter isOutage: whether it is told to be that of the outage, not of some work.
  func conflict(of window: RangeMention, isOutage: Bool) -> DurationStatement.Conflict? {
    guard let start = window.start.clock?.time, let end = window.end.clock?.time else { return nil }
    // A window in another zone than the timeline's is another way to say the same.
    if let zone = window.start.zone ?? window.end.zone, let main = timed.first.flatMap({ entries[$0].zone }),
      !ZoneReader.agree(zone, main)
    {
      return nil
    }
    if let conflict = IncidentAnchors.dayConflict(window, timed.map { entries[$0] }) { return conflict }
    let slack = window.end.clock?.isApproximate == true || window.start.clock?.isApproximate == true ? 15 : 5
    if let early = timed.first(where: { isFirstSign(entries[$0].phaseSet) }), let time = entries[early].time,
      isSameDay(window.start.date, entries[early].date), start.minutesOfDay - time.minutesOfDay > slack,
      start.minutesOfDay - time.minutesOfDay < 720,
      !timed.contains(where: { fits(start, entries[$0].time, slack) })
    {
      return DurationStatement.Conflict(
        stated: start.description,
        nearest:
          "\(entries[early].phaseSet.contains(.detected) ? "the detection" : "the first entry") at \(time)",
        nearestSpan: entries[early].span)
    }
    if isOutage, let conflict = namedStartConflict(start, slack) { return conflict }
    if ends.contains(where: { fits(end, entries[$0].time, slack) || fits(end, entries[$0].endTime, slack) })
      || toldEnds.contains(where: { fits(end, $0, slack) })
    {
      return nil
    }
    // A window inside the incident (a wave, a maintenance) ends at some moment of the timeline.
    if timed.contains(where: { fits(end, entries[$0].time, 1) }) { return nil }
    guard let recovery = ends.last(where: { entries[$0].phaseSet.contains(.resolved) }) ?? ends.last,
      let time = entries[recovery].time
    else { return nil }
    return DurationStatement.Conflict(
      stated: end.description,
      nearest:
        "\(entries[recovery].phaseSet.contains(.resolved) ? "the recovery" : "the last entry") at \(time)",
      nearestSpan: entries[recovery].span)
  }

  /// An outage that is said to start at another moment than the entry that says no more than that it starts.
  private func namedStartConflict(_ start: ClockTime, _ slack: Int) -> DurationStatement.Conflict? {
    let isNamed = { (entry: Int) in names.name(of: entries[entry])?.phase == .impactStart }
    guard let named = timed.first(where: isNamed), let time = entries[named].time,
      !timed.contains(where: {
        entries[$0].phaseSet.contains(.impactStart) && fits(start, entries[$0].time, slack)
      })
    else { return nil }
    return DurationStatement.Conflict(
      stated: start.description, nearest: "the start of the trouble at \(time)",
      nearestSpan: entries[named].span)
  }

  private func isFirstSign(_ phases: PhaseSet) -> Bool {
    phases.contains(.detected) || phases.contains(.impactStart)
  }

  func fits(_ stated: ClockTime, _ told: ClockTime?, _ slack: Int) -> Bool {
    told.map { abs($0.minutesOfDay - stated.minutesOfDay) <= slack } ?? false
  }

  private func isSameDay(_ mention: DateMention?, _ date: CivilDate?) -> Bool {
    guard let day = mention?.date, let other = date else { return true }
    return day == other
  }
}

extension TimelineEntry {
  /// The offset of the end of an entry that is a range.
  fileprivate var endOffset: Int? {
    guard let offset, let time, let endTime, endTime > time else { return nil }
    return offset + endTime.secondsOfDay - time.secondsOfDay
  }
}
