import MarkdownTree
import PostmortemModel

extension Rule {
  /// The impact is told as a share, where the profile asks for one.
  ///
  /// 4,000 failed requests are a blip to one service and a disaster to another.
  static let impactWithoutPercentage = Rule(
    "impact-without-percentage",
    "The impact is a number but no share",
    severity: .warning,
    page: PackageResources.impact_without_percentage_md
  ) { postmortem, profile in
    guard profile.impact == .percentage, postmortem.impact.isQuantified,
      !postmortem.percentages.contains(where: \.isImpact),
      !postmortem.impact.measurements.contains(where: { $0.kind != .count }),
      let count = postmortem.impact.measurements.first
    else { return [] }
    return [
      Violation(
        .shareless(postmortem.document.quote(count.span)), at: count.span,
        help: "say what share that is, for example \"8 % of our users\"")
    ]
  }
}

extension Message {
  fileprivate static func shareless(_ count: String) -> Message { "'\(count)' is told without a percentage" }
}
