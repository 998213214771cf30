import MarkdownTree
import PostmortemModel

extension Rule {
  /// An entry tells the time of day.
  ///
  /// "10 minutes later" moves with the entry before it, and cannot be looked up in a log.
  static let relativeTime = Rule(
    "relative-time",
    "An entry that tells its time only by another",
    severity: .info,
    precision: .veryHigh,
    page: PackageResources.relative_time_md
  ) { postmortem in
    postmortem.untimedItems.filter { $0.kind == .relative }.map { item in
      Violation(
        .relative(postmortem.document.quote(item.span)), at: item.span, help: "write the time of day")
    }
  }
}

extension Message {
  fileprivate static func relative(_ words: String) -> Message { "'\(words)' is no time of day" }
}
