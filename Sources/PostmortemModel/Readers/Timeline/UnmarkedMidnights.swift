import MarkdownTree

/// A midnight between two entries that only the falling clock tells.
public struct UnmarkedMidnight: Sendable {
  /// The last entry of the day.
  public let before: TimelineEntry
  /// The first entry of the next.
  public let after: TimelineEntry
}

extension Postmortem {
  /// The steps from one day to the next that no date, heading or word such as "midnight" marks.
  public var unmarkedMidnights: [UnmarkedMidnight] {
    if timeline.isNewestFirst { return [] }
    return timeline.parts.flatMap { part in
      part.dropFirst().compactMap { index in
        let (before, after) = (timeline.entries[index - 1], timeline.entries[index])
        guard after.dateSource == .rollover, let late = before.time, let early = after.time, early < late,
          !saysDay(after), !isToldInWindow(after)
        else { return nil }
        return UnmarkedMidnight(before: before, after: after)
      }
    }
  }

  /// Whether a window of the incident, "14 Oct, 22:40 – 15 Oct, 01:15", ends on the day of an entry.
  private func isToldInWindow(_ entry: TimelineEntry) -> Bool {
    statements.contains { statement in
      guard case .window(let window) = statement.content, let start = window.start.date?.date,
        let end = window.end.date?.date
      else { return false }
      return start < end && end == entry.date
    }
  }

  /// "the next morning", "midnight", a date inside the text.
  private func saysDay(_ entry: TimelineEntry) -> Bool {
    let tellsDate = reading.times(of: entry).contains { if case .date = $0 { true } else { false } }
    return tellsDate || reading.cues(of: entry).contains { $0.cue == .nextDay }
  }
}
