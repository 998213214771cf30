import Foundation
import MarkdownTree
import PostmortemReports
import PostmortemRules
import TestSupport
import Testing

/// Every format on the same findings; `Tests/Formats` checks them by the rules of their readers.
@Suite struct FormatTests {
  private static let reports: [(name: String, report: any LintReport)] = [
    ("concise.txt", ConciseReport()), ("text.txt", TextReport()), ("lines.jsonl", JSONLinesReport()),
    ("lint.json", JSONReport()), ("lint.sarif", SARIFReport(version: "1.2.3", rules: RuleRoster(of: []))),
    ("github.txt", GitHubReport()), ("gitlab.json", GitLabReport()), ("junit.xml", JUnitReport()),
    ("checkstyle.xml", CheckstyleReport()), ("rdjson.json", RDJSONReport()),
    ("comment.md", MarkdownReport()),
    ("step-summary.md", StepSummaryReport()),
  ]

  @Test(arguments: reports.map(\.name)) func looksAsItShould(_ name: String) throws {
    let report = try #require(Self.reports.first { $0.name == name }?.report)
    let text = Sample.text(
      of: report, on: [Sample.told, Sample.clean, Sample.hostile], unreadable: [Sample.unreadable])
    expectGolden(text, "Reports/\(name)")
  }

  @Test(arguments: reports.map(\.name)) func isValidWithoutFindings(_ name: String) throws {
    let report = try #require(Self.reports.first { $0.name == name }?.report)
    for files in [[], [Sample.clean, Sample.clean]] {
      let text = Sample.text(of: report, on: files)
      if [".json", ".sarif"].contains(where: name.hasSuffix) {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      } else if ["github.txt", "lines.jsonl"].contains(name) {
        #expect(text.isEmpty)
      } else {
        #expect(text.split(separator: "\n").count <= 10)
      }
    }
  }

  @Test func describesAllRulesThatRan() throws {
    let report = SARIFReport(version: "1.2.3", rules: RuleRoster(of: [Linter(), Linter(rules: Rule.all)]))
    let text = Sample.text(of: report, on: [])
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    let rules = try #require(log.runs.first?.tool.driver.rules)
    #expect(rules.map(\.id) == Rule.all.map(\.id))
    for rule in rules {
      let texts = [rule.shortDescription.text, rule.fullDescription.text, rule.help.text]
      #expect(texts.allSatisfy { !$0.isEmpty } && rule.fullDescription.text.count <= 1024)
      let page = Rule.all.filter { $0.id == rule.id }.map { String(decoding: $0.page, as: UTF8.self) }
      #expect([rule.help.markdown ?? ""] == page)
    }
    let zone = try #require(rules.first { $0.id == "missing-zone" })
    #expect(
      zone.fullDescription.text.hasSuffix(".") && zone.help.text.hasPrefix("missing-zone\nzone · error\n"))
  }

  @Test func leavesOutWhatIsSetAside() {
    let report = SARIFReport(version: "1", rules: RuleRoster(of: []), tellsHidden: false)
    let text = Sample.text(of: report, on: [Sample.told])
    #expect(!text.contains("suppressions") && !text.contains("is set aside") && text.contains("120% is more"))
  }

  @Test func showsAsManyAnnotationsAsGitHub() {
    let many = LintedFile(
      path: "a.md", source: Sample.file.source,
      findings: Array(repeating: Sample.file.findings, count: 30).flatMap(\.self), completeness: nil)
    let lines = Sample.text(of: GitHubReport(.shown), on: [many, many]).split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != " " } }
        == ["::error", "::warning", "::notice"].flatMap {
          Array(repeating: $0[...], count: 10)
        })
    #expect(Sample.text(of: GitHubReport(.last), on: [many, many]).split(separator: "\n").count == 180)
  }

  private struct Log: Decodable {
    struct Message: Decodable {
      let text: String
      let markdown: String?
    }
    struct Rule: Decodable {
      let id: String
      let shortDescription, fullDescription, help: Message
    }
    struct Driver: Decodable { let rules: [Rule] }
    struct Tool: Decodable { let driver: Driver }
    struct Run: Decodable { let tool: Tool }
    let runs: [Run]
  }
}
