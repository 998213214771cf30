import MarkdownTree
import PostmortemModel

extension Rule {
  /// Summary and impact give the same share of the same thing.
  ///
  /// Two values for one thing make both worthless.
  static let conflictingPercentage = Rule(
    "conflicting-percentage",
    "Two shares of one thing",
    severity: .info,
    precision: .low,
    isOnByDefault: false,
    page: PackageResources.conflicting_percentage_md
  ) { postmortem in
    postmortem.shareConflicts.map { conflict in
      let document = postmortem.document
      return Violation(
        .differs(document.quote(conflict.span), document.quote(conflict.earlier)), at: conflict.span,
        help: "make it agree with line \(document.line(of: conflict.earlier)), or say what differs")
    }
  }
}

extension Message {
  fileprivate static func differs(_ share: String, _ earlier: String) -> Message {
    "'\(share)' here and '\(earlier)' before, of the same thing"
  }
}
