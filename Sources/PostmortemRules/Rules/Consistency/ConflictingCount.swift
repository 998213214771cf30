import MarkdownTree
import PostmortemModel

extension Rule {
  /// A share goes with the numbers beside it.
  ///
  /// One of the three is wrong, and the reader cannot know which.
  static let conflictingCount = Rule(
    "conflicting-count",
    "A share that the numbers beside it contradict",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.conflicting_count_md
  ) { postmortem in
    postmortem.countConflicts.map { conflict in
      Violation(
        .differs(
          postmortem.document.quote(conflict.pair), postmortem.document.quote(conflict.span),
          tenths(conflict.share)),
        at: conflict.span, help: "count again, and mend the number that is wrong")
    }
  }

  /// With one digit behind the point, unless it is 0.
  private static func tenths(_ share: Double) -> String {
    let tenths = Int((share * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension Message {
  fileprivate static func differs(_ pair: String, _ share: String, _ real: String) -> Message {
    "'\(pair)' are \(real) %, not '\(share)'"
  }
}
