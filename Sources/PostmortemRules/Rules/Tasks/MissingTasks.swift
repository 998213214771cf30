import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report ends in at least one thing to do.
  ///
  /// Directions without a task are forgotten; the incident comes back.
  static let missingTasks = Rule(
    "missing-tasks",
    "Measures without a single concrete task",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.missing_tasks_md
  ) { postmortem in
    let isTold = { (section: Section) in section.content == .full }
    guard !postmortem.tasks.contains(where: { $0.isConcrete || $0.state == .done }),
      let section = postmortem.sections(of: .tasks).first(where: isTold)
        ?? postmortem.sections(of: .measures).first(where: isTold)
    else { return [] }
    return [
      Violation(
        .taskless(section.title), at: section.span,
        help: "add what a colleague could start tomorrow and tick off, with its owner and date")
    ]
  }
}

extension Message {
  fileprivate static func taskless(_ title: String) -> Message { "'\(quote(title))' holds no concrete task" }
}
