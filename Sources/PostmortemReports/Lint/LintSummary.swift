import PostmortemRules

/// The line at a text report's end: what was found, in how many files, and how complete they are.
enum LintSummary {
  static func line(for totals: LintTotals) -> String {
    let files = totals.files == 1 ? "1 file" : "\(totals.files) files"
    let unreadable = totals.unreadable == 0 ? "" : ", \(totals.unreadable) not read"
    return [
      "\(findings(totals)) in \(files)\(unreadable)", hidden(totals.suppressed, "suppressed"),
      hidden(totals.baselined, "hidden by the baseline"),
      hidden(totals.unchanged, "where nothing changed"), completeness(totals), score(totals),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func hidden(_ count: Int, _ how: String) -> String { count == 0 ? "" : "\(count) \(how)" }

  private static func findings(_ totals: LintTotals) -> String {
    let counts = [
      (totals.errors, totals.errors == 1 ? "error" : "errors"),
      (totals.warnings, totals.warnings == 1 ? "warning" : "warnings"),
      (totals.infos, "info"),
    ]
    let named = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return named.isEmpty ? "no findings" : named.joined(separator: ", ")
  }

  private static func completeness(_ totals: LintTotals) -> String {
    if let sole = totals.sole { return line(for: sole) }
    return totals.reports == 0 ? "" : "\(totals.completeReports) of \(totals.reports) complete"
  }

  private static func score(_ totals: LintTotals) -> String {
    totals.soleScore.map { "score \($0.total)" } ?? ""
  }

  /// `complete 7/9 (missing: escalation, investigation; empty: impact)`.
  static func line(for completeness: Completeness) -> String {
    let present = completeness.required(.present).count
    let lacks = [("missing", Completeness.Status.missing), ("empty", .empty)].compactMap { name, status in
      let items = completeness.required(status).map(\.requirement.name)
      return items.isEmpty ? nil : "\(name): \(items.joined(separator: ", "))"
    }
    let tail = lacks.isEmpty ? "" : " (\(lacks.joined(separator: "; ")))"
    return "complete \(present)/\(completeness.required.count)\(tail)"
  }
}
