import Invariants
import MarkdownTree
import Testing

/// Texts that nest deeper than libcmark can bear in reasonable time.
@Suite(.timeLimit(.minutes(10))) struct NestingTests {
  @Test(arguments: ["- ", "* ", "1. ", "> - ", "+ > "])
  func blankLinesBelowDeepListsEnd(mark: String) {
    let text = String(repeating: mark, count: 2000) + "x" + String(repeating: "\n \n>\n", count: 30_000)
    let document = Document(parsing: SourceText(text))
    #expect(brokenInvariants(document).isEmpty)
    #expect(document.plain.contains(UInt8(ascii: "x")))
  }

  @Test func emphasisInDeepQuotesEnds() {
    let text = String(repeating: ">", count: 100_000) + String(repeating: "a*", count: 100_000)
    #expect(brokenInvariants(Document(parsing: SourceText(text))).isEmpty)
  }

  @Test func whatPeopleNestIsLeftAlone() {
    let item = (0..<30).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    let text = String(repeating: item + "\n\n> > > b\n\n", count: 600)
    let document = Document(parsing: SourceText(text))
    #expect(structure(of: document) == structure(byCMark: Array(text.utf8)))
  }

  @Test func deepNestingWithoutCostIsLeftAlone() {
    let text = String(repeating: "> ", count: 2000) + "a\n\n" + String(repeating: "- ", count: 2000) + "b\n"
    let document = Document(parsing: SourceText(text))
    #expect(structure(of: document) == structure(byCMark: Array(text.utf8)))
  }
}
