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
      let words = postmortem.document.quote(statement.span)
      let message: Message =
        switch statement.content {
        case .duration: .fitsNothing(words, conflict)
        case .window(let window): .windowDiffers(words, window, conflict)
        case .labelledWindow(let window): .fieldsDiffer(words, window, conflict)
        case .moment: .momentDiffers(words, conflict)
        case .recovery: .recoveryDiffers(words, conflict)
        }
      return Violation(message, at: statement.span, help: help(conflict, in: postmortem.document))
    }
  }

  private static func help(_ conflict: DurationStatement.Conflict, in document: Document) -> String {
    guard let span = conflict.nearestSpan else { return "make them agree, or say what is measured" }
    return "make it agree with line \(document.line(of: span)), or say what is measured"
  }
}

extension Message {
  fileprivate static func fitsNothing(_ words: String, _ conflict: DurationStatement.Conflict) -> Message {
    "'\(words)' fits no two moments of the timeline; nearest is \(conflict.nearest)"
  }
  fileprivate static func momentDiffers(_ words: String, _ conflict: DurationStatement.Conflict) -> Message {
    "'\(words)', but the other timeline has \(conflict.nearest)"
  }
  fileprivate static func recoveryDiffers(_ words: String, _ conflict: DurationStatement.Conflict) -> Message
  {
    "'\(words)' is told as the end, but the timeline has \(conflict.nearest)"
  }
  fileprivate static func fieldsDiffer(
    _ words: String, _ window: RangeMention, _ conflict: DurationStatement.Conflict
  ) -> Message {
    switch conflict.stated {
    case window.end.clock?.time?.description: recoveryDiffers(words, conflict)
    case window.start.clock?.time?.description:
      "the start is told as \(conflict.stated), but the timeline has \(conflict.nearest)"
    default: "the start is told as \(conflict.stated), but nearest is \(conflict.nearest)"
    }
  }
  /// Which part of a window differs shows in what is said to be stated: its end, its start, or its day.
  fileprivate static func windowDiffers(
    _ words: String, _ window: RangeMention, _ conflict: DurationStatement.Conflict
  ) -> Message {
    switch conflict.stated {
    case window.end.clock?.time?.description:
      "'\(words)' ends at \(conflict.stated), but the timeline has \(conflict.nearest)"
    case window.start.clock?.time?.description:
      "'\(words)' begins at \(conflict.stated), but the timeline has \(conflict.nearest)"
    default: "'\(words)' is on \(conflict.stated), but nearest is \(conflict.nearest)"
    }
  }
}
