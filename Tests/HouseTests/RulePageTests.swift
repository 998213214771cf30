import TestSupport
import Testing

/// The reader of rule pages, on which all page tests stand.
@Suite struct RulePageTests {
  private let page = RulePage(
    """
    # some-rule
    One sentence.

    <!-- skip crlf: for a reason -->
    ## Reported
    ````markdown alx file=x.md
    ```
    text
    ```
    ````
    ````base
    before
    ````
    ````findings
      1:1  error
    ````
    <!-- skip block-quote: for another -->

    ## Not reported
    ````markdown
    text
    ````

    """)

  @Test func readsExamples() throws {
    #expect(page.title == "some-rule")
    #expect(page.headings == ["Reported", "Not reported"])
    #expect(page.examples.map(\.line) == [6, 20])
    #expect(page.examples.map(\.text) == ["```\ntext\n```\n", "text\n"])
    #expect(page.examples.map(\.base) == ["before\n", nil])
    #expect(page.examples.map(\.findings) == ["  1:1  error", nil])
    #expect(page.examples.map(\.profile) == ["alx", "standard"])
    #expect(page.examples.map(\.fileName) == ["x.md", nil])
    #expect(page.examples.map(\.skipped) == [[.crlf, .quoted], [.crlf]])
  }

  @Test func blessesFindings() {
    let blessed = page.blessed(with: ["a\nb", nil])
    #expect(blessed.contains("````findings\na\nb\n````\n<!--"))
    #expect(blessed.hasSuffix("text\n````\n"))
  }
}
