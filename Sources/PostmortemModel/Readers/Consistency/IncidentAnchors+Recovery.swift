import MarkdownTree

/// The end of the incident as the text and the timeline tell it.
extension IncidentAnchors {
  /// The seconds from an entry to the next time that a clock shows another.
  func seconds(from start: Int, to end: ClockTime) -> Int {
    (end.secondsOfDay - (entries[start].time?.secondsOfDay ?? 0) + 86_400) % 86_400
  }

  /// What disagrees with a moment at which the text says that all was well again: a recovery in the timeline at another
  /// time, where nothing else happened at that moment.
  func conflict(ofRecovery clock: ClockMention) -> DurationStatement.Conflict? {
    guard let stated = clock.time, let zone = timed.first.map({ entries[$0].zone }) else { return nil }
    if let own = clock.writtenZone, let main = zone, !ZoneReader.agree(own, main) { return nil }
    let slack = clock.isApproximate ? 15 : 5
    guard let recovery = ends.last(where: { entries[$0].phaseSet.contains(.resolved) }),
      let time = entries[recovery].time,
      !timed.contains(where: {
        fits(stated, entries[$0].time, slack) || fits(stated, entries[$0].endTime, slack)
      }),
      !toldEnds.contains(where: { fits(stated, $0, slack) })
    else { return nil }
    return DurationStatement.Conflict(
      stated: stated.description, nearest: "the recovery at \(time)", nearestSpan: entries[recovery].span)
  }
}
