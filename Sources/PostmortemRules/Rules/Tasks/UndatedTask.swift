import PostmortemModel

extension Rule {
  /// A task says by when it will be done.
  ///
  /// Work without a date loses against work with one.
  static let undatedTask = Rule(
    "undated-task",
    "Tasks without a date",
    severity: .info,
    precision: .veryHigh,
    page: PackageResources.undated_task_md
  ) { postmortem in
    let help = "give a day, a sprint or a quarter: \"(due 2024-06-14)\", or a column 'Due'"
    if postmortem.tasks.allSatisfy({ $0.due != nil }) { return [] }
    let open = postmortem.tasks.filter(\.isOpen)
    if open.count > 1, let first = open.first, postmortem.tasks.allSatisfy({ $0.due == nil }) {
      return [Violation(.noneDated(open.count), at: first.span, help: help)]
    }
    return open.filter { $0.due == nil }.map { Violation(.undated($0.text), at: $0.span, help: help) }
  }
}

extension Message {
  fileprivate static func undated(_ task: String) -> Message { "task '\(quote(task))' has no date" }
  fileprivate static func noneDated(_ count: Int) -> Message {
    "\(count == 2 ? "neither of the two" : "none of the \(count)") tasks has a date"
  }
}
