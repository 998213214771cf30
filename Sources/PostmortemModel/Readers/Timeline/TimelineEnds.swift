/// Two entries that tell phases of the incident, the later phase first in time.
public struct PhaseReversal: Sendable {
  public let early: Phase
  public let earlyEntry: TimelineEntry
  public let late: Phase
  public let lateEntry: TimelineEntry
}

extension Postmortem {
  /// The last entry of a timeline that tells no end: nothing is resolved, verified or closed after the last trouble.
  public var unfinishedTimelineEnd: TimelineEntry? {
    let members = incidentEntries
    guard members.count >= 3, let last = members.last, !soundsLikeEnd(last) else { return nil }
    let end = members.lastIndex { $0.phases.contains(where: Postmortem.ends) }
    guard let end else { return last }
    // What fails again after it was mended is open again.
    let isReopened = members[end...].dropFirst().contains { $0.phases.contains(.impactStart) }
    return isReopened ? last : nil
  }

  /// The first entry of a timeline that begins when the trouble was noticed.
  public var timelineStartAtDetection: TimelineEntry? {
    let members = incidentEntries
    guard members.count >= 3, let first = members.first, first.phases.contains(.detected),
      !first.phases.contains(where: { $0 == .trigger || $0 == .impactStart })
    else { return nil }
    return first
  }

  /// Nil where the phases follow each other, or come again.
  public var phasesOutOfOrder: PhaseReversal? {
    // A status page, one's own or a provider's, follows other clocks.
    let members = incidentEntries.filter { !$0.phases.contains(.communicated) }
    let phases: [(early: Phase, late: Phase)] = [(.detected, .acknowledged), (.mitigated, .resolved)]
    for (early, late) in phases {
      guard let first = members.firstIndex(where: { $0.phases.contains(early) }),
        let before = members[..<first].lastIndex(where: { $0.phases.contains(late) }),
        let from = members[before].offset, let to = members[first].offset, from < to,
        !members[(before + 1)...].contains(where: { $0.phases.contains(late) })
      else { continue }
      return PhaseReversal(early: early, earlyEntry: members[first], late: late, lateEntry: members[before])
    }
    return nil
  }

  /// Whether an entry has words of an end that no phase is told by: "website was operational".
  private func soundsLikeEnd(_ entry: TimelineEntry) -> Bool {
    entry.lines.contains { line in
      reading.text.cues(ofLine: line).contains { $0.cue == .endWord }
    }
  }

  private static func ends(_ phase: Phase) -> Bool {
    phase == .resolved || phase == .verified || phase == .closed || phase == .mitigated
  }

  /// The entries of the first timeline with a time, in the order of their times.
  private var incidentEntries: [TimelineEntry] {
    guard !timeline.isNewestFirst, timeline.outOfOrder.isEmpty, let part = timeline.parts.first else {
      return []
    }
    return part.map { timeline.entries[$0] }.filter { $0.offset != nil }
  }
}
