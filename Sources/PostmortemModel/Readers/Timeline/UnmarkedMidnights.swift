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
          !saysDay(after)
        else { return nil }
        return UnmarkedMidnight(before: before, after: after)
      }
    }
  }

  /// "the next morning", "midnight", a date inside the text.
  private func saysDay(_ entry: TimelineEntry) -> Bool {
    let tellsDate = reading.times(of: entry).contains { if case .date = $0 { true } else { false } }
    return tellsDate || reading.cues(of: entry).contains { $0.cue == .nextDay }
  }
}
