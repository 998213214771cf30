import MarkdownTree
import PostmortemReports
import PostmortemRules
import Testing

/// What is known again of a file, and the form in which it is kept.
@Suite struct BaselineTests {
  private let file = Sample.file

  private func baseline(of file: LintedFile, as path: String = "a.md") -> Baseline {
    Baseline(files: [path: Baseline().remaining(of: Baseline.hidingAll(in: file), as: path) { _ in true }])
  }

  @Test func hidesWhatItHolds() {
    let hidden = baseline(of: file).hiding(in: file, as: "a.md")
    #expect(hidden.findings.isEmpty && hidden.baselined.count == 3)
    let other = baseline(of: file).hiding(in: file, as: "b.md")
    #expect(other.findings.count == 3 && other.baselined.isEmpty)
  }

  @Test func survivesMovedLinesAndNumbers() {
    let old = Sample.file("# T\n\n- we  should\n", at: "we  should", message: "'it' differs from line 12")
    let new = Sample.file(
      "# T\n\nMore.\n\n- we should\n", at: "we should", message: "'it' differs from line 7")
    #expect(baseline(of: old).hiding(in: new, as: "a.md").findings.isEmpty)
    let changed = Sample.file(
      "# T\n\n- they should\n", at: "they should", message: "'it' differs from line 12")
    #expect(baseline(of: old).hiding(in: changed, as: "a.md").findings.count == 1)
    let quoted = Sample.file("# T\n\n- we should\n", at: "we should", message: "'it 3' differs from line 12")
    #expect(baseline(of: quoted).hiding(in: old, as: "a.md").findings.count == 1)
  }

  @Test func countedPlacesMayChange() {
    let old = Sample.file("- 9:00\n", at: "9:00", message: "the timeline's 3 times have no time zone")
    let new = Sample.file("- 8:50\n", at: "8:50", message: "the timeline's 4 times have no time zone")
    #expect(baseline(of: old).hiding(in: new, as: "a.md").findings.isEmpty)
    let two = Sample.file("- a\n", at: "a", message: "neither of the two tasks has a date")
    let three = Sample.file("- b\n", at: "b", message: "none of the 3 tasks has a date")
    #expect(baseline(of: two).hiding(in: three, as: "a.md").findings.isEmpty)
    let plain = Sample.file("A:\n", at: "A", message: "2 sections open with plain lines: 'A' is the first")
    let more = Sample.file("B:\n", at: "B", message: "3 sections open with plain lines: 'B' is the first")
    #expect(baseline(of: plain).hiding(in: more, as: "a.md").findings.isEmpty)
  }

  @Test func secretsAreNotCopied() {
    let place = "hunter2hunter2"
    let file = Sample.file("x\n\n\(place)\n", at: place, message: "'hunt…' is one", rule: "leaked-secret")
    let text = String(decoding: baseline(of: file).text, as: UTF8.self)
    #expect(!text.contains(place) && text.contains("leaked-secret: 'hunt…' is one | "))
    #expect(baseline(of: file).hiding(in: file, as: "a.md").findings.isEmpty)
  }

  @Test func knowsAsManyAsThereWere() {
    let once = Sample.file("odd\n", at: "odd")
    let twice = LintedFile(
      path: "a.md", source: once.source, findings: once.findings + once.findings, completeness: nil)
    let hidden = baseline(of: once).hiding(in: twice, as: "a.md")
    #expect(hidden.findings.count == 1 && hidden.baselined.count == 1)
  }

  @Test func textIsReadBack() throws {
    var baseline = baseline(of: file, as: "reports/2024 05.md")
    for path in [" x.md", "#x.md", "a\nb.md", "\\u{41}.md", "タブ.md", "../x/y.md"] {
      baseline.set([Baseline.Entry(rule: "some-rule", subject: "of: \(path.count)")], of: path)
    }
    #expect(try Baseline(parsing: baseline.text) == baseline)
    let crlf = String(decoding: baseline.text, as: UTF8.self).replacing("\n", with: "\r\n")
    #expect(try Baseline(parsing: Array("\u{FEFF}\(crlf)".utf8)) == baseline)
    #expect(try Baseline(parsing: Baseline().text) == Baseline())
  }

  @Test func textIsSortedAndPlain() {
    var baseline = baseline(of: file, as: "b.md")
    baseline.set([Baseline.Entry(rule: "a-b", subject: "x")], of: "a.md")
    #expect(
      String(decoding: baseline.text, as: UTF8.self) == """
        pmlint baseline 1
        # Findings that were set aside: a file, and below it each rule with what it found there.
        # Delete a line to be told again. Written by pmlint lint --write-baseline.

        a.md
          a-b: x

        b.md
          impossible-percentage: #% is more than all | 120%
          missing-zone: timeline times have no time zone | 2:30 PM
          odd-time: time '3:15 PM' is odd

        """)
  }

  @Test(
    arguments: [
      ("", 1), ("{}", 1), ("pmlint baseline 2\n", 1), ("pmlint baseline 1\n  a: b\n", 2),
      ("pmlint baseline 1\na.md\n  no\n", 3), ("pmlint baseline 1\n\n<<<<<<< HEAD\n", 3),
      ("pmlint baseline 1\na\\b.md\n", 2), ("pmlint baseline 1\na.md\n  A b: c\n", 3),
      ("pmlint baseline 1\na.md\n  a:b\n", 3), ("pmlint baseline 1\n a.md\n", 2),
      ("pmlint baseline 1\na.md\n  a:", 3), ("pmlint baseline 1\na\\u{110000}\n", 2),
    ])
  func brokenTextsAreRefused(_ text: String, _ line: Int) {
    #expect {
      try Baseline(parsing: Array(text.utf8))
    } throws: { error in
      (error as? BaselineFault)?.line == line
    }
  }
}
