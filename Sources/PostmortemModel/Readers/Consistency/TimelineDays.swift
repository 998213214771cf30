import MarkdownTree

/// The days of a timeline that tells them itself, in order.
struct TimelineDays {
  private let entries: [(date: CivilDate, entry: TimelineEntry)]

  /// Nil for a timeline that takes the day of an entry from elsewhere: nothing can contradict it.
  init?(_ entries: some Sequence<TimelineEntry>) {
    var dated: [(date: CivilDate, entry: TimelineEntry)] = []
    for entry in entries {
      switch entry.dateSource {
      case .entry, .heading, .previousEntry: break
      default: return nil
      }
      if let date = entry.date { dated.append((date, entry)) }
    }
    self.entries = dated.sorted { $0.date.dayNumber < $1.date.dayNumber }
  }

  /// What disagrees with a window of a day that lies far from all entries.
  func conflict(with window: RangeMention) -> DurationStatement.Conflict? {
    guard let day = window.start.date?.date else { return nil }
    let place = entries.partitioningIndex { $0.date.dayNumber >= day.dayNumber }
    let nearest = [place - 1, place].filter(entries.indices.contains).map { entries[$0] }
      .min { distance($0.date, day) < distance($1.date, day) }
    guard let nearest, distance(nearest.date, day) > 2 else { return nil }
    return DurationStatement.Conflict(
      stated: day.description, nearest: "the timeline's \(nearest.date)", nearestSpan: nearest.entry.span)
  }

  private func distance(_ one: CivilDate, _ other: CivilDate) -> Int { abs(one.dayNumber - other.dayNumber) }
}
