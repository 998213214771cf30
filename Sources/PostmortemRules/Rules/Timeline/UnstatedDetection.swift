import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report says who or what detected the incident.
  ///
  /// Whether an alert or a customer came first shows whether monitoring works.
  static let unstatedDetection = Rule(
    "unstated-detection",
    "Nothing says who or what detected the incident",
    severity: .warning,
    page: PackageResources.unstated_detection_md
  ) { postmortem in
    guard let entry = postmortem.unstatedDetection else { return [] }
    return [
      Violation(
        .unstated(postmortem.document.quote(entry.span)), at: entry.span,
        help: "name the alert, the dashboard, the customer or the engineer who noticed")
    ]
  }
}

extension Message {
  fileprivate static func unstated(_ time: String) -> Message {
    "the entry at '\(time)' does not say who or what detected it"
  }
}
