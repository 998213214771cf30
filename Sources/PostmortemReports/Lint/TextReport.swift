import MarkdownTree
import PostmortemRules

/// Findings for people: each with its line and a mark below the place.
public struct TextReport: LintReport {
  private let paint: TextPaint
  private let hasSummary: Bool

  /// Without a summary only findings are told.
  public init(isColored: Bool = false, hasSummary: Bool = true) {
    paint = TextPaint(isColored: isColored)
    self.hasSummary = hasSummary
  }

  public var opening: String { "" }
  public var separator: String { "\n" }

  public func part(for file: LintedFile) -> ReportPart { ReportPart(body: Array(text(of: file).utf8)) }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    guard hasSummary, totals.files > 0 else { return [] }
    return Array(((totals.findings > 0 ? "\n" : "") + LintSummary.line(for: totals) + "\n").utf8)
  }

  /// The path and the findings of a file; empty if there are none.
  public func text(of file: LintedFile) -> String {
    if file.findings.isEmpty { return "" }
    let columns = ColumnIndex(file.source)
    let blocks = file.findings.map { text(of: $0, in: file.source, columns: columns) }
    return paint.bold(SafeText.line(file.path)) + "\n" + blocks.joined(separator: "\n")
  }

  private func text(of finding: Finding, in source: SourceText, columns: ColumnIndex) -> String {
    let (line, column) = columns.position(of: finding.span.start)
    let excerpt = Excerpt(of: finding.span, in: source)
    let number = String(line)
    let margin = String(repeating: " ", count: number.utf8.count + 3)
    let severity = paint.severity(finding.severity, finding.severity.rawValue)
    let marks = paint.severity(finding.severity, String(repeating: "^", count: excerpt.width))
    let shown = excerpt.text.isEmpty ? "" : " " + excerpt.text
    var text =
      "  \(number):\(column)  \(severity)  \(SafeText.line(finding.message))  \(paint.dim(finding.rule))\n"
    text += margin + paint.dim("|") + "\n"
    text += "  " + paint.dim("\(number) |") + shown + "\n"
    text += margin + paint.dim("|") + " " + String(repeating: " ", count: excerpt.indent) + marks + "\n"
    if let help = finding.help { text += margin + paint.dim("=") + " help: \(SafeText.line(help))\n" }
    return text
  }
}
