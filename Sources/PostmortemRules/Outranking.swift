import MarkdownTree
import PostmortemModel

/// A rule whose finding makes another rule's superfluous: one fault gives one finding.
struct Outranking {
  enum Reach {
    /// Where the lower one lies in what the higher one speaks of, or the two overlap.
    case place
    /// Anywhere in the file.
    case file
  }

  let higher: String
  let lower: String
  let reach: Reach
  /// The marks of both rules.
  private let marks: UInt64

  init(higher: String, lower: String, reach: Reach) {
    (self.higher, self.lower, self.reach) = (higher, lower, reach)
    marks = Outranking.mark(of: higher) | Outranking.mark(of: lower)
  }

  /// A bit that few rules share: most orders are ruled out by a look at these.
  private static func mark(of rule: String) -> UInt64 {
    let letters = rule.utf8
    return 1 &<< UInt64(letters.count &* 11 &+ Int(letters.first ?? 0) &+ Int(letters.last ?? 0) &* 5)
  }

  /// The whole order, from the rule that stays to the rule that gives way.
  static let all: [Outranking] = [
    Outranking(higher: "human-error-as-cause", lower: "blaming-language", reach: .place),
    Outranking(higher: "missing-tasks", lower: "measure-without-task", reach: .file),
    Outranking(higher: "empty-section", lower: "unquantified-impact", reach: .place),
    Outranking(higher: "empty-section", lower: "unmarked-heading", reach: .place),
    Outranking(higher: "empty-section", lower: "leftover-placeholder", reach: .place),
    Outranking(higher: "leftover-placeholder", lower: "missing-title", reach: .place),
    Outranking(higher: "ends-before-start", lower: "conflicting-duration", reach: .place),
    Outranking(higher: "blaming-language", lower: "opinion-in-timeline", reach: .place),
    Outranking(higher: "timeline-not-a-list", lower: "overlong-entry", reach: .file),
    Outranking(higher: "missing-meridiem", lower: "timeline-out-of-order", reach: .place),
    Outranking(higher: "entry-after-publication", lower: "timeline-out-of-order", reach: .place),
    Outranking(higher: "missing-meridiem", lower: "unmarked-midnight", reach: .place),
    Outranking(higher: "missing-meridiem", lower: "unexplained-gap", reach: .place),
    Outranking(higher: "unmarked-midnight", lower: "unexplained-gap", reach: .place),
    Outranking(higher: "contradictory-offset", lower: "wrong-season-zone", reach: .place),
    Outranking(higher: "contradictory-offset", lower: "ambiguous-zone", reach: .place),
    Outranking(higher: "conflict-markers", lower: "leftover-placeholder", reach: .place),
    Outranking(higher: "garbled-text", lower: "leftover-placeholder", reach: .place),
    Outranking(higher: "human-error-as-cause", lower: "named-person-in-cause", reach: .place),
    Outranking(higher: "blaming-language", lower: "named-person-in-cause", reach: .place),
    Outranking(higher: "blaming-language", lower: "counterfactual", reach: .place),
    Outranking(higher: "opinion-in-timeline", lower: "counterfactual", reach: .place),
    Outranking(higher: "missing-phase", lower: "unfinished-timeline", reach: .file),
    Outranking(higher: "leftover-placeholder", lower: "leftover-guidance", reach: .place),
    Outranking(higher: "garbled-text", lower: "misspelt-section", reach: .place),
    Outranking(higher: "conflict-markers", lower: "duplicate-section", reach: .file),
    Outranking(higher: "vague-task", lower: "person-fixing-task", reach: .place),
    Outranking(higher: "person-fixing-task", lower: "unbounded-task", reach: .place),
    Outranking(higher: "unquantified-impact", lower: "vague-quantity", reach: .file),
    Outranking(higher: "unquantified-impact", lower: "unknown-impact", reach: .file),
    Outranking(higher: "human-error-as-cause", lower: "shallow-cause", reach: .place),
    Outranking(higher: "human-error-as-cause", lower: "shallow-five-whys", reach: .place),
    Outranking(higher: "conflicting-date", lower: "timeline-out-of-order", reach: .place),
    Outranking(higher: "invalid-date", lower: "conflicting-date", reach: .place),
    Outranking(higher: "conflicting-duration", lower: "conflicting-date", reach: .place),
    Outranking(higher: "conflicting-metric", lower: "conflicting-duration", reach: .place),
    Outranking(higher: "leftover-placeholder", lower: "shallow-cause", reach: .place),
    Outranking(higher: "leftover-placeholder", lower: "shallow-resolution", reach: .place),
  ]

  /// The findings that no other outranks, in the same order.
  static func settle(_ findings: [Finding]) -> [Finding] {
    if findings.count < 2 { return findings }
    var told: [String] = []
    var marks: UInt64 = 0
    for index in findings.indices where !told.contains(findings[index].rule) {
      told.append(findings[index].rule)
      marks |= mark(of: findings[index].rule)
    }
    var settled = findings
    for index in all.indices
    where all[index].marks & ~marks == 0 && told.contains(all[index].higher)
      && told.contains(all[index].lower)
    {
      settled = all[index].apply(to: settled)
    }
    return settled
  }

  private func apply(to findings: [Finding]) -> [Finding] {
    guard findings.contains(where: { $0.rule == higher }), findings.contains(where: { $0.rule == lower })
    else { return findings }
    let places = findings.filter { $0.rule == higher }.map(\.extent).sorted()
    if reach == .file { return findings.filter { $0.rule != lower } }
    // The furthest end so far: whether anything overlaps a place is then one look, however many places there are.
    var ends: [Int] = []
    for place in places { ends.append(max(place.end, ends.last ?? 0)) }
    return findings.filter { finding in
      guard finding.rule == lower else { return true }
      let after = places.partitioningIndex { $0.start >= finding.span.end }
      return after == 0 || ends[after - 1] <= finding.span.start
    }
  }
}
