import MarkdownTree

/// The moments of a timeline that a stated length or window may run between.
struct IncidentAnchors {
  let entries: [TimelineEntry]
  /// The zone of the timeline's first time.
  let zone: ZoneMention?
  /// Entries that a length may be counted from.
  let starts: [Int]
  let ends: IncidentEnds
  /// What a length may run to: an end, or the entry that detects the incident.
  let lengthEnds: (alone: EndMoments, orAlert: EndMoments)
  /// Minutes of the day at which something happens, or a range of time ends.
  let moments: (all: SortedNumbers, rangeEnds: SortedNumbers)
  /// The same of entries that do not tell that the trouble goes on.
  let calmMoments: SortedNumbers
  /// The first entry that tells the trouble or its detection.
  let firstSign: Int?
  /// The first entry that says no more than that the trouble starts.
  let namedStart: Int?
  /// The minutes of the day at which trouble starts.
  let impactStarts: SortedNumbers

  /// Nil for a timeline of which nothing tells how the incident ended: nothing can contradict it.
  init?(timeline: Timeline, text: ReportText, shapes: LineShapes, outline: Outline) {
    let entries = timeline.entries
    let timed = entries.indices.filter {
      entries[$0].time != nil && entries[$0].offset != nil && entries[$0].timeline == 0
    }
    guard timed.count >= 2, let first = timed.first, let last = timed.last,
      timed.contains(where: { entries[$0].endsImpact })
        || entries[last].time.map(ToldRecovery(text: text, shapes: shapes, outline: outline).isTold) == true
    else { return nil }
    self.entries = entries
    zone = entries[first].zone
    // Whatever stands before the alert may be the start, in whatever words it is told.
    let alert = timed.first { entries[$0].phaseSet.contains(.detected) }
    let reaction = timed.first { !entries[$0].phaseSet.isDisjoint(with: IncidentAnchors.reactions) }
    starts =
      timed.prefix { $0 <= (alert ?? reaction ?? first) }
      + IncidentAnchors.openings.compactMap { phase in
        timed.first { entries[$0].phaseSet.contains(phase) }
      }
    ends = IncidentEnds(entries, timed, text)
    let isDisordered = !timeline.outOfOrder.isEmpty
    let alerts = alert.map { [$0] } ?? []
    lengthEnds = (
      EndMoments(ends.entries, of: entries, isDisordered: isDisordered),
      EndMoments(ends.entries + alerts, of: entries, isDisordered: isDisordered)
    )
    moments = (
      SortedNumbers(timed.compactMap { entries[$0].time?.minutesOfDay }),
      SortedNumbers(timed.compactMap { entries[$0].endTime?.minutesOfDay })
    )
    calmMoments = SortedNumbers(
      timed.filter { entries[$0].phaseSet.isDisjoint(with: IncidentAnchors.troubles) }
        .compactMap { entries[$0].time?.minutesOfDay })
    firstSign = timed.first { !entries[$0].phaseSet.isDisjoint(with: [.detected, .impactStart]) }
    let troubles = timed.filter { entries[$0].phaseSet.contains(.impactStart) }
    let names = NamedMoments(text: text, timeline: timeline)
    namedStart = troubles.first { names.names(of: entries[$0]).contains { $0.phase == .impactStart } }
    impactStarts = SortedNumbers(troubles.compactMap { entries[$0].time?.minutesOfDay })
  }

  private static let openings: [Phase] = [.trigger, .impactStart, .detected, .acknowledged, .declared]

  private static let reactions: PhaseSet = [
    .investigating, .misleading, .escalated, .identified, .mitigating, .mitigated, .resolved,
  ]

  private static let troubles: PhaseSet = [
    .impactStart, .detected, .investigating, .misleading, .escalated, .identified, .mitigating, .acknowledged,
    .declared,
  ]

  /// Whether something happens near a time of day.
  func happens(near time: ClockTime, within slack: Int) -> Bool {
    moments.all.contains(near: time.minutesOfDay, within: slack)
  }
}

extension TimelineEntry {
  var endsImpact: Bool { !phaseSet.isDisjoint(with: [.resolved, .closed, .mitigated]) }
}
