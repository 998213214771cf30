import MarkdownTree
import PostmortemModel

extension Rule {
  /// Title, file name, head, summary and timeline speak of the same days.
  ///
  /// Whoever looks up the logs of the wrong day finds nothing; a slip of the year hides the report from every search.
  static let conflictingDate = Rule(
    "conflicting-date",
    "A date that goes with no other of the report",
    severity: .warning,
    page: PackageResources.conflicting_date_md
  ) { postmortem in
    postmortem.dateConflicts.map { conflict in
      let words = postmortem.document.quote(conflict.span)
      let help =
        conflict.kind == .year
        ? "mend the year, or say in the row why it is another"
        : "look the day up in the logs, and make them agree"
      return Violation(
        message(conflict, words), at: conflict.span, help: help, severity: severity(conflict, postmortem))
    }
  }

  private static func message(_ conflict: DateConflict, _ words: String) -> Message {
    switch conflict.kind {
    case .year: .wrongYear(words, conflict.nearest)
    case .title: .differs("the title", "'\(words)'", conflict.nearest)
    case .fileName: .differs("the file name", "\(conflict.date)", conflict.nearest)
    case .field: .differs("the head", "'\(words)'", conflict.nearest)
    case .summary: .differs("the summary", "'\(words)'", conflict.nearest)
    case .documentBefore: .tooEarly(words, conflict.nearest)
    }
  }

  /// A row that its year puts out of order is as wrong as any other that stands there.
  private static func severity(_ conflict: DateConflict, _ postmortem: Postmortem) -> Severity? {
    guard conflict.kind == .year else { return nil }
    let entries = postmortem.timeline.entries
    let isMisplaced = postmortem.timeline.outOfOrder.contains {
      entries[$0.entry].span.overlaps(conflict.span)
    }
    return isMisplaced ? .error : nil
  }
}

extension Message {
  fileprivate static func wrongYear(_ date: String, _ meant: CivilDate) -> Message {
    "'\(date)' is in another year than the rows around it; \(meant) would fit"
  }
  fileprivate static func differs(_ place: String, _ date: String, _ nearest: CivilDate) -> Message {
    "\(place) has \(date), but the nearest day that the report tells of is \(nearest)"
  }
  fileprivate static func tooEarly(_ date: String, _ start: CivilDate) -> Message {
    "the report is dated '\(date)', before the incident of \(start)"
  }
}
