import MarkdownTree
import PostmortemModel

extension Rule {
  /// The phases of an incident follow each other: detected, acknowledged; mitigated, resolved.
  ///
  /// Nobody acknowledges what nobody has detected: a time is mistyped, or an entry is missing.
  static let phasesOutOfOrder = Rule(
    "phases-out-of-order",
    "Acknowledged before detected, resolved before mitigated",
    severity: .warning,
    page: PackageResources.phases_out_of_order_md
  ) { postmortem in
    guard let pair = postmortem.phasesOutOfOrder else { return [] }
    return [
      Violation(
        .reversed(
          pair.late, postmortem.document.quote(pair.lateEntry.span), before: pair.early,
          postmortem.document.quote(pair.earlyEntry.span)), at: pair.lateEntry.span,
        help: "check both times, and look for the entry that is missing")
    ]
  }
}

extension Message {
  fileprivate static func reversed(
    _ late: Phase, _ lateTime: String, before early: Phase, _ earlyTime: String
  ) -> Message {
    "\(late.rawValue) at '\(lateTime)', before it is \(early.rawValue) at '\(earlyTime)'"
  }
}
