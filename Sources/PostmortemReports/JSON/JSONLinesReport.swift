/// Findings for programs that read line by line: each line one diagnostic of the schema "pmlint.lint/1".
public struct JSONLinesReport: LintReport {
  private let json = JSONReport()

  public init() {}

  public var opening: String { "" }
  public var separator: String { "" }

  public func part(for file: LintedFile) -> ReportPart {
    if file.findings.isEmpty { return ReportPart(body: []) }
    let columns = ColumnIndex(file.source)
    var bytes: [UInt8] = []
    for finding in file.findings {
      bytes += json.diagnostic(finding, path: file.path, columns: columns)
      bytes.append(0x0A)
    }
    return ReportPart(body: bytes)
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] { [] }
}
