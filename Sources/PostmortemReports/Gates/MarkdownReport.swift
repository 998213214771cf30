import MarkdownTree
import PostmortemRules

/// Findings for a comment or a page: a heading and a table for each file that has any, then the summary.
public struct MarkdownReport: LintReport {
  public init() {}

  public var opening: String { "" }
  public var separator: String { "\n" }

  public func part(for file: LintedFile) -> ReportPart {
    if file.findings.isEmpty { return ReportPart(body: []) }
    let columns = ColumnIndex(file.source)
    let rows = file.findings.map { finding in
      let (line, column) = columns.position(of: finding.span.start)
      return "| \(line):\(column) | \(finding.severity.rawValue) | \(MarkdownText.cell(finding.message)) "
        + "| \(finding.rule) |\n"
    }
    let head =
      "### \(MarkdownText.cell(file.path))\n\n| place | severity | finding | rule |\n|---|---|---|---|\n"
    return ReportPart(body: Array((head + rows.joined()).utf8))
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    let (path, reason) = (MarkdownText.cell(file.path), MarkdownText.cell(file.reason))
    return ReportPart(body: Array("### \(path)\n\nNot read: \(reason)\n".utf8))
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    let gap = totals.findings + totals.unreadable > 0 ? "\n" : ""
    return Array("\(gap)\(LintSummary.line(for: totals))\n".utf8)
  }
}
