import PostmortemModel

extension Rule {
  /// A task has a ticket, where its progress is seen.
  ///
  /// Nobody opens an old report to look whether its tasks are done; a tracker asks by itself.
  static let untrackedTask = Rule(
    "untracked-task",
    "Tasks without a ticket",
    severity: .info,
    precision: .veryHigh,
    isOnByDefault: false,
    page: PackageResources.untracked_task_md
  ) { postmortem in
    let help = "open a ticket and name it: \"(OPS-123)\", \"#45\", a link, or a column 'Ticket'"
    if postmortem.tasks.allSatisfy({ $0.tracker != nil }) { return [] }
    let open = postmortem.tasks.filter { $0.state != .done }
    if open.count > 1, let first = open.first, postmortem.tasks.allSatisfy({ $0.tracker == nil }) {
      return [Violation(.noneTracked(open.count), at: first.span, help: help)]
    }
    return open.filter { $0.tracker == nil }.map { Violation(.untracked($0.text), at: $0.span, help: help) }
  }
}

extension Message {
  fileprivate static func untracked(_ task: String) -> Message { "task '\(quote(task))' has no ticket" }
  fileprivate static func noneTracked(_ count: Int) -> Message {
    "\(count == 2 ? "neither of the two" : "none of the \(count)") tasks has a ticket"
  }
}
