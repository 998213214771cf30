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
    let gaps = postmortem.unexplainedGaps
    // A timeline of long steps has one fault, not one at each.
    guard gaps.count > mostGaps, let longest = gaps.max(by: { $0.seconds < $1.seconds }) else {
      return gaps.map { violation($0, in: postmortem, others: 0) }
    }
    return [violation(longest, in: postmortem, others: gaps.count - 1)]
  }

  private static let mostGaps = 2

  private static func violation(_ gap: UnexplainedGap, in postmortem: Postmortem, others: Int) -> Violation {
    Violation(
      .silence(
        Elapsed.text(gap.seconds), from: postmortem.document.quote(gap.before.span),
        to: postmortem.document.quote(gap.after.span), others: others),
      at: gap.after.span, help: "tell what was tried, seen or waited for in between")
  }
}

extension Message {
  fileprivate static func silence(_ length: String, from start: String, to end: String, others: Int)
    -> Message
  {
    others == 0
      ? "nothing is told for \(length) between '\(start)' and '\(end)'"
      : "nothing is told for \(length) between '\(start)' and '\(end)', and for over half an hour at \(others) more places"
  }
}
