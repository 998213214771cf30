import MarkdownTree

/// The length of the incident as the text and the timeline tell it.
extension IncidentAnchors {
  private static let day = 86_400
  /// Among more starts than these nearly any length fits.
  private static let mostStarts = 64

  /// What disagrees with a stated length; nil where it fits some start and end.
  func conflict(of length: DurationMention) -> DurationStatement.Conflict? {
    if starts.count > IncidentAnchors.mostStarts { return nil }
    let accepted = length.acceptedSeconds
    let moments =
      length.qualifier == .exact || length.qualifier == .about ? lengthEnds.orAlert : lengthEnds.alone
    var nearest: (start: Int, end: EndMoments.Moment, seconds: Int)?
    for start in starts {
      guard let from = entries[start].offset, let time = entries[start].time else { continue }
      if endsAsTold(after: time.secondsOfDay, accepted)
        || moments.contains(in: from + accepted.lowerBound...from + accepted.upperBound)
      {
        return nil
      }
      guard let end = moments.nearest(to: from + length.seconds, after: from) else { continue }
      let seconds = end.offset - from
      if nearest.map({ abs(seconds - length.seconds) < abs($0.seconds - length.seconds) }) ?? true {
        nearest = (start, end, seconds)
      }
    }
    return nearest.map { nearest in
      DurationStatement.Conflict(
        stated: Elapsed.text(length.seconds),
        nearest:
          "\(Elapsed.text(nearest.seconds)) from \(clock(nearest.start)) to \(clock(nearest.end.entry))",
        nearestSpan: entries[nearest.end.entry].span)
    }
  }

  /// Whether some length after a second of the day a clock shows the time of a recovery that is told besides.
  private func endsAsTold(after start: Int, _ length: ClosedRange<Int>) -> Bool {
    let day = IncidentAnchors.day
    let (least, most) = (start + length.lowerBound, start + min(length.upperBound, day - 1))
    return least <= most
      && (ends.told.contains(in: least...most) || ends.told.contains(in: least - day...most - day))
  }

  private func clock(_ entry: Int) -> String { entries[entry].time?.description ?? "" }
}

extension DurationMention {
  /// The seconds that the length stands for, within the text's own rounding, a minute, or a tenth for "about".
  var acceptedSeconds: ClosedRange<Int> {
    // Nobody counts eleven hours to the minute.
    let rounding = max(60, seconds / 100, granularity >= 3600 ? granularity / 2 : granularity)
    let slack = qualifier == .exact ? rounding : max(rounding, seconds / 10)
    let least = max(1, seconds - slack)
    return switch qualifier {
    case .under, .upTo: 1...seconds + slack
    case .over: least...max(least, seconds + max(granularity, seconds / 5))
    case .exact, .about: least...seconds + slack
    }
  }
}
