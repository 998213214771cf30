import PostmortemModel

extension Rule {
  /// The tasks tell which comes first.
  ///
  /// Where everything is equally urgent, the easy things are done and the one that matters waits.
  static let unprioritisedTasks = Rule(
    "unprioritised-tasks",
    "Tasks without a priority, or all with the same",
    severity: .info,
    precision: .veryHigh,
    isOnByDefault: false,
    page: PackageResources.unprioritised_tasks_md
  ) { postmortem in
    let open = postmortem.tasks.filter { $0.state != .done }
    guard open.count > 1, let first = open.first else { return [] }
    guard let priority = open.lazy.compactMap(\.priority).first else {
      let help = "say which comes first: \"[P1]\", a column 'Priority', or a heading for each"
      return [Violation(.noneRanked(open.count), at: first.span, help: help)]
    }
    let isSame = open.allSatisfy { $0.priority?.text.lowercased() == priority.text.lowercased() }
    guard open.count > 2, isSame else { return [] }
    return [
      Violation(
        .allEqual(open.count, priority.text), at: priority.span,
        help: "raise the one that would have helped most")
    ]
  }
}

extension Message {
  fileprivate static func noneRanked(_ count: Int) -> Message {
    "\(count == 2 ? "neither of the two" : "none of the \(count)") tasks has a priority"
  }
  fileprivate static func allEqual(_ count: Int, _ priority: String) -> Message {
    "all \(count) tasks have the priority '\(quote(priority))'"
  }
}
