import PostmortemModel

extension Rule {
  /// A task tells what to do and when it is done.
  ///
  /// "Improve testing" is never finished, so it is never started either.
  static let vagueTask = Rule(
    "vague-task",
    "A task without an end",
    severity: .warning,
    precision: .medium,
    page: PackageResources.vague_task_md
  ) { postmortem in
    postmortem.tasks.filter { $0.vagueness != nil && $0.state != .done }.compactMap { task in
      switch task.vagueness {
      case .verb(let verb, let span):
        Violation(
          .endless(verb, task.text), at: span,
          help: "say what will be there when it is done: a number, a file, a service, an alert")
      case .attitude(let words, let span):
        Violation(
          .attitude(words), at: span, help: "add a check, limit or default that works when nobody takes care")
      case .noAction:
        Violation(
          .noAction(task.text), at: task.span,
          help: "begin with a verb and name the thing: \"add an alert for …\"")
      // A habit is the matter of unbounded-task.
      case .recurring, nil: nil
      }
    }
  }
}

extension Message {
  fileprivate static func endless(_ verb: String, _ task: String) -> Message {
    "'\(verb)' does not tell when '\(quote(task, limit: 40))' is done"
  }
  fileprivate static func attitude(_ words: String) -> Message {
    "'\(words)' asks people to take care, not for a change"
  }
  fileprivate static func noAction(_ task: String) -> Message { "'\(quote(task))' names nothing to do" }
}
