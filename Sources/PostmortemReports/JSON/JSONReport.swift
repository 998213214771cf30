import MarkdownTree
import PostmortemRules

/// Findings for programs: one object of the schema "pmlint.lint/1".
///
/// Columns count Unicode scalars from 1, ends are exclusive.
public struct JSONReport: LintReport {
  public init() {}

  public var opening: String { "{\"schema\":\"pmlint.lint/1\",\"diagnostics\":[\n" }
  public var separator: String { ",\n" }

  public func part(for file: LintedFile) -> ReportPart {
    ReportPart(body: diagnostics(of: file), coda: completeness(of: file))
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("files", totals.files)
      json.member("errors", totals.errors)
      json.member("warnings", totals.warnings)
      json.member("infos", totals.infos)
      json.member("suppressed", totals.suppressed)
      json.member("baselined", totals.baselined)
      json.member("unreadable", totals.unreadable)
      json.member("postmortems", totals.reports)
      json.member("complete", totals.completeReports)
    }
    return Array("\n],\"completeness\":[\n".utf8) + codas + Array("\n],\"summary\":".utf8) + json.bytes + [
      0x7D, 0x0A,
    ]
  }

  private func diagnostics(of file: LintedFile) -> [UInt8] {
    if file.findings.isEmpty { return [] }
    let columns = ColumnIndex(file.source)
    var bytes: [UInt8] = []
    for finding in file.findings {
      if !bytes.isEmpty { bytes.append(contentsOf: separator.utf8) }
      bytes.append(contentsOf: diagnostic(finding, path: file.path, columns: columns))
    }
    return bytes
  }

  /// One finding as an object.
  func diagnostic(_ finding: Finding, path: String, columns: ColumnIndex) -> [UInt8] {
    let start = columns.position(of: finding.span.start)
    let end = columns.position(of: finding.span.end)
    var json = JSONWriter()
    json.object { json in
      json.member("rule", finding.rule)
      json.member("category", finding.category.rawValue)
      json.member("severity", finding.severity.rawValue)
      json.member("message", finding.message)
      json.member("path", path)
      json.member("line", start.line)
      json.member("column", start.column)
      json.member("endLine", end.line)
      json.member("endColumn", end.column)
      json.member("help", finding.help)
      json.member("fix") { json in write(finding.fix, columns: columns, to: &json) }
    }
    return json.bytes
  }

  private func write(_ fix: Fix?, columns: ColumnIndex, to json: inout JSONWriter) {
    guard let fix else { return json.null() }
    json.object { json in
      json.member("title", fix.title)
      json.member("safety", fix.safety.rawValue)
      json.members("edits", of: fix.edits) { json, edit in
        json.object { json in
          json.member("start") { json in write(columns.position(of: edit.span.start), to: &json) }
          json.member("end") { json in write(columns.position(of: edit.span.end), to: &json) }
          json.member("replacement", edit.replacement)
        }
      }
    }
  }

  private func write(_ position: (line: Int, column: Int), to json: inout JSONWriter) {
    json.object { json in
      json.member("line", position.line)
      json.member("column", position.column)
    }
  }

  private func completeness(of file: LintedFile) -> [UInt8] {
    guard let completeness = file.completeness else { return [] }
    var json = JSONWriter()
    json.object { json in
      json.member("path", file.path)
      json.member("profile", completeness.profile)
      json.member("required") { json in write(completeness.required, to: &json) }
      json.member("present") { json in write(completeness.required(.present), to: &json) }
      json.member("missing") { json in write(completeness.required(.missing), to: &json) }
      json.member("empty") { json in write(completeness.required(.empty), to: &json) }
      json.member("score") { json in json.score(file.score) }
    }
    return json.bytes
  }

  private func write(_ items: [Completeness.Item], to json: inout JSONWriter) {
    json.array(of: items) { json, item in json.string(item.requirement.name) }
  }
}
