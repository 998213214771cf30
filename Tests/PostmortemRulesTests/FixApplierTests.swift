import MarkdownTree
import PostmortemRules
import Testing

/// One round of edits on a text.
@Suite struct FixApplierTests {
  @Test func firstByPlaceWinsAndAFixIsWhole() {
    let result = apply(
      "abcdef", [fix("late", (2, 4, "X")), fix("early", (1, 3, "Y"), (5, 6, "Z")), fix("free", (4, 5, "-"))])
    #expect(result.text == "aYd-Z")
    #expect(result.applied == ["early", "free"])
    #expect(result.skipped == ["late"])
  }

  @Test func fixWhoseSecondEditIsTakenLeavesNoTrace() {
    let result = apply("abcdef", [fix("one", (3, 4, "X")), fix("two", (0, 1, "Y"), (2, 5, "Z"))])
    #expect(result.text == "Yb" + "Z" + "f")
    #expect(result.applied == ["two"])
    let other = apply("abcdef", [fix("one", (0, 3, "X")), fix("two", (1, 2, "Y"), (4, 5, "Z"))])
    #expect(other.text == "Xdef")
    let third = apply(
      "abcdef", [fix("a", (0, 2, "")), fix("b", (1, 2, ""), (4, 5, "Y")), fix("c", (4, 5, "Z"))])
    #expect(third.text == "cdZf")
  }

  @Test func insertionsKeepTheirOrder() {
    let result = apply("ab", [fix("1", (1, 1, "x")), fix("2", (1, 1, "y")), fix("3", (1, 2, "z"))])
    #expect(result.text == "axyz")
    #expect(apply("ab", [fix("1", (0, 2, "x")), fix("2", (1, 1, "y"))]).text == "x")
    #expect(apply("ab", [fix("1", (0, 0, "("), (2, 2, ")"))]).text == "(ab)")
  }

  @Test func linesEndAsTheOnesAround() {
    #expect(apply("a\r\nb\r\n", [fix("1", (3, 3, "x\ny\n"))]).text == "a\r\nx\r\ny\r\nb\r\n")
    #expect(apply("a\r\nb", [fix("1", (3, 4, "x\ny"))]).text == "a\r\nx\r\ny")
    #expect(apply("a\rb\r", [fix("1", (2, 2, "x\n"))]).text == "a\rx\rb\r")
    #expect(apply("a", [fix("1", (0, 0, "x\n"))]).text == "x\na")
    #expect(apply("a\nb\r\nc", [fix("1", (0, 0, "x\n"))]).text == "x\na\nb\r\nc")
  }

  @Test func finalLineEndStaysOrStaysAway() {
    #expect(apply("a\nb", [fix("1", (3, 3, "\n\nc\n"))]).text == "a\nb\n\nc")
    #expect(apply("a\nb\n", [fix("1", (4, 4, "c\n"))]).text == "a\nb\nc\n")
  }

  @Test func byteOrderMarkStaysFirst() {
    #expect(apply("\u{FEFF}ab", [fix("1", (0, 0, "x"))]).text == "\u{FEFF}xab")
    #expect(apply("\u{FEFF}ab", [fix("1", (0, 4, "x"))]).text == "\u{FEFF}xb")
  }

  @Test func editsOutsideTheTextAreRefused() {
    let result = apply("ab", [fix("1", (1, 3, "x")), fix("2", (9, 9, "x")), fix("3", (0, 1, "c"))])
    #expect(result.text == "cb")
    #expect(result.skipped == ["1", "2"])
    #expect(apply("", [fix("1", (0, 0, "x\n"))]).text == "x\n")
  }

  @Test func invalidBytesStayAsTheyAre() {
    let source = SourceText([0xFF, 0x61, 0xC3, 0x0A, 0x62])
    let finding = fix("1", (1, 2, "é"))
    #expect(FixApplier([finding], to: source).bytes == [0xFF, 0xC3, 0xA9, 0xC3, 0x0A, 0x62])
  }

  /// Against the plain way: edits that do not meet, applied from the last to the first.
  @Test func manyFixesAreAppliedAtOnce() {
    let text = String(repeating: "word ", count: 40_000)
    let findings = (0..<40_000).map { fix("\($0)", ($0 * 5, $0 * 5 + 4, "w")) }
    #expect(apply(text, findings.shuffled()).text == String(repeating: "w ", count: 40_000))
  }

  private func fix(_ rule: String, _ edits: (Int, Int, String)...) -> Finding {
    Finding(
      rule: rule, category: .structure, severity: .info, message: "", span: SourceSpan(0, 0), help: nil,
      fix: Fix(rule, edits: edits.map { Fix.Edit(SourceSpan($0.0, $0.1), $0.2) }, safety: .safe))
  }

  private func apply(_ text: String, _ findings: [Finding]) -> (
    text: String, applied: [String], skipped: [String]
  ) {
    let result = FixApplier(findings, to: SourceText(text))
    return (
      String(decoding: result.bytes, as: UTF8.self), result.applied.map(\.rule), result.skipped.map(\.rule)
    )
  }
}
