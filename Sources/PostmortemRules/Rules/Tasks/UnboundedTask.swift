import PostmortemModel

extension Rule {
  /// A task comes to an end.
  ///
  /// "Regularly" is a habit: nobody can tick it off, and nobody sees when it stops.
  static let unboundedTask = Rule(
    "unbounded-task",
    "A task that goes on for ever",
    severity: .info,
    page: PackageResources.unbounded_task_md
  ) { postmortem in
    postmortem.tasks.compactMap { task in
      guard task.state != .done, case .recurring(let word, let span) = task.vagueness else { return nil }
      return Violation(
        .recurring(word, task.text), at: span,
        help: "say the first step, or set up what repeats it: \"schedule …\", \"add a job that …\"")
    }
  }
}

extension Message {
  fileprivate static func recurring(_ word: String, _ task: String) -> Message {
    "'\(word)' leaves '\(quote(task, limit: 40))' without an end"
  }
}
