import Testing

@testable import PostmortemRules

@Suite struct QuoteTests {
  @Test func foldsBlanksAndCutsAfterAWord() {
    #expect(quote("  add\ta \n check ") == "add a check")
    #expect(quote("one two three", limit: 7) == "one two …")
    #expect(quote("one two", limit: 7) == "one two")
  }

  @Test func cutsAWordWithoutEndAfterAWholeCharacter() {
    #expect(quote(String(repeating: "a", count: 500), limit: 3) == "aaa…")
    #expect(quote(String(repeating: "👩‍💻", count: 40), limit: 7) == "👩‍💻👩‍💻…")
    #expect(quote("e" + String(repeating: "\u{301}", count: 100_000), limit: 5) == "…")
  }
}
