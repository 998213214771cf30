import MarkdownTree
import PostmortemModel

extension Rule {
  /// A task is due after the incident, and not long ago.
  ///
  /// A date before the incident is a slip of the pen; one that has passed shows work that was forgotten.
  static let dueDateOutOfRange = Rule(
    "due-date-out-of-range",
    "A task due before the incident, or overdue",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.due_date_out_of_range_md
  ) { postmortem, _, surroundings in
    let dueDays = postmortem.dueDays
    if dueDays.isEmpty { return [] }
    let start = postmortem.firstDay
    return dueDays.compactMap { due in
      let state = postmortem.tasks[due.task].state
      if state == .done { return nil }
      let words = postmortem.document.quote(due.span)
      if let start, due.day.dayNumber < start.dayNumber - 1 {
        return Violation(
          .early(words, start), at: due.span, help: "mend the date; look at its year and its month first")
      }
      // Only a task that is said to be open can be overdue: most reports are not touched again when a task is done.
      guard state == .open, let today = surroundings.today, due.day < today else { return nil }
      return Violation(
        .overdue(words), at: due.span, help: "finish it, give it a new date, or say why it will not be done")
    }
  }
}

extension Message {
  fileprivate static func early(_ date: String, _ start: CivilDate) -> Message {
    "due '\(date)', before the incident of \(start)"
  }
  fileprivate static func overdue(_ date: String) -> Message {
    "due '\(date)' has passed, and the task is open"
  }
}
