import MarkdownTree
import PostmortemModel

extension Rule {
  /// A file that is linted is a postmortem.
  ///
  /// A README or a runbook would fail every other rule; one finding tells to leave it out.
  static let notAPostmortem = Rule(
    "not-a-postmortem",
    "A file of another kind",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.not_a_postmortem_md
  ) { postmortem in
    guard postmortem.kind == .other, !postmortem.isEmpty else { return [] }
    return [
      Violation(
        .other, at: postmortem.title?.span ?? postmortem.document.opening,
        help: "leave the file out, or name its sections: summary, impact, timeline, root cause, action items")
    ]
  }
}

extension Message {
  fileprivate static let other: Message = "this does not read as a postmortem; nothing else was checked"
}
