import MarkdownTree
import PostmortemModel

extension Rule {
  /// A new day in the timeline has its date.
  ///
  /// A clock that falls may have passed midnight, or may be mistyped; without a date nobody can tell.
  static let unmarkedMidnight = Rule(
    "unmarked-midnight",
    "A new day that only the falling clock tells",
    severity: .warning,
    page: PackageResources.unmarked_midnight_md
  ) { postmortem in
    postmortem.unmarkedMidnights.map { midnight in
      let time = postmortem.document.quote(midnight.after.span)
      let dated = midnight.after.date.map { "'\($0) \(time)'" }
      return Violation(
        .unmarked(time, after: postmortem.document.quote(midnight.before.span)), at: midnight.after.span,
        help: "write \(dated ?? "the date before the first time of each day"), or mend the time")
    }
  }
}

extension Message {
  fileprivate static func unmarked(_ time: String, after earlier: String) -> Message {
    "'\(time)' is on the day after '\(earlier)', and no date says so"
  }
}
