public import MarkdownTree

/// The day by which a task is due.
public struct DueDay: Sendable {
  /// An index into `Postmortem.tasks`.
  public let task: Int
  public let day: CivilDate
  public let span: SourceSpan
}

extension Postmortem {
  /// The tasks that are due on a certain day. A day without a year is in the incident's year or the next.
  public var dueDays: [DueDay] {
    tasks.indices.compactMap { index in
      guard let due = tasks[index].due else { return nil }
      let line = reading.text.line(at: due.span.start)
      for case .date(let date) in reading.text.times[line] where due.span.contains(date.span) {
        guard let day = date.date ?? following(date) else { return nil }
        return DueDay(task: index, day: day, span: date.span)
      }
      return nil
    }
  }

  /// The first such day that does not lie far before the incident.
  private func following(_ mention: DateMention) -> CivilDate? {
    guard mention.year == nil, let incident = metadata.date else { return nil }
    return (0...1).lazy.compactMap {
      CivilDate(year: incident.year + $0, month: mention.month, day: mention.day)
    }.first { $0 >= incident }
  }
}
