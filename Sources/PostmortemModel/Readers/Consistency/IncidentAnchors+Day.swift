import MarkdownTree

extension IncidentAnchors {
  /// A window of a day that lies far from all entries.
  static func dayConflict(_ window: RangeMention, _ entries: [TimelineEntry]) -> DurationStatement.Conflict? {
    guard let day = window.start.date?.date else { return nil }
    var nearest: (entry: TimelineEntry, date: CivilDate, distance: Int)?
    for entry in entries {
      switch entry.dateSource {
      case .entry, .heading, .previousEntry: break
      default: return nil
      }
      guard let date = entry.date else { continue }
      let distance = abs(date.dayNumber - day.dayNumber)
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (entry, date, distance) }
    }
    guard let nearest, nearest.distance > 2 else { return nil }
    return DurationStatement.Conflict(
      stated: day.description, nearest: "the timeline's \(nearest.date)", nearestSpan: nearest.entry.span)
  }
}
