import MarkdownTree
import PostmortemModel

extension Rule {
  /// A cause that is not known comes with a task to find it.
  ///
  /// What nobody looks for comes back; the report is the last moment at which somebody can be asked to look.
  static let unknownCauseWithoutTask = Rule(
    "unknown-cause-without-task",
    "A cause left unknown, and nobody is to find it",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.unknown_cause_without_task_md
  ) { postmortem in
    guard let span = postmortem.unknownCauses.first, !postmortem.plansInvestigation else { return [] }
    return [
      Violation(
        .unknown(postmortem.document.quote(span)), at: span,
        help: "add a task: what to reproduce, measure or log until the cause is found")
    ]
  }
}

extension Message {
  fileprivate static func unknown(_ words: String) -> Message {
    "the cause '\(words)', and no task is to find it"
  }
}
