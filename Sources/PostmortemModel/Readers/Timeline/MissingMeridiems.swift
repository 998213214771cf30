public import MarkdownTree

/// A time that may be meant in the morning or in the evening.
public struct MissingMeridiem: Sendable {
  /// The place of the time, without its zone.
  public let span: SourceSpan
  /// The entry before, where only its later hour tells that this one is of the afternoon: "11:57", then "1:17".
  public let previous: TimelineEntry?
}

extension Postmortem {
  /// The bare times among times with "am" or "pm"; where none has any, the first that steps back past noon.
  public var missingMeridiems: [MissingMeridiem] {
    timeline.parts.flatMap { part in
      let styles = ClockStyles(of: timeline.entries[part], reading.text)
      if !styles.hold(.twelveHour) { return firstPastNoon(part).map { [$0] } ?? [] }
      // Beside times such as 14:00 a bare one may well be of 24 hours.
      guard !styles.hold(.twentyFourHour) else { return [] }
      return styles.entries(.open).compactMap { missingMeridiem(of: $0, after: nil) }
    }
  }

  private func firstPastNoon(_ part: Range<Int>) -> MissingMeridiem? {
    for index in part.dropFirst() {
      let (previous, entry) = (timeline.entries[index - 1], timeline.entries[index])
      guard entry.dateSource != .entry, let clock = entry.clock, clock.isBare12h, !clock.isPadded,
        let before = previous.clock, before.isBare12h, let time = clock.time, let earlier = before.time,
        time.hour <= 7, (8...12).contains(earlier.hour)
      else { continue }
      return missingMeridiem(of: entry, after: previous)
    }
    return nil
  }

  private func missingMeridiem(of entry: TimelineEntry, after previous: TimelineEntry?) -> MissingMeridiem? {
    guard let span = entry.clock.flatMap({ ClockStyles.digits(of: $0, reading.text) }) else { return nil }
    return MissingMeridiem(span: span, previous: previous)
  }
}
