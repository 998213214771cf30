import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report keeps calm.
  ///
  /// Excitement makes the writer's horror the subject; a number says better how bad it was.
  static let animatedLanguage = Rule(
    "animated-language",
    "Excited words and marks",
    severity: .info,
    page: PackageResources.animated_language_md
  ) { postmortem in
    postmortem.animations.map {
      Violation(
        .excited(postmortem.document.quote($0)), at: $0,
        help: "say how bad it was with a number, or leave it out")
    }
  }
}

extension Message {
  fileprivate static func excited(_ words: String) -> Message { "'\(words)' is excited language" }
}
