import MarkdownTree
import PostmortemReports
import Testing

@testable import PostmortemRules

@Suite struct TextReportTests {
  @Test func tellsEachFindingWithItsLine() {
    #expect(
      TextReport().text(of: Sample.file) == """
        reports/2024 05.md
          3:3  error  timeline times have no time zone  missing-zone
            |
          3 | - 2:30 PM: Our monitoring system detected the issue
            |   ^^^^^^^
            = help: say it once, for example "## Timeline (UTC)"

          4:11  warning  time '3:15 PM' is odd  odd-time
            |
          4 | -   タブ 👩‍💻 3:15 PM: fixed
            |             ^^^^^^^

          5:7  info  120% is more than all  impossible-percentage
            |
          5 | About 120% of users
            |       ^^^^

        """)
  }

  @Test func saysNothingOfACleanFile() {
    let file = LintedFile(path: "a.md", source: SourceText("x"), findings: [], completeness: nil)
    #expect(TextReport().part(for: file).body.isEmpty)
  }

  @Test func colorsLeaveTheTextAsItIs() {
    let colored = TextReport(isColored: true).text(of: Sample.file)
    var plain = ""
    var isCode = false
    for character in colored {
      if character == "\u{1B}" { isCode = true }
      if !isCode { plain.append(character) }
      if character == "m" { isCode = false }
    }
    #expect(colored != plain)
    #expect(plain == TextReport().text(of: Sample.file))
  }

  @Test func cutsLongLinesAroundThePlace() {
    let long = String(repeating: "word ", count: 2_000)
    let lines = report(long + "HERE " + long, at: "HERE")
    #expect(lines[3].hasPrefix("  1 | …word "))
    #expect(lines[3].hasSuffix("…"))
    #expect(lines[3].count < 120)
    #expect(marked(lines) == "HERE")
  }

  @Test func cutsALineWithoutBlanks() {
    let lines = report(
      String(repeating: "a", count: 100_000) + "HERE" + String(repeating: "b", count: 100_000), at: "HERE")
    #expect(lines[3].count < 120)
    #expect(marked(lines) == "HERE")
  }

  @Test func cutsALineOfMarksWithoutWidth() {
    let lines = report("HERE" + String(repeating: "\u{301}", count: 100_000), at: "HERE")
    #expect(lines[3].unicodeScalars.count < 1_000)
  }

  @Test(arguments: ["\u{1B}[31mred\u{1B}[0m", "a\u{7}\u{8}b", "\u{202E}txt", "\u{9B}2J", "\u{2028}x"])
  func neverPassesControlsOn(_ hostile: String) {
    let file = Sample.file("\(hostile) HERE", path: "\(hostile).md", at: "HERE", message: "odd '\(hostile)'")
    let text = TextReport().text(of: file)
    let unsafe = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
    }
    #expect(unsafe.isEmpty)
    #expect(!text.contains("\u{202E}") && !text.contains("\u{2028}"))
  }

  @Test func readsInvalidBytesAsReplacements() {
    let source = SourceText([0x61, 0xFF, 0xE2, 0x82, 0x20, 0x62, 0x0A])
    let finding = Finding(
      rule: "r", category: .hygiene, severity: .info, message: "m", span: SourceSpan(5, 6), help: nil,
      fix: nil)
    let file = LintedFile(path: "a", source: source, findings: [finding], completeness: nil)
    let lines = TextReport().text(of: file).split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("  1:5  "))
    #expect(lines[3] == "  1 | a\u{FFFD}\u{FFFD} b")
    #expect(lines[4] == "    |     ^")
  }

  @Test func marksTheFirstLineOfALongPlace() {
    let lines = report("one\ntwo\nthree", at: "ne\ntwo")
    #expect(Array(lines[3...4]) == ["  1 | one", "    |  ^^"])
  }

  @Test func marksAnEmptyPlace() {
    let file = LintedFile(
      path: "a", source: SourceText(""),
      findings: [
        Finding(
          rule: "r", category: .hygiene, severity: .info, message: "m", span: SourceSpan(0, 0), help: nil,
          fix: nil)
      ], completeness: nil)
    #expect(TextReport().text(of: file) == "a\n  1:1  info  m  r\n    |\n  1 |\n    | ^\n")
  }

  private func report(_ text: String, at place: String) -> [String] {
    TextReport().text(of: Sample.file(text, at: place)).split(separator: "\n").map(String.init)
  }

  /// What the carets stand below, in text of one column a character.
  private func marked(_ lines: [String]) -> String {
    String(zip(lines[3], lines[4]).filter { $0.1 == "^" }.map(\.0))
  }
}
