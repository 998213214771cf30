import PostmortemModel

extension Rule {
  /// At least one task makes the same failure less likely.
  ///
  /// An alert and a faster rollback make the next time shorter; it will still come.
  static let noPreventiveTask = Rule(
    "no-preventive-task",
    "No task keeps the failure from coming back",
    severity: .warning,
    isOnByDefault: false,
    page: PackageResources.no_preventive_task_md
  ) { postmortem in
    let tasks = postmortem.tasks
    guard tasks.count > 1, let first = tasks.first,
      tasks.allSatisfy({ !$0.kinds.isEmpty && !$0.kinds.contains(.prevent) })
    else { return [] }
    let kinds = ActionItem.Kind.allCases.filter { kind in tasks.contains { $0.kinds.contains(kind) } }
    return [
      Violation(
        .onlyReacts(kinds), at: first.span,
        help: "add what makes it impossible or less likely: a check, a limit, a test, a safe default")
    ]
  }
}

extension Message {
  fileprivate static func onlyReacts(_ kinds: [ActionItem.Kind]) -> Message {
    let names = kinds.map { kind in
      switch kind {
      case .prevent: "prevention"
      case .detect: "detection"
      case .mitigate: "mitigation"
      case .repair: "repair"
      case .investigate: "investigation"
      case .people: "work on people"
      }
    }
    let list =
      names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "") + (names.last ?? "")
    return "no task prevents the failure: the list holds only \(list)"
  }
}
