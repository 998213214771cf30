import MarkdownTree
import PostmortemModel

extension Rule {
  /// A wall time is one that the clocks of its place showed.
  ///
  /// In the night when clocks are put forward an hour is left out; a time within it is an hour off, or in another zone.
  static let nonexistentTime = Rule(
    "nonexistent-time",
    "A time in the hour that clocks leave out in spring",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.nonexistent_time_md
  ) { postmortem in
    postmortem.wallTimeFaults.compactMap { fault in
      guard case .nonexistent = fault.local else { return nil }
      return Violation(
        .nonexistent(fault.time, on: fault.date, in: fault.zone.name), at: fault.entry.span,
        help: "look it up in the logs, and write it in UTC, which has no such gaps")
    }
  }
}

extension Message {
  fileprivate static func nonexistent(_ time: ClockTime, on date: CivilDate, in zone: String) -> Message {
    "no clock in '\(quote(zone))' showed \(time) on \(date): clocks were put forward"
  }
}
