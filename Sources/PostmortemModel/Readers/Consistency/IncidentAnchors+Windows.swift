import MarkdownTree

/// The start and the end of the incident as the text and the timeline tell them.
extension IncidentAnchors {
  /// What disagrees with a stated window: a detection before its start, a recovery that is not at its end.
  ///
  /// - Parameter isOutage: whether it is told to be that of the outage, not of some work.
  func conflict(of window: RangeMention, isOutage: Bool) -> DurationStatement.Conflict? {
    guard let start = window.start.clock?.time, let end = window.end.clock?.time,
      // A window in another zone than the timeline's is another way to say the same.
      isOnClock(window.start.zone ?? window.end.zone)
    else { return nil }
    let slack = window.end.clock?.isApproximate == true || window.start.clock?.isApproximate == true ? 15 : 5
    if let conflict = earlySign(before: start, on: window.start.date, slack) { return conflict }
    if isOutage, let conflict = namedStartConflict(start, slack) { return conflict }
    // A window inside the incident (a wave, a maintenance) ends at some moment of the timeline, an outage at no moment
    // of trouble.
    let others = isOutage ? calmMoments : moments.all
    if ends.contains(near: end, within: slack) || others.contains(near: end.minutesOfDay, within: 1) {
      return nil
    }
    if let recovery = ends.recovery { return conflict(end, "the recovery", recovery) }
    return ends.entries.last.flatMap { conflict(end, "the last entry", $0) }
  }

  /// What disagrees with a moment at which the text says that all was well again: a recovery in the timeline at another
  /// time, where nothing else happened at that moment.
  func conflict(ofRecovery clock: ClockMention) -> DurationStatement.Conflict? {
    guard let stated = clock.time, let recovery = ends.recovery, isOnClock(clock.writtenZone) else {
      return nil
    }
    let slack = clock.isApproximate ? 15 : 5
    if happens(near: stated, within: slack) || ends.contains(near: stated, within: slack)
      || moments.rangeEnds.contains(near: stated.minutesOfDay, within: slack)
    {
      return nil
    }
    return conflict(stated, "the recovery", recovery)
  }

  /// Whether a time in a zone, if any is written, is told by the timeline's clock.
  private func isOnClock(_ zone: ZoneMention?) -> Bool {
    guard let zone, let main = self.zone else { return true }
    return ZoneReader.agree(zone, main)
  }

  /// A detection before what is said to be the start.
  private func earlySign(before start: ClockTime, on day: DateMention?, _ slack: Int)
    -> DurationStatement.Conflict?
  {
    guard let firstSign, let time = entries[firstSign].time, isSameDay(day, entries[firstSign].date),
      start.minutesOfDay - time.minutesOfDay > slack, start.minutesOfDay - time.minutesOfDay < 720,
      !happens(near: start, within: slack)
    else { return nil }
    let isDetection = entries[firstSign].phaseSet.contains(.detected)
    return conflict(start, isDetection ? "the detection" : "the first entry", firstSign)
  }

  /// An outage that is said to start at another moment than the entry that says no more than that it starts.
  private func namedStartConflict(_ start: ClockTime, _ slack: Int) -> DurationStatement.Conflict? {
    guard let namedStart, !impactStarts.contains(near: start.minutesOfDay, within: slack) else { return nil }
    return conflict(start, "the start of the trouble", namedStart)
  }

  private func conflict(_ stated: ClockTime, _ name: String, _ entry: Int) -> DurationStatement.Conflict? {
    entries[entry].time.map { time in
      DurationStatement.Conflict(
        stated: stated.description, nearest: "\(name) at \(time)", nearestSpan: entries[entry].span)
    }
  }

  private func isSameDay(_ mention: DateMention?, _ date: CivilDate?) -> Bool {
    guard let day = mention?.date, let other = date else { return true }
    return day == other
  }
}
