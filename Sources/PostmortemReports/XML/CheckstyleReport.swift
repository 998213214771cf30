import MarkdownTree
import PostmortemRules

/// Findings in the form of Checkstyle, which nearly every system that gathers findings reads.
public struct CheckstyleReport: LintReport {
  public init() {}

  public var opening: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n" }
  public var separator: String { "" }

  public func part(for file: LintedFile) -> ReportPart {
    if file.findings.isEmpty { return ReportPart(body: []) }
    let columns = ColumnIndex(file.source)
    let errors = file.findings.map { finding in
      let (line, column) = columns.position(of: finding.span.start)
      return error(
        "line=\"\(line)\" column=\"\(column)\"", finding.severity.rawValue, finding.message, finding.rule)
    }
    return part(file.path, errors.joined())
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    part(file.path, error("line=\"1\"", "error", file.reason, "unreadable"))
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] { Array("</checkstyle>\n".utf8) }

  private func part(_ path: String, _ errors: String) -> ReportPart {
    ReportPart(body: Array("  <file name=\"\(XMLText.escaped(path))\">\n\(errors)  </file>\n".utf8))
  }

  private func error(_ place: String, _ severity: String, _ message: String, _ rule: String) -> String {
    "    <error \(place) severity=\"\(severity)\" message=\"\(XMLText.escaped(message))\" "
      + "source=\"pmlint.\(XMLText.escaped(rule))\"/>\n"
  }
}
