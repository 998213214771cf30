import PostmortemRules

/// What a step of GitHub Actions came to, for its summary page: a table of the files that have findings.
public struct StepSummaryReport: LintReport {
  /// GitHub refuses a summary of over 1 MiB, to which other commands of the step may add.
  private static let limit = 400_000
  /// What the rows of each group begin with; the worst files come first.
  private static let groups = ["e", "w", "i"]

  public init() {}

  public var opening: String { "" }
  public var separator: String { "" }

  public func part(for file: LintedFile) -> ReportPart {
    if file.findings.isEmpty { return ReportPart(body: []) }
    var totals = LintTotals()
    totals.add(file)
    let group = Self.groups[totals.errors > 0 ? 0 : totals.warnings > 0 ? 1 : 2]
    let score = file.score.map { String($0.total) } ?? ""
    let row =
      "\(group)| \(MarkdownText.cell(file.location)) | \(totals.errors) | \(totals.warnings) "
      + "| \(totals.infos) | \(score) |\n"
    return ReportPart(body: [], coda: Array(row.utf8))
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    let (path, reason) = (MarkdownText.cell(file.location), MarkdownText.cell(file.reason))
    return ReportPart(body: [], coda: Array("e| \(path) | \(reason) | | | |\n".utf8))
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    var text = Array("### pmlint\n\n\(LintSummary.line(for: totals))\n\n".utf8)
    let rows = codas.split(separator: 0x0A)
    if rows.isEmpty { return text }
    text += Array("| file | errors | warnings | info | score |\n|---|---:|---:|---:|---:|\n".utf8)
    var left = rows.count
    for group in Self.groups {
      for row in rows where row.starts(with: group.utf8) && text.count < Self.limit {
        text += row.dropFirst() + [0x0A]
        left -= 1
      }
    }
    return text + Array((left > 0 ? "\n… and \(left) more files\n\n" : "\n").utf8)
  }
}
