import MarkdownTree
import PostmortemModel

extension Rule {
  /// The report says by a number how much was hit.
  ///
  /// "Some users" can be nobody or everybody: without a number no one can weigh the follow-up work.
  static let unquantifiedImpact = Rule(
    "unquantified-impact",
    "No number says how much was hit",
    severity: .error,
    page: PackageResources.unquantified_impact_md
  ) { postmortem in
    guard !postmortem.impact.isQuantified else { return [] }
    let section = postmortem.sections(of: .impact).first ?? postmortem.sections(of: .summary).first
    let place = section?.span ?? postmortem.title?.span ?? postmortem.document.opening
    return [
      Violation(
        .unquantified, at: place,
        help: "give a number or a share, for example \"about 12,000 users (8 % of all) saw errors\"")
    ]
  }
}

extension Message {
  fileprivate static let unquantified: Message = "no number tells how many users or requests were hit"
}
