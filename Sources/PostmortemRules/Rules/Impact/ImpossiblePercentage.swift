import MarkdownTree
import PostmortemModel

extension Rule {
  /// A part of a whole is between 0 and 100 %.
  ///
  /// Growth can exceed 100 %, a share of the users cannot: a digit is wrong or the base is another.
  static let impossiblePercentage = Rule(
    "impossible-percentage",
    "A share below 0 or over 100 %",
    severity: .error,
    page: PackageResources.impossible_percentage_md
  ) { postmortem in
    postmortem.percentages
      .filter { $0.isShare && !(0...100).contains($0.value) }
      .map {
        Violation(
          .impossible(postmortem.document.quote($0.span)), at: $0.span,
          help: "mend the number, or say of what it is a rise")
      }
  }
}

extension Message {
  fileprivate static func impossible(_ share: String) -> Message { "'\(share)' cannot be a part of a whole" }
}
