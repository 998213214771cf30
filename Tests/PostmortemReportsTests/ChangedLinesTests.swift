import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules
import Testing

/// Which findings a change answers for.
@Suite struct ChangedLinesTests {
  private static let old = """
    # Postmortem: lost uploads

    Some of it.

    ## Impact

    - one
    - two

    ## Timeline

    - 10:00: a
    - 10:10: b

    """

  /// The lines, from 1, whose findings count after lines were replaced.
  private func lines(
    _ old: String? = ChangedLinesTests.old, replacing part: String = "", with other: String = ""
  ) -> [Int] {
    let text = part.isEmpty ? ChangedLinesTests.old : ChangedLinesTests.old.replacing(part, with: other)
    let postmortem = Postmortem(reading: SourceText(text))
    let changes = ChangedLines(from: old.map { Array($0.utf8) }, to: postmortem)
    return postmortem.document.lines.filter { line in
      changes.answer(
        for: Finding(rule: "x", category: .impact, severity: .info, message: "m", span: line.span))
    }.map { $0.number + 1 }
  }

  @Test func everyLineOfANewFile() { #expect(lines(nil) == [1, 3, 5, 7, 8, 10, 12, 13]) }

  @Test func theWholeFileAlways() { #expect(lines() == [1]) }

  @Test func changedLinesAndTheirSections() {
    // The title's section is the whole report.
    #expect(lines(replacing: "- two", with: "- 2") == [1, 5, 8])
    #expect(lines(replacing: "- one\n", with: "- one\n- more\n") == [1, 5, 8])
    #expect(lines(replacing: "Some of it", with: "All of it") == [1, 3])
  }

  @Test func sectionsThatLostLines() {
    #expect(lines(replacing: "- one\n", with: "") == [1, 5])
    #expect(lines(replacing: "- two\n", with: "") == [1, 5])
    #expect(lines(replacing: "- 10:10: b\n", with: "") == [1, 10])
    #expect(lines(replacing: "Some of it.\n", with: "") == [1])
  }

  @Test func lineEndsAndBlankLinesAreNoChange() {
    #expect(lines(Self.old.replacing("\n", with: "\r\n")) == [1])
    #expect(lines(replacing: "## Timeline", with: "\n\n## Timeline") == [1])
    #expect(lines(Self.old + "\n\n") == [1])
  }

  @Test func severalPlacesOfOneFinding() {
    let postmortem = Postmortem(reading: SourceText(Self.old + "\nnew\n"))
    let changes = ChangedLines(from: Array(Self.old.utf8), to: postmortem)
    let places = postmortem.document.lines.map(\.span)
    let edits = [places[1], places[places.count - 1]].map { Fix.Edit($0, "") }
    for (edits, isTold) in [(edits, true), ([edits[0]], false)] {
      let finding = Finding(
        rule: "x", category: .impact, severity: .info, message: "m", span: places[1],
        fix: Fix("mend it", edits: edits, safety: .safe))
      #expect(changes.answer(for: finding) == isTold)
    }
  }
}
