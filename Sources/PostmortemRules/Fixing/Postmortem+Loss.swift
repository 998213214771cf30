public import PostmortemModel

extension Postmortem {
  /// Whether an earlier reading of the same report told more: a section, a moment, a task, a fact about the incident.
  public func hasLost(anythingOf earlier: Postmortem) -> Bool {
    if earlier.kind == .postmortem, kind != .postmortem { return true }
    if earlier.title != nil, title == nil { return true }
    if earlier.metadata.date != nil, metadata.date != earlier.metadata.date { return true }
    if tasks.count < earlier.tasks.count || measures.count < earlier.measures.count { return true }
    let known = moments
    let dateless = Set(known.map { Told(date: nil, time: $0.time) })
    return !known.union(dateless).isSuperset(of: earlier.moments) || !hasSections(of: earlier)
  }

  private struct Told: Hashable {
    let date: CivilDate?
    let time: ClockTime?
  }

  /// The times of the timeline: an entry that is told twice counts once. A date that may be read in two ways tells no
  /// day.
  private var moments: Set<Told> {
    let isOpen = timeline.entries.contains { $0.writtenDate?.isAmbiguousOrder == true }
    return Set(timeline.entries.map { Told(date: isOpen ? nil : $0.date, time: $0.time) })
  }

  private func hasSections(of earlier: Postmortem) -> Bool {
    let (now, before) = (sectionCounts, earlier.sectionCounts)
    return before.allSatisfy { now[$0.key, default: 0] >= $0.value }
  }

  /// How many sections with text there are of each kind. A title's text may have become that of a chapter below it.
  private var sectionCounts: [SectionKind: Int] {
    var counts: [SectionKind: Int] = [:]
    for section in sections where section.content == .full {
      for kind in section.kinds where kind != .other && kind != .title { counts[kind, default: 0] += 1 }
    }
    return counts
  }
}
