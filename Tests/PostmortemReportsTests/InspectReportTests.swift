import Foundation
import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules
import Testing

@Suite struct InspectReportTests {
  private func part(_ text: String, _ format: InspectReport.Format) -> [UInt8] {
    let postmortem = Postmortem(reading: Document(parsing: SourceText(text)), fileName: "a.md")
    return InspectReport(format: format).part(for: postmortem, path: "x/a.md")
  }

  @Test(arguments: [
    "", "# Notes\n",
    "# Outage\n\n## Impact\n\n80 % of users\n\n## Timeline (UTC)\n\n- 14:30: alert\n- 15:00: fixed\n",
  ])
  func jsonHoldsEveryKey(_ text: String) throws {
    let bytes = part(text, .json)
    let object = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let keys = [
      "schema", "path", "class", "title", "sections", "timeline", "zone", "percentages", "impactQuantified",
      "measures",
      "tasks", "durations", "completeness", "fit",
    ]
    #expect(Set(object.keys) == Set(keys))
    #expect(object["schema"] as? String == "pmlint.inspect/1")
    #expect(object["path"] as? String == "x/a.md")
    let durations = try #require(object["durations"] as? [String: Any])
    #expect(Set(durations.keys) == ["detect", "mitigate", "resolve", "incident"])
  }

  @Test func textNamesTheFileAndItsClass() {
    let text = String(decoding: part("# Notes\n", .text), as: UTF8.self)
    #expect(text.hasPrefix("x/a.md  "))
  }
}

@Suite struct RuleReportTests {
  @Test func listsEachRuleOnce() throws {
    let report = RuleListReport(rules: Rule.all)
    let object = try JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any]
    let rules = try #require(object?["rules"] as? [[String: Any]])
    #expect(Set(rules.compactMap { $0["id"] as? String }) == Set(Rule.all.map(\.id)))
    for rule in Rule.all { #expect(report.text.contains("  \(rule.id) ")) }
  }

  @Test(arguments: Rule.all.map(\.id)) func rendersThePage(_ id: String) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    let text = RulePageReport(rule: rule).text
    #expect(text.hasPrefix(id + "\n"))
    #expect(!text.contains("````") && !text.contains("<!-- skip") && text.contains("\nReported\n"))
    #expect(RulePageReport(rule: rule, isColored: true).text.contains("\u{1B}[1mReported\u{1B}[0m"))
  }

  @Test func laysTablesOut() throws {
    let guide = try #require(Guide.all.first { $0.name == "completeness" })
    let text = RulePageReport(page: guide.page, facts: "guide").text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("part      points  earned by") })
    #expect(
      lines.contains {
        $0.hasPrefix("sections  35      the share of the required parts that are present; one")
      })
    #expect(lines.contains { $0.hasPrefix("                  ") && !$0.contains("|") })
    #expect(!text.contains("|") && lines.allSatisfy { $0.unicodeScalars.count <= 88 })
  }
}
