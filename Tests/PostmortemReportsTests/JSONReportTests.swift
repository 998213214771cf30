import Foundation
import MarkdownTree
import PostmortemReports
import Testing

@Suite struct JSONReportTests {
  private struct Report: Decodable {
    struct Position: Decodable, Equatable {
      let line: Int
      let column: Int
    }
    struct Edit: Decodable {
      let start: Position
      let end: Position
      let replacement: String
    }
    struct Fix: Decodable {
      let title: String
      let safety: String
      let edits: [Edit]
    }
    struct Diagnostic: Decodable {
      let rule, category, severity, message, path: String
      let line, column, endLine, endColumn: Int
      let help: String?
      let fix: Fix?
    }
    struct Completeness: Decodable {
      let path, profile: String
      let required, present, missing, empty: [String]
    }
    let schema: String
    let diagnostics: [Diagnostic]
    let completeness: [Completeness]
    let summary: [String: Int]
  }

  private func report(_ files: [LintedFile]) throws -> Report {
    let report = JSONReport()
    var totals = LintTotals()
    for file in files { totals.add(file) }
    let parts = files.map { report.part(for: $0) }
    let join = { (pieces: [[UInt8]]) in
      Array(pieces.filter { !$0.isEmpty }.joined(separator: Array(report.separator.utf8)))
    }
    let bytes =
      Array(report.opening.utf8) + join(parts.map(\.body))
      + report.closing(codas: join(parts.map(\.coda)), totals: totals)
    return try JSONDecoder().decode(Report.self, from: Data(bytes))
  }

  @Test func tellsTheSameFindings() throws {
    let report = try report([Sample.file])
    #expect(report.schema == "pmlint.lint/1")
    #expect(report.diagnostics.map(\.rule) == ["missing-zone", "odd-time", "impossible-percentage"])
    let first = try #require(report.diagnostics.first)
    #expect(first.path == "reports/2024 05.md")
    #expect(first.line == 3 && first.column == 3 && first.endLine == 3 && first.endColumn == 10)
    #expect(first.help == "say it once, for example \"## Timeline (UTC)\"")
    #expect(first.fix?.title == nil)
    #expect(report.diagnostics[1].column == 11)
    let fix = try #require(report.diagnostics[2].fix)
    #expect(fix.title == "write 100%" && fix.safety == "suggestion")
    #expect(fix.edits.first?.start == .init(line: 5, column: 7))
    #expect(fix.edits.first?.end == .init(line: 5, column: 11))
    #expect(report.summary["errors"] == 1 && report.summary["warnings"] == 1 && report.summary["infos"] == 1)
  }

  @Test func isValidWithoutFindings() throws {
    let clean = LintedFile(path: "a", source: SourceText(""), findings: [], completeness: nil)
    #expect(try report([]).diagnostics.isEmpty)
    #expect(try report([clean, clean]).diagnostics.isEmpty)
    #expect(try report([clean, Sample.file, clean, Sample.file]).diagnostics.count == 6)
  }

  @Test func escapesWhatJSONDemands() throws {
    let hostile = "\u{0}\u{1F}\u{7F}\"\\/\n\r\t\u{2028}é👩‍💻"
    let report = try report([Sample.file("x HERE", path: hostile, at: "HERE", message: hostile)])
    #expect(report.diagnostics.first?.message == hostile)
    #expect(report.diagnostics.first?.path == hostile)
  }

  @Test func writesNumbersAsPeopleDo() {
    var json = JSONWriter()
    json.array { json in
      for value in [80, 99.95, 0.1, -3, .infinity] { json.number(value) }
      json.number(nil as Int?)
      json.boolean(true)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[80,99.95,0.1,-3,null,null,true]")
  }

  @Test func indents() {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("a", 1)
      json.members("b", of: ["x", "y"]) { json, text in json.string(text) }
      json.members("c", of: [Int]()) { json, number in json.number(number) }
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "a": 1,
          "b": [
            "x",
            "y"
          ],
          "c": []
        }
        """)
  }
}
