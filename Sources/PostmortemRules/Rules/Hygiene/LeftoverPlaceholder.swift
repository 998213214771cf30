import MarkdownTree
import PostmortemModel

extension Rule {
  /// Every blank of the template is filled in.
  ///
  /// A placeholder reads as "somebody will do it", and after the review nobody does.
  static let leftoverPlaceholder = Rule(
    "leftover-placeholder",
    "A placeholder that was not filled in",
    severity: .error,
    page: PackageResources.leftover_placeholder_md
  ) { postmortem in
    postmortem.placeholders.map {
      Violation(
        .leftover(postmortem.document.quote($0.span)), at: $0.span,
        help: "fill it in, or say that it is not known and who will find out")
    }
  }
}

extension Message {
  fileprivate static func leftover(_ words: String) -> Message { "placeholder '\(words)' was not filled in" }
}
