import Invariants
import MarkdownTree
import TestSupport
import Testing

@Suite struct FixtureTests {
  @Test(arguments: fixtureNames(in: "Markdown", extension: "md"))
  func treeIsAsExpected(name: String) {
    let document = Document(parsing: SourceText(fixtureBytes("Markdown/\(name).md")))
    #expect(brokenInvariants(document).isEmpty)
    expectGolden(treeDump(document), "Markdown/\(name).tree")
  }

  @Test(arguments: fixtureNames(in: "Markdown", extension: "md"))
  func lineEndsChangeNoText(name: String) {
    let text = String(decoding: fixtureBytes("Markdown/\(name).md"), as: UTF8.self)
    let unix = Document(parsing: SourceText(text))
    let windows = Document(
      parsing: SourceText(
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")))
    #expect(unix.lines.map(\.number) == windows.lines.map(\.number))
    #expect(unix.lines.map { plainText(unix, $0.span) } == windows.lines.map { plainText(windows, $0.span) })
    #expect(unix.blocks.map(\.kind) == windows.blocks.map(\.kind))
    #expect(brokenInvariants(windows).isEmpty)
  }
}
