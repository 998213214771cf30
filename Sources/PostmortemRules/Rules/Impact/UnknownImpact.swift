import MarkdownTree
import PostmortemModel

extension Rule {
  /// An impact that is not known yet comes with an estimate, or with a task to find it out.
  ///
  /// "Unknown at this time" stays in the report for ever unless somebody is asked to look.
  static let unknownImpact = Rule(
    "unknown-impact",
    "An impact left unknown, and nobody is to find it out",
    severity: .info,
    page: PackageResources.unknown_impact_md
  ) { postmortem in
    if postmortem.impact.isQuantified || postmortem.plansInvestigation { return [] }
    return postmortem.unknownImpacts.map {
      Violation(
        .unknown(postmortem.document.quote($0)), at: $0,
        help: "give an estimate and say how sure you are, or add a task that finds the number")
    }
  }
}

extension Message {
  fileprivate static func unknown(_ words: String) -> Message {
    "the impact '\(words)', without an estimate or a task to find it out"
  }
}
