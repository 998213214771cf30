import MarkdownTree
import PostmortemModel

extension Rule {
  /// A resolution tells what was changed.
  ///
  /// "Fixed" helps nobody at three in the morning: whoever meets the failure again looks here for what to do.
  static let shallowResolution = Rule(
    "shallow-resolution",
    "A resolution that does not tell what was changed",
    severity: .warning,
    page: PackageResources.shallow_resolution_md
  ) { postmortem in
    guard let span = postmortem.changelessResolution else { return [] }
    return [
      Violation(
        .changeless(postmortem.document.quote(span)), at: span,
        help: "tell what was done: what was rolled back, restarted, raised or replaced, and when")
    ]
  }
}

extension Message {
  fileprivate static func changeless(_ words: String) -> Message {
    "'\(words)' does not tell what was changed"
  }
}
