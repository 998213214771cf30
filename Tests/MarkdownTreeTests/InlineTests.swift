import MarkdownTree
import TestSupport
import Testing

private func document(_ text: String) -> Document { Document(parsing: SourceText(text)) }

/// The text of all lines, without outer blanks and with runs of blanks as one.
private func words(_ text: String) -> [String] {
  let document = document(text)
  return document.lines.map { line in
    plainText(document, line.span).split(separator: " ").joined(separator: " ")
  }
}

/// The stretches of the text that have `style` and are no markup.
private func styled(_ style: TextStyle, _ text: String) -> [String] {
  let document = document(text)
  var found: [String] = []
  var start: Int?
  for offset in 0...document.styles.count {
    let isIn =
      offset < document.styles.count && document.styles[offset].contains(style)
      && !document.styles[offset].contains(.markup)
    if isIn, start == nil { start = offset }
    if !isIn, let first = start {
      found.append(document.source.text(SourceSpan(first, offset)))
      start = nil
    }
  }
  return found
}

@Suite struct InlineTests {
  @Test(arguments: [
    ("a *b* c", ["b"]), ("*a **b** c*", ["a ", "b", " c"]), ("a_b_c", []), ("_a_", ["a"]), ("* a *", []),
    ("*a\nb*", ["a\nb"]), ("`*a*`", []), ("\\*a*", []), ("*a", []), ("a*b*c", ["b"]), ("***a***", ["a"]),
    ("<em>x</em>", ["x"]),
  ])
  func emphasis(text: String, expected: [String]) {
    #expect(styled(.emphasis, text) == expected)
  }

  @Test(arguments: [
    ("**a**", ["a"]), ("**a*", []), ("__a__", ["a"]), ("x**a**y", ["a"]), ("**[a](b)**", ["a"]),
    ("| a | **b |\n|---|---|\n| c** | **d** |", ["d"]), ("<b>a</b> <strong>c</strong>", ["a", "c"]),
    ("**Impact**: x", ["Impact"]), ("**a\nb**", ["a\nb"]),
  ])
  func strong(text: String, expected: [String]) {
    #expect(styled(.strong, text) == expected)
  }

  @Test(arguments: [
    ("`a`", ["a"]), ("``a`b``", ["a`b"]), ("`a", []), ("`a\nb`", ["a\nb"]), ("<code>a</code>", ["a"]),
    ("    *a* `b`", ["b"]), ("| a | `b |\n|---|---|\n| c` | d |", []),
  ])
  func code(text: String, expected: [String]) {
    #expect(styled(.code, text) == expected)
  }

  @Test(arguments: [
    ("see https://e.com/a_b_(c), ok", ["https://e.com/a_b_(c)"]), ("www.e.com.", ["www.e.com"]),
    ("[t](https://e.com)", ["t"]), ("<https://e.com>", ["https://e.com"]), ("[a]\n\n[A]: /u", ["a"]),
    ("[a][b]\n\n[b]: /u 'x'", ["a"]), ("[a][c]\n\n[b]: /u", []), ("**https://e.com**", ["https://e.com"]),
    ("<a href=\"/u\">t</a>", ["t"]), ("`https://e.com`", []),
    ("[https://e.com/x](https://e.com/y)", ["https://e.com/x"]),
  ])
  func links(text: String, expected: [String]) {
    let document = document(text)
    #expect(styled(.link, text) == expected)
    #expect(document.links.map { document.source.text($0.text) } == expected)
    #expect(document.links.allSatisfy { $0.target != nil })
  }

  @Test(arguments: [
    ("10:00 – up", ["10:00 - up"]), ("a\u{A0}b\u{3000}c", ["a b c"]), ("a：b（c）", ["a: b( c)"]),
    (":tada: done :a1:", ["done"]), ("10:20:30", ["10:20:30"]), ("![alt](i) text", ["text"]),
    ("a &amp; b &ndash; c", ["a & b - c"]),
    ("x<br>y<br/>z", ["x", "y", "z"]), ("a <!-- b --> c", ["a c"]), ("a[^1] b", ["a b"]),
    ("~~a~~ b", ["a b"]),
    ("a\\|b", ["a |b"]), ("- [ ] a\n- [x] b\n- [x]\n- [-] c", ["a", "b", "[x]", "[-] c"]),
    ("# a #", ["a"]), ("a\n---", ["a"]), ("```\n*a*\n```", ["*a*"]),
  ])
  func plain(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("â€™", "’"), ("dÃ©jÃ\u{A0}", "é à"), ("ðŸš€", "🚀"), ("ğŸ“…", "📅"), ("Ã¢â‚¬â„¢", "’"), ("20 Â°C", "°"),
    ("â€", "-"), ("ðŸ", "-"),
    ("NÃO São", ""), ("« café\u{A0}»", ""), ("“É…” LIBERTÉ\u{A0}»", ""), ("ğ Â â €", ""),
    ("QUALITÉ¹ NÃ”", ""),
  ])
  func garbled(text: String, meant: String) {
    let found = document(text).garbled.map { $0.meant ?? "-" }.joined(separator: " ")
    #expect(found == meant)
  }

  @Test func markersAndDepth() {
    let document = document("- a\n  1. b\n\n-\n  c\n\n> 2) d\n\n<ol><li>e</li></ol>\n")
    #expect(document.lines.map(\.marker?.number) == [nil, 1, nil, 2, 1])
    #expect(document.lines.map { $0.marker != nil } == [true, true, true, true, true])
    #expect(document.lines.map(\.depth) == [1, 2, 1, 1, 1])
    #expect(document.lines.map(\.indent) == [0, 2, 0, 0, 0])
    #expect(document.lines.map(\.isQuoted) == [false, false, false, true, false])
  }

  @Test func blankedFenceLinesShowTheReportInside() {
    let text = "```markdown\n# Title\n- a\n```\n"
    let source = SourceText(text)
    let inside = Document(parsing: source, blanking: [source.span(ofLine: 0), source.span(ofLine: 3)])
    #expect(inside.lines.map { source.text($0.span) } == ["Title", "a"])
    #expect(inside.lines.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    String(repeating: "> ", count: 100_000) + "a", String(repeating: "- ", count: 100_000) + "a",
    String(repeating: "![[]()", count: 50_000), String(repeating: "*a ", count: 50_000),
    String(repeating: "[a](b \"", count: 50_000), String(repeating: "<!--", count: 50_000),
    "---\n" + String(repeating: "[", count: 50_000) + "\n---\n", String(repeating: "a", count: 10_000_000),
  ])
  func hugeInputsEnd(text: String) {
    let document = document(text)
    #expect(document.plain.count == text.utf8.count)
  }
}
