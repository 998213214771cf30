import PostmortemModel

/// The entries of the timelines that stand in order, to tell where a misplaced one belongs.
struct TimelineOrder {
  /// The entry beside which another belongs.
  struct Neighbour {
    let entry: TimelineEntry
    /// Whether it comes first.
    let isBefore: Bool
  }

  private let entries: [TimelineEntry]

  init(of timeline: Timeline) {
    let misplaced = Set(timeline.outOfOrder.map(\.entry))
    entries = timeline.entries.indices
      .filter { !misplaced.contains($0) }
      .map { timeline.entries[$0] }
      .filter { $0.offset != nil }
      .sorted { $0.place < $1.place }
  }

  /// The last entry that is no later, or else the first of the timeline.
  func neighbour(of entry: TimelineEntry) -> Neighbour? {
    let next = entries.partitioningIndex {
      ($0.timeline, $0.offset ?? 0) > (entry.timeline, entry.offset ?? 0)
    }
    if next > 0, entries[next - 1].timeline == entry.timeline {
      return Neighbour(entry: entries[next - 1], isBefore: true)
    }
    guard next < entries.count, entries[next].timeline == entry.timeline else { return nil }
    return Neighbour(entry: entries[next], isBefore: false)
  }
}

extension TimelineEntry {
  fileprivate var place: (Int, Int, Int) { (timeline, offset ?? 0, line) }
}
