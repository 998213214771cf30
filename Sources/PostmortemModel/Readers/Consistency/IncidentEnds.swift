import MarkdownTree

/// The moments of a timeline at which an incident may have ended.
struct IncidentEnds {
  /// Indices of entries, in the timeline's order.
  let entries: [Int]
  /// The last entry that tells the recovery; nil where none does.
  let recovery: Int?
  /// Times of a recovery that entries tell beside their own, in seconds of the day.
  let told: SortedNumbers
  /// Of the entries, the ends of those that are ranges, and what is told besides.
  private let minutes: SortedNumbers

  /// - Parameter timed: indices of the entries with a time, the last of which may always be the end.
  init(_ entries: [TimelineEntry], _ timed: [Int], _ text: ReportText) {
    let final = timed.last { entries[$0].phaseSet.contains(.verified) || entries[$0].endsImpact }
    let end = final.flatMap { entries[$0].offset }
    let ends =
      timed.filter { index in
        entries[index].endsImpact
          || entries[index].phaseSet.contains(.verified) && entries[index].offset == end
      } + timed.suffix(1)
    let told = ToldRecovery.times(in: timed.map { entries[$0] }, text)
    self.entries = ends
    self.told = SortedNumbers(told.map(\.secondsOfDay))
    recovery = ends.last { entries[$0].phaseSet.contains(.resolved) }
    let times = ends.flatMap { [entries[$0].time, entries[$0].endTime].compactMap(\.self) } + told
    minutes = SortedNumbers(times.map(\.minutesOfDay))
  }

  /// Whether the incident may have ended near a time of day.
  func contains(near time: ClockTime, within slack: Int) -> Bool {
    minutes.contains(near: time.minutesOfDay, within: slack)
  }
}
