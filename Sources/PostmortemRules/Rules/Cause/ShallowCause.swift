import MarkdownTree
import PostmortemModel

extension Rule {
  /// A cause tells how one thing led to the other.
  ///
  /// A name such as "database overload" is a symptom; what can be mended is what let it come that far.
  static let shallowCause = Rule(
    "shallow-cause",
    "A cause named in a few words, not explained",
    severity: .warning,
    page: PackageResources.shallow_cause_md
  ) { postmortem in
    guard let span = postmortem.unexplainedCause else { return [] }
    return [
      Violation(
        .shallow(postmortem.document.quote(span)), at: span,
        help: "tell what changed, why that broke the service, and why nothing stopped it")
    ]
  }
}

extension Message {
  fileprivate static func shallow(_ words: String) -> Message {
    "'\(words)' names a cause and does not explain it"
  }
}
