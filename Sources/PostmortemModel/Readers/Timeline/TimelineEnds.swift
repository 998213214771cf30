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
    guard members.count >= 3, let last = members.last, !soundsLikeEnd(timeline.entries[last]) else {
      return nil
    }
    let end = members.lastIndex { tells($0, Postmortem.ends) }
    guard let end else { return timeline.entries[last] }
    // What fails again after it was mended is open again.
    let isReopened = members[end...].dropFirst().contains { tells($0, .impactStart) }
    return isReopened ? timeline.entries[last] : nil
  }

  /// The first entry of a timeline that begins when the trouble was noticed.
  public var timelineStartAtDetection: TimelineEntry? {
    let members = incidentEntries
    guard members.count >= 3, let first = members.first, tells(first, .detected),
      !tells(first, .trigger), !tells(first, .impactStart)
    else { return nil }
    return timeline.entries[first]
  }

  /// Nil where the phases follow each other, or come again.
  public var phasesOutOfOrder: PhaseReversal? {
    // A status page, one's own or a provider's, follows other clocks.
    let members = incidentEntries.filter { !tells($0, .communicated) }
    return reversal(of: .detected, .acknowledged, among: members)
      ?? reversal(of: .mitigated, .resolved, among: members)
  }

  private func reversal(of early: Phase, _ late: Phase, among members: [Int]) -> PhaseReversal? {
    guard let first = members.firstIndex(where: { tells($0, early) }),
      let before = members[..<first].lastIndex(where: { tells($0, late) }),
      let from = timeline.entries[members[before]].offset, let to = timeline.entries[members[first]].offset,
      from < to, !members[(before + 1)...].contains(where: { tells($0, late) })
    else { return nil }
    return PhaseReversal(
      early: early, earlyEntry: timeline.entries[members[first]],
      late: late, lateEntry: timeline.entries[members[before]])
  }

  /// Whether an entry has words of an end that no phase is told by: "website was operational".
  private func soundsLikeEnd(_ entry: TimelineEntry) -> Bool {
    entry.lines.contains { line in
      reading.text.cues(ofLine: line).contains { $0.cue == .endWord }
    }
  }

  private static let ends: PhaseSet = [.resolved, .verified, .closed, .mitigated]

  /// Whether an entry tells one of some phases.
  func tells(_ entry: Int, _ phases: PhaseSet) -> Bool {
    !timeline.entries[entry].phaseSet.isDisjoint(with: phases)
  }

  func tells(_ entry: Int, _ phase: Phase) -> Bool { timeline.entries[entry].phaseSet.contains(phase) }

  /// The indices of the first timeline's entries with a time, in the order of their times.
  private var incidentEntries: [Int] {
    guard !timeline.isNewestFirst, timeline.outOfOrder.isEmpty else { return [] }
    return timeline.entries.indices.prefix { timeline.entries[$0].timeline == 0 }
      .filter { timeline.entries[$0].offset != nil }
  }
}
