import MarkdownTree
import PostmortemModel

extension Rule {
  /// A date can be read in one way.
  ///
  /// "04/02/25" is in April for one reader and in February for the next.
  static let ambiguousDate = Rule(
    "ambiguous-date",
    "A date of numbers in an order that nothing tells",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.ambiguous_date_md
  ) { postmortem in
    switch postmortem.dateOrderFault {
    case .ambiguous(let found): [ambiguous(found, postmortem)]
    case .numeric(let found): [numeric(found, postmortem)]
    case nil: []
    }
  }

  private static func ambiguous(_ found: AmbiguousDate, _ postmortem: Postmortem) -> Violation {
    let date = found.mention
    let readings = [(date.month, date.day), (date.day, date.month)]
    let names = readings.map { "\($0.1) \(months[$0.0 - 1])" }
    let written = date.year.map { year in
      readings.compactMap { CivilDate(year: year, month: $0.0, day: $0.1) }.map { "'\($0)'" }
    }
    return Violation(
      .ambiguous(postmortem.document.quote(date.span), names, count: found.count), at: date.span,
      help: "write \((written ?? names.map { "'\($0)'" }).joined(separator: " or "))")
  }

  /// Advice where a part above 12 tells the order, of this date and of all others of the report.
  private static func numeric(_ found: NumericDates, _ postmortem: Postmortem) -> Violation {
    let edits = found.rewritings.map { Fix.Edit($0.span, $0.text) }
    return Violation(
      .numeric(postmortem.document.quote(found.mention.span), count: found.count), at: found.mention.span,
      help: "write '\(found.date)'", fix: Fix("write the year first", edits: edits, safety: .safe),
      severity: .info)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}

extension Message {
  fileprivate static func ambiguous(_ date: String, _ readings: [String], count: Int) -> Message {
    let others = count > 1 ? ", and so may \(count - 1) more" : ""
    return "'\(date)' may be \(readings.joined(separator: " or "))\(others)"
  }
  fileprivate static func numeric(_ date: String, count: Int) -> Message {
    let others = count > 1 ? ", and that of \(count - 1) more" : ""
    return "only the number above 12 tells the order of '\(date)'\(others)"
  }
}
