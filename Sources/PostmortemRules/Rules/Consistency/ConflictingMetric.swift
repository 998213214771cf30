import MarkdownTree
import PostmortemModel

extension Rule {
  /// The stated times to detect, mitigate and resolve are those of the timeline.
  ///
  /// They are copied into the year's statistics, where nobody can see that they are wrong.
  static let conflictingMetric = Rule(
    "conflicting-metric",
    "A time to detect or resolve that the timeline contradicts",
    severity: .warning,
    page: PackageResources.conflicting_metric_md
  ) { postmortem in
    postmortem.metricConflicts.map { conflict in
      let entries = postmortem.timeline.entries
      let (from, to) = (entries[conflict.told.from], entries[conflict.told.to])
      return Violation(
        .differs(
          postmortem.document.quote(conflict.span), Elapsed.text(conflict.told.seconds),
          from: from.time?.description ?? "", to: to.time?.description ?? ""),
        at: conflict.span,
        help:
          "make it agree with lines \(from.line) and \(to.line), or say between which moments it is measured")
    }
  }
}

extension Message {
  fileprivate static func differs(_ words: String, _ told: String, from: String, to: String) -> Message {
    "'\(words)', but the timeline has \(told) from \(from) to \(to)"
  }
}
