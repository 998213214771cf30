import MarkdownTree
import PostmortemModel

extension Rule {
  /// A cause is a condition of the system, not a person.
  ///
  /// People always slip; what can be mended is the guard that was not there. Naming a person ends the search too early.
  static let humanErrorAsCause = Rule(
    "human-error-as-cause",
    "A person or human error given as the cause",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.human_error_as_cause_md
  ) { postmortem in
    postmortem.blame
      .filter { $0.isInCause && ($0.kind == .humanError || $0.kind == .actor) }
      .map {
        Violation(
          .cause(postmortem.document.quote($0.span)), at: $0.span,
          help: "say what made the slip possible: which check, limit or warning was missing")
      }
  }
}

extension Message {
  fileprivate static func cause(_ words: String) -> Message { "'\(words)' makes a person the cause" }
}
