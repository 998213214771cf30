import MarkdownTree
import PostmortemModel

extension Rule {
  /// A stated duration or window fits the timeline.
  ///
  /// Readers copy the summary's number into reports and contracts; the timeline shows whether it is true.
  static let conflictingDuration = Rule(
    "conflicting-duration",
    "A stated duration that the timeline contradicts",
    severity: .error,
    page: PackageResources.conflicting_duration_md
  ) { postmortem in
    postmortem.statements.compactMap { statement in
      guard let conflict = statement.conflict else { return nil }
      return Violation(
        .conflict(postmortem.document.quote(statement.span), conflict), at: statement.span,
        help: help(conflict, in: postmortem.document))
    }
  }

  private static func help(_ conflict: DurationStatement.Conflict, in document: Document) -> String {
    guard let span = conflict.nearestSpan else { return "make them agree, or say what is measured" }
    return "make it agree with line \(document.line(of: span)), or say what is measured"
  }
}

extension Message {
  fileprivate static func conflict(_ words: String, _ conflict: DurationStatement.Conflict) -> Message {
    words == conflict.stated
      ? "'\(words)' fits nothing else told; nearest is \(conflict.nearest)"
      : "'\(words)' says \(conflict.stated); nearest is \(conflict.nearest)"
  }
}
