import PostmortemModel

extension Rule {
  /// The summary is short and comes first.
  ///
  /// Most readers read nothing else. It tells them what broke, for whom and for how long, before any detail.
  static let overlongSummary = Rule(
    "overlong-summary",
    "A summary that is long or not first",
    severity: .info,
    page: PackageResources.overlong_summary_md
  ) { postmortem in
    guard let summary = postmortem.summaryShape else { return [] }
    var violations: [Violation] = []
    if summary.wordCount > longestSummary {
      violations.append(
        Violation(
          .long(summary.section.name, words: summary.wordCount), at: summary.section.span,
          help: "move the details to their sections"))
    }
    if let predecessor = summary.predecessor {
      violations.append(
        Violation(
          .late(summary.section.name, after: predecessor.name), at: summary.section.span,
          help: "move it before '\(quote(predecessor.name))' (line \(predecessor.line))"))
    }
    return violations
  }

  private static let longestSummary = 150
}

extension Message {
  fileprivate static func long(_ name: String, words: Int) -> Message {
    "'\(quote(name))' has \(words) words, expected at most 150"
  }
  fileprivate static func late(_ name: String, after predecessor: String) -> Message {
    "'\(quote(name))' stands after '\(quote(predecessor))', expected first"
  }
}
