import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline goes on until the incident is over.
  ///
  /// Without the end nobody knows how long it lasted, nor what ended it.
  static let unfinishedTimeline = Rule(
    "unfinished-timeline",
    "A timeline that ends before the incident does",
    severity: .warning,
    page: PackageResources.unfinished_timeline_md
  ) { postmortem in
    guard let last = postmortem.unfinishedTimelineEnd else { return [] }
    return [
      Violation(
        .unfinished(postmortem.document.quote(last.span)), at: last.span,
        help: "add the entry that tells when the service was restored and how that was verified")
    ]
  }
}

extension Message {
  fileprivate static func unfinished(_ time: String) -> Message {
    "the timeline ends at '\(time)', and nothing is resolved, verified or closed"
  }
}
