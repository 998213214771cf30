import PostmortemModel

extension Rule {
  /// A task changes the system, not the people.
  ///
  /// Whoever is trained leaves, whoever is reminded forgets; a check, a limit or a default stays.
  static let personFixingTask = Rule(
    "person-fixing-task",
    "A task that trains or reminds people",
    severity: .warning,
    page: PackageResources.person_fixing_task_md
  ) { postmortem in
    postmortem.tasks.compactMap { task in
      guard task.state != .done, let appeal = task.appeal else { return nil }
      return Violation(
        .works(appeal.text), at: appeal.span,
        help: "add what works when nobody remembers: a check, a limit, a default, a runbook at the alert")
    }
  }
}

extension Message {
  fileprivate static func works(_ words: String) -> Message {
    "'\(quote(words, limit: 40))' works on people; a task changes the system"
  }
}
