import MarkdownTree
import TestSupport
import Testing

/// Places that libcmark reports wrongly; each is read from the source instead.
@Suite struct PositionTests {
  /// The text of the first block of a kind, by its span.
  private func text(of name: String, in text: String) -> String? {
    let document = Document(parsing: SourceText(text))
    return document.blocks.first { kindName($0.kind) == name }.map { document.source.text($0.span) }
  }

  @Test(arguments: [
    ("setext heading 1", "a\nb\n===\n\nc", "a\nb\n==="), ("setext heading 2", "a\n---", "a\n---"),
    ("setext heading 1", "> a\n> ===\nb", "a\n> ==="), ("setext heading 1", "[r]: /u\na\n===\nb", "a\n==="),
    ("html", "x\n\n<!-- c -->\ny", "<!-- c -->"), ("html", "<!-- c -->\n", "<!-- c -->"),
    ("html", "<pre>\n\na</pre>\nb", "<pre>\n\na</pre>"), ("rule", "***\n\n\n", "***"),
    ("paragraph", "[r]: /u\ntext", "text"), ("paragraph", "[r]:\n/u\n'title\nmore'\ntext", "text"),
    ("indented code", "    a\n\n\nb", "a"), ("item", "- a\n\n\nb", "- a"),
    ("bullet list", "- a\n\n- b\n\n\nc", "- a\n\n- b"),
    ("heading 1", "# a ##  \n", "# a ##"), ("heading 2", "\u{FEFF}## a", "## a"),
    ("quote", "> a\nb\n\nc", "> a\nb"),
    ("fenced code", "> ```\n> a\nb", "```\n> a"), ("paragraph", "a\rb", "a\rb"),
    ("item", "-\tx\n\ty", "-\tx\n\ty"),
  ])
  func blockSpan(kind: String, text: String, expected: String) {
    #expect(self.text(of: kind, in: text) == expected)
  }

  @Test(arguments: [
    ("- a\n    b\n  c", ["a", "b", "c"]), ("> a\n>b\nc\n>   d", ["a", "b", "c", "d"]),
    ("-\ta\n\tb", ["a", "b"]),
    ("   a\n      b", ["a", "b"]), ("a\\\nb *c*\nd", ["a\\", "b *c*", "d"]), ("`a\nb` c", ["`a", "b` c"]),
    ("[t](u\n\"x\") b\nc", ["[t](u", "\"x\") b", "c"]), ("1. a\n\n   b", ["a", "b"]),
    ("- - a\n    b", ["a", "b"]),
    ("> - > a\n> b", ["a", "b"]), ("é *b*\r\nc", ["é *b*", "c"]), ("-\n  a", ["a"]), ("a\u{0}b", ["a\u{0}b"]),
  ])
  func lineSpans(text: String, expected: [String]) {
    let document = Document(parsing: SourceText(text))
    #expect(document.lines.map { document.source.text($0.span) } == expected)
  }

  @Test func invalidBytesStay() {
    let document = Document(parsing: SourceText([0x61, 0xC3, 0x20, 0xFF, 0x62]))
    #expect(document.lines.map(\.span) == [SourceSpan(0, 5)])
  }
}
