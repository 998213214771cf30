import MarkdownTree
import PostmortemRules

/// Findings on one line each, as editors and compilers write them: `path:line:column: severity: message [rule]`.
public struct ConciseReport: LintReport {
  private let paint: TextPaint
  private let hasSummary: Bool

  /// Without a summary only findings are told.
  public init(isColored: Bool = false, hasSummary: Bool = true) {
    paint = TextPaint(isColored: isColored)
    self.hasSummary = hasSummary
  }

  public var opening: String { "" }
  public var separator: String { "" }

  public func part(for file: LintedFile) -> ReportPart {
    let columns = ColumnIndex(file.source)
    var text = TextBuffer(paint, capacity: file.findings.count * 160)
    for finding in file.findings { text.line(finding, path: file.path, columns: columns) }
    return ReportPart(body: text.bytes)
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    hasSummary && totals.files > 0 ? Array((LintSummary.line(for: totals) + "\n").utf8) : []
  }
}

extension TextBuffer {
  /// A finding on a line of its own.
  mutating func line(_ finding: Finding, path: String, columns: ColumnIndex) {
    let (line, column) = columns.position(of: finding.span.start)
    bold { $0.putSafely(path) }
    put(":")
    put(line)
    put(":")
    put(column)
    put(": ")
    severity(finding.severity) { $0.putSafely(finding.severity.rawValue) }
    put(": ")
    putSafely(finding.message)
    put(" ")
    dim {
      $0.put("[")
      $0.putSafely(finding.rule)
      $0.put("]")
    }
    put("\n")
  }
}
