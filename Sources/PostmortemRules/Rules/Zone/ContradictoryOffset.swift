import MarkdownTree
import PostmortemModel

extension Rule {
  /// A zone's name and the offset beside it agree, and so do two times side by side.
  ///
  /// Where they differ, every time of the report is in doubt by an hour or more.
  static let contradictoryOffset = Rule(
    "contradictory-offset",
    "A zone's name and its offset disagree",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.contradictory_offset_md
  ) { postmortem in
    postmortem.contradictoryOffsets.map {
      Violation(
        .contradiction($0.stated, $0.meant, in: postmortem.document.quote($0.span)), at: $0.span,
        help: "keep the one that the logs confirm")
    }
  }
}

extension Message {
  fileprivate static func contradiction(_ stated: String, _ meant: String, in words: String) -> Message {
    "'\(words)' contradicts itself: \(meant) would fit, not \(stated)"
  }
}
