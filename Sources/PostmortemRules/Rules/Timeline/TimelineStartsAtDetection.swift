import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline begins with what set the incident off.
  ///
  /// The time before the alert is the part that monitoring missed.
  static let timelineStartsAtDetection = Rule(
    "timeline-starts-at-detection",
    "Nothing in the timeline precedes the detection",
    severity: .info,
    isOnByDefault: false,
    page: PackageResources.timeline_starts_at_detection_md
  ) { postmortem in
    guard let first = postmortem.timelineStartAtDetection else { return [] }
    return [
      Violation(
        .starts(postmortem.document.quote(first.span)), at: first.span,
        help: "add the change that set it off, and when the first user was hit")
    ]
  }
}

extension Message {
  fileprivate static func starts(_ time: String) -> Message {
    "the timeline starts at the detection, '\(time)'"
  }
}
