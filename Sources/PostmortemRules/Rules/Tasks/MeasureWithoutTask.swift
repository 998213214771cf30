import PostmortemModel

extension Rule {
  /// Every measure is carried out by a task.
  ///
  /// "Improve monitoring" is a wish until somebody has a ticket for its first step.
  static let measureWithoutTask = Rule(
    "measure-without-task",
    "A measure that no task carries out",
    severity: .error,
    precision: .medium,
    page: PackageResources.measure_without_task_md
  ) { postmortem in
    postmortem.measures
      .filter { !$0.isCovered }
      .map { measure in
        let vague = measure.matches.map { postmortem.tasks[$0.task] }
        if let first = vague.first {
          return Violation(
            .vaguely(measure.text, first, others: vague.count - 1), at: measure.span,
            help: "say in the task what will be there when it is done: a number, a file, a service, an alert")
        }
        let nearest = measure.nearest.prefix(2).map { name(postmortem.tasks[$0]) }
        return Violation(.uncovered(measure.text), at: measure.span, help: help(nearest))
      }
  }

  private static func name(_ task: ActionItem) -> String { "'\(quote(task.text))' (line \(task.line))" }

  private static func help(_ nearest: [String]) -> String {
    guard let first = nearest.first else { return "add a task that is its first step" }
    if nearest.count == 1 { return "add a task that is its first step; nearest is \(first)" }
    return "add a task that is its first step; nearest are \(first) and \(nearest[1])"
  }
}

extension Message {
  fileprivate static func uncovered(_ measure: String) -> Message {
    "no task carries out '\(quote(measure))'"
  }
  fileprivate static func vaguely(_ measure: String, _ task: ActionItem, others: Int) -> Message {
    let name = "'\(quote(task.text, limit: 40))' on line \(task.line)"
    return others == 0
      ? "only \(name) carries out '\(quote(measure))', and it does not tell when it is done"
      : "only \(name) and \(others) more carry out '\(quote(measure))', and none tells when it is done"
  }
}
