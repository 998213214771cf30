import PostmortemModel

extension Rule {
  /// A task names one person or team who will finish it.
  ///
  /// "We should …" lists are where follow-up work dies; an owner is the cheapest sign that an item will close.
  static let unownedTask = Rule(
    "unowned-task",
    "Tasks without an owner",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.unowned_task_md
  ) { postmortem in
    let help = "name who will finish it: \"(owner: @name)\", or a column 'Owner'"
    if postmortem.tasks.allSatisfy({ $0.owner != nil }) { return [] }
    let open = postmortem.tasks.filter(\.isOpen)
    if open.count > 1, let first = open.first, postmortem.tasks.allSatisfy({ $0.owner == nil }) {
      return [Violation(.noneOwned(open.count), at: first.span, help: help)]
    }
    return open.filter { $0.owner == nil }.map { Violation(.unowned($0.text), at: $0.span, help: help) }
  }
}

extension Message {
  fileprivate static func unowned(_ task: String) -> Message { "task '\(quote(task))' has no owner" }
  fileprivate static func noneOwned(_ count: Int) -> Message {
    "\(count == 2 ? "neither of the two" : "none of the \(count)") tasks has an owner"
  }
}
