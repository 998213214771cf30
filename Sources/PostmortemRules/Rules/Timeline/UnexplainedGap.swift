import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline tells what happened in each half-hour until the trouble is over.
  ///
  /// The longest silence is often where most of the time was lost, and where there is most to learn.
  static let unexplainedGap = Rule(
    "unexplained-gap",
    "Over half an hour of silence during the incident",
    severity: .info,
    page: PackageResources.unexplained_gap_md
  ) { postmortem in
    postmortem.unexplainedGaps.map { gap in
      Violation(
        .silence(
          Elapsed.text(gap.seconds), from: postmortem.document.quote(gap.before.span),
          to: postmortem.document.quote(gap.after.span)),
        at: gap.after.span, help: "tell what was tried, seen or waited for in between")
    }
  }
}

extension Message {
  fileprivate static func silence(_ length: String, from start: String, to end: String) -> Message {
    "nothing is told for \(length) between '\(start)' and '\(end)'"
  }
}
