import MarkdownTree
import PostmortemModel

extension Rule {
  /// A wall time that clocks showed twice says which of the two it is.
  ///
  /// In the night when clocks are put back an hour comes twice, and nobody can tell the first from the second.
  static let repeatedTime = Rule(
    "repeated-time",
    "A time in the hour that clocks show twice in autumn",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.repeated_time_md
  ) { postmortem in
    postmortem.wallTimeFaults.compactMap { fault in
      guard case .repeated = fault.local else { return nil }
      let names = fault.offsetNames.map { "'\(fault.time) (\($0))'" }
      return Violation(
        .repeated(fault.time, on: fault.date, in: fault.zone.name), at: fault.entry.span,
        help: "write \(names.joined(separator: " or "))")
    }
  }
}

extension Message {
  fileprivate static func repeated(_ time: ClockTime, on date: CivilDate, in zone: String) -> Message {
    "clocks in '\(quote(zone))' showed \(time) twice on \(date)"
  }
}
