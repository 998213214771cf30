import PostmortemModel

extension Rule {
  /// Some task is still to be done.
  ///
  /// A list of what was done to end the incident is its resolution; what keeps it from coming back is missing.
  static let finishedTasksOnly = Rule(
    "finished-tasks-only",
    "Tasks that only tell what was done",
    severity: .info,
    page: PackageResources.finished_tasks_only_md
  ) { postmortem in
    guard postmortem.tasks.count > 1, let first = postmortem.tasks.first,
      postmortem.tasks.allSatisfy(\.isToldInPast)
    else { return [] }
    return [
      Violation(
        .allDone(postmortem.tasks.count), at: first.span,
        help: "say what is still to be done, or move the list to the resolution")
    ]
  }
}

extension Message {
  fileprivate static func allDone(_ count: Int) -> Message {
    "\(count == 2 ? "both" : "all \(count)") tasks tell what was done, none what is to be done"
  }
}
