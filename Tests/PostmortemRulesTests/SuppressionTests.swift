import MarkdownTree
import PostmortemModel
import PostmortemRules
import Testing

/// What directives hide, what they do not, and that nothing of them is left once nothing needs them.
@Suite struct SuppressionTests {
  /// Findings of vague-task on four lists, a directive between any two of them.
  private func report(_ directives: [String], head: String = "") -> String {
    let lists = (0..<4).map { index in
      (index < directives.count && !directives[index].isEmpty ? directives[index] + "\n\n" : "")
        + "- Improve testing\n"
    }
    return head + "# Postmortem: lost uploads\n\n## Action items\n\n" + lists.joined(separator: "\n")
  }

  /// Which of the four are told, as digits, and how often a directive is said to be idle.
  @Test(
    arguments: [
      ([], "1234", 0),
      (["", "<!-- pmlint-disable-next-line vague-task -->"], "134", 0),
      (["", "<!-- pmlint-disable-next-line -->"], "134", 0),
      (["", "<!-- pmlint-disable-next-line tasks -- why -->"], "134", 0),
      (["", "<!-- pmlint-disable vague-task -->", "<!-- pmlint-enable -->"], "134", 0),
      (["", "<!-- pmlint-disable -->", "<!-- pmlint-enable vague-task -->"], "134", 0),
      (["", "<!-- pmlint-disable tasks -->", "<!-- pmlint-enable zone -->"], "1", 1),
      (["", "<!-- pmlint-disable vague-task -->"], "1", 0),
      (["", "", "<!-- pmlint-disable-file vague-task -->"], "", 0),
      (["", "<!-- pmlint-disable-next-line zone -->"], "1234", 1),
      (["<!-- pmlint-enable -->"], "1234", 1),
      (["<!-- pmlint-disable missing-zone -->", "<!-- pmlint-enable -->"], "1234", 1),
      (["<!-- pmlint-disable-file -->", "<!-- pmlint-disable-next-line vague-task -->"], "", 0),
      (
        ["<!-- pmlint-disable vague-task -->", "<!-- pmlint-disable all -->", "<!-- pmlint-enable -->"], "34",
        0
      ),
      (["<!-- pmlint-disable-next-line vague-task zone missing-zone -->"], "234", 2),
      (["<!-- pmlint-disable-next-line vague-tsak -->"], "1234", 0),
      (["<!-- pmlint-disable-file unused-suppression -->", "<!-- pmlint-enable -->"], "1234", 0),
    ] as [([String], String, Int)])
  func hides(_ directives: [String], _ told: String, _ idle: Int) {
    let text = report(directives)
    let source = SourceText(text)
    let places = (0..<source.lineCount).filter { source.text(source.span(ofLine: $0)) == "- Improve testing" }
    let findings = findings(in: text)
    let lines = findings.filter { $0.rule == "vague-task" }.map { source.line(at: $0.span.start) }
    let digits = places.indices.filter { lines.contains(places[$0]) }.map { "\($0 + 1)" }.joined()
    #expect(digits == told)
    #expect(findings.count { $0.rule == "unused-suppression" } == idle)
  }

  @Test func reasonIsKept() {
    let text = report(["<!-- pmlint-disable-next-line vague-task -- the vendor -->"])
    let verdict = Linter().verdict(on: reading(text))
    #expect(verdict.suppressed.map(\.reason) == ["the vendor"])
    #expect(verdict.suppressed.map(\.finding.rule) == ["vague-task"])
  }

  @Test func switchedOffRulesAreNotJudged() {
    let text = report([
      "<!-- pmlint-disable-next-line missing-zone -->", "<!-- pmlint-disable-next-line zone -->",
    ])
    #expect(findings(in: text).count { $0.rule == "unused-suppression" } == 2)
    let rules = Rule.all.filter { $0.id != "missing-zone" }
    #expect(findings(in: text, Linter(rules: rules)).allSatisfy { $0.rule != "unused-suppression" })
  }

  /// Each round applies the fixes that do not overlap, as `--fix` does.
  @Test(
    arguments: [
      [
        "<!-- pmlint-disable zone -->", "<!-- pmlint-disable-next-line timeline -->",
        "<!-- pmlint-enable -->",
      ],
      ["<!-- pmlint-disable-next-line zone missing-zone mixed-zones vague-task -- why -->"],
      ["", "text <!-- pmlint-disable zone --> text", "", "<!-- pmlint-enable zone timeline -->"],
      [
        "<!-- pmlint-disable -->", "<!-- pmlint-enable zone -->", "<!-- pmlint-enable -->",
        "<!-- pmlint-enable -->",
      ],
    ],
    [
      "", "---\npmlint:\n  disable:\n    - zone\n    - mixed-zones\n---\n",
      "---\npmlint: {disable: [zone, \"mixed-zones\"]}\n---\n",
      "---\npmlint: {disable: [vague-tasks, zone, language]}\n---\n",
    ])
  func fixesLeaveNothingIdle(_ directives: [String], _ head: String) {
    var text = report(directives, head: head)
    let before = told(in: text)
    for _ in 0..<5 { text = fixed(text) }
    #expect(findings(in: text).allSatisfy { $0.rule != "unused-suppression" }, "\(text)")
    #expect(told(in: text) == before)
    let crlf = (0..<5).reduce(report(directives, head: head).replacing("\n", with: "\r\n")) { text, _ in
      fixed(text)
    }
    #expect(crlf.replacing("\r\n", with: "\n") == text)
  }

  private func told(in text: String) -> [String] {
    findings(in: text).filter { $0.rule != "unused-suppression" }.map(\.message)
  }

  private func fixed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var start = Int.max
    let edits = findings(in: text).filter { $0.rule == "unused-suppression" }.compactMap(\.fix).flatMap(
      \.edits)
    for edit in edits.sorted(by: { $0.span > $1.span }) where edit.span.end <= start {
      bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
      start = edit.span.start
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func findings(in text: String, _ linter: Linter = Linter()) -> [Finding] {
    linter.findings(
      in: reading(text),
      surroundings: Surroundings(today: CivilDate(year: 2026, month: 1, day: 15)) { _ in true })
  }

  private func reading(_ text: String) -> Postmortem {
    Postmortem(reading: Document(parsing: SourceText(text)), fileName: nil)
  }
}
