import MarkdownTree
import PostmortemModel

extension Rule {
  /// What the template asks is answered, not kept.
  ///
  /// A reader cannot tell the request from the answer, and takes the section for unfinished.
  static let leftoverGuidance = Rule(
    "leftover-guidance",
    "Words of the template that were left in",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.leftover_guidance_md
  ) { postmortem in
    postmortem.leftoverGuidance.map {
      Violation(
        .leftover(postmortem.document.quote($0)), at: $0, help: "remove it, or put it into an HTML comment")
    }
  }
}

extension Message {
  fileprivate static func leftover(_ words: String) -> Message {
    "'\(words)' is left from the template or the assignment"
  }
}
