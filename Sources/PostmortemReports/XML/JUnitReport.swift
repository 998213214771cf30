import MarkdownTree
import PostmortemRules

/// Findings in the form of JUnit: a suite for each file, in it a failed case for each rule that found something.
///
/// A case without a failure says that the file was checked and is clean. Advice fails no case: it stands in the output
/// of one that passed.
public struct JUnitReport: LintReport {
  public init() {}

  // The root could tell totals only if the report were held back until they are known; no reader needs them there.
  public var opening: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"pmlint\">\n" }
  public var separator: String { "" }

  public func part(for file: LintedFile) -> ReportPart {
    let columns = ColumnIndex(file.source)
    var groups: [String: [Finding]] = [:]
    var order: [String] = []
    for finding in file.findings {
      if groups[finding.rule] == nil { order.append(finding.rule) }
      groups[finding.rule, default: []].append(finding)
    }
    var failures = 0
    var cases = order.isEmpty ? testcase("pmlint", in: file.location, "") : ""
    for rule in order {
      let findings = groups[rule] ?? []
      let faults = findings.filter { $0.severity > .info }
      if !faults.isEmpty { failures += 1 }
      cases += testcase(
        rule, in: file.location, line: findings.first.map { file.source.line(at: $0.span.start) + 1 },
        failure(faults, file, columns) + advice(findings.filter { $0.severity == .info }, file, columns))
    }
    return suite(file.location, tests: max(1, order.count), failures: failures, errors: 0, cases)
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    let reason = XMLText.escaped(file.reason)
    let path = XMLText.escaped(file.path)
    let error = "\n      <error type=\"unreadable\" message=\"\(reason)\">\(path): \(reason)</error>"
    return suite(
      file.location, tests: 1, failures: 0, errors: 1, testcase("unreadable", in: file.location, error))
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] { Array("</testsuites>\n".utf8) }

  private func suite(
    _ location: String, tests: Int, failures: Int, errors: Int, _ cases: String
  ) -> ReportPart {
    let name = XMLText.escaped(location)
    return ReportPart(
      body: Array(
        """
          <testsuite name="\(name)" tests="\(tests)" failures="\(failures)" errors="\(errors)" \
        skipped="0" time="0" file="\(name)">
        \(cases)  </testsuite>

        """.utf8))
  }

  private func testcase(
    _ name: String, in location: String, line: Int? = nil, _ content: String
  ) -> String {
    let path = XMLText.escaped(location)
    let head =
      "    <testcase name=\"\(XMLText.escaped(name))\" classname=\"\(path)\" time=\"0\" file=\"\(path)\""
      + (line.map { " line=\"\($0)\"" } ?? "")
    return head + (content.isEmpty ? "/>\n" : ">\(content)\n    </testcase>\n")
  }

  private func failure(_ findings: [Finding], _ file: LintedFile, _ columns: ColumnIndex) -> String {
    guard let first = findings.first else { return "" }
    let worst = findings.map(\.severity).max() ?? first.severity
    let more = findings.count > 1 ? " (and \(findings.count - 1) more)" : ""
    return "\n      <failure type=\"\(worst.rawValue)\" message=\"\(XMLText.escaped(first.message))\(more)\">"
      + lines(findings, file, columns) + "</failure>"
  }

  private func advice(_ findings: [Finding], _ file: LintedFile, _ columns: ColumnIndex) -> String {
    findings.isEmpty ? "" : "\n      <system-out>\(lines(findings, file, columns))</system-out>"
  }

  /// Some readers show nothing but a failure's text, so it tells the place too.
  private func lines(_ findings: [Finding], _ file: LintedFile, _ columns: ColumnIndex) -> String {
    var text = TextBuffer(TextPaint(isColored: false), capacity: findings.count * 160)
    for finding in findings { text.line(finding, path: file.location, columns: columns) }
    let lines = text.bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.map { XMLText.escaped(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\n")
  }
}
