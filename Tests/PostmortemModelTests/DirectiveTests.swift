import MarkdownTree
import PostmortemModel
import Testing

/// Which comments are directives, and where they take effect.
@Suite struct DirectiveTests {
  /// Each as `order(name name; reason)@lines`, the lines on which findings are hidden from 1.
  @Test(
    arguments: [
      (
        "<!-- pmlint-disable-next-line a-b c -- why so -->\ntext",
        "pmlint-disable-next-line(a-b c; why so)@2-2"
      ),
      ("<!--pmlint-disable a,b-->\ntext", "pmlint-disable(a b; -)@1-2"),
      ("text <!-- pmlint-disable-file --> text", "pmlint-disable-file(; -)@1-1"),
      ("text <!-- pmlint-disable -- a -- b --> text", "pmlint-disable(; a -- b)@1-1"),
      ("<!-- pmlint-disable\n  a\n  b -->\n", "pmlint-disable(a b; -)@3-4"),
      (
        "> <!-- pmlint-disable-next-line\n> a -- b\n> c -->\n>\n> text",
        "pmlint-disable-next-line(a; b c)@5-5"
      ),
      ("<!-- pmlint-disable-next-line a -->\n\n\ntext\n", "pmlint-disable-next-line(a; -)@4-4"),
      (
        "<!-- pmlint-disable-next-line a -->\n<!-- pmlint-disable-next-line b -->\n\ntext\nmore",
        "pmlint-disable-next-line(a; -)@4-4 pmlint-disable-next-line(b; -)@4-4"
      ),
      (
        "a <!-- pmlint-disable-next-line a --> <!-- pmlint-disable-next-line b -->\ntext",
        "pmlint-disable-next-line(a; -)@2-2 pmlint-disable-next-line(b; -)@2-2"
      ),
      ("\u{FEFF}<!-- pmlint-disable-next-line a -->\r\ntext\r\n", "pmlint-disable-next-line(a; -)@2-2"),
      ("- item\n\n  <!-- pmlint-disable-next-line a -->\n- item\n", "pmlint-disable-next-line(a; -)@4-4"),
      (
        "| a |\n| - |\n| b <!-- pmlint-disable-next-line a --> |\n| c |\n",
        "pmlint-disable-next-line(a; -)@4-4"
      ),
      ("<!-- pmlint-disabel a -->", "?pmlint-disabel(a; -)@1-1"),
      ("<!-- pmlint-enable a -->", "pmlint-enable(a; -)@1-1"),
      ("---\npmlint: {disable: [a, 'b']}\n---\n# T\n", "pmlint-disable-file(a b; -)@1-5"),
      ("---\npmlint:\n  disable:\n    - a # c\n    - b\n---\n", "pmlint-disable-file(a b; -)@1-7"),
      ("---\npmlint:\n  disable: all\n---\n", "pmlint-disable-file(all; -)@1-5"),
      ("+++\n[pmlint]\ndisable = [\"a\", \"b\"]\n+++\n", "pmlint-disable-file(a b; -)@1-5"),
      ("---\npmlint: {disable: []}\n---\n", ""), ("---\npmlint: {disable: }\n---\n", ""),
      ("`<!-- pmlint-disable a -->`", ""), ("```\n<!-- pmlint-disable a -->\n```\n", ""),
      ("text\n\n    <!-- pmlint-disable a -->\n", ""), ("\\<!-- pmlint-disable a -->", ""),
      ("<!-- about pmlint-disable a -->", ""), ("<!-- pmlint disable -->", ""), ("<!-- pmlint-disable", ""),
      ("<!-->pmlint-disable -->", ""), ("<!-- -->", ""), ("<!---->", ""),
    ])
  func directives(_ text: String, _ expected: String) {
    #expect(described(text) == expected)
  }

  @Test func placesAreThoseOfTheSource() {
    let text = "---\npmlint: {disable: [zone, \"tasks\"]}\n---\nÄ <!-- pmlint-disable a,  b -->\r\n"
    let source = SourceText(text)
    let directives = Postmortem(reading: Document(parsing: source), fileName: nil).directives
    #expect(
      directives.map { source.text($0.span) } == ["[zone, \"tasks\"]", "<!-- pmlint-disable a,  b -->"])
    #expect(directives.map { source.text($0.order.span) } == ["disable", "pmlint-disable"])
    #expect(directives.flatMap(\.names).map { source.text($0.span) } == ["zone", "tasks", "a", "b"])
  }

  @Test(.timeLimit(.minutes(1)))
  func manyDirectivesTakeNoLonger() {
    let count = 20_000
    for text in [
      String(repeating: "<!-- pmlint-disable-next-line a -->\n", count: count),
      "x" + String(repeating: "<!-- pmlint-disable-next-line a -->", count: count)
        + String(repeating: "\n", count: 100_000),
    ] {
      #expect(
        Postmortem(reading: Document(parsing: SourceText(text)), fileName: nil).directives.count == count)
    }
  }

  private func described(_ text: String) -> String {
    let source = SourceText(text)
    let directives = Postmortem(reading: Document(parsing: source), fileName: nil).directives
    return directives.map { directive in
      let order = directive.verb?.rawValue ?? "?" + directive.order.text
      let names = directive.names.map(\.text).joined(separator: " ")
      let first = source.line(at: directive.reach.start) + 1
      let last = source.line(at: max(directive.reach.start, directive.reach.end - 1)) + 1
      return "\(order)(\(names); \(directive.reason ?? "-"))@\(first)-\(last)"
    }.joined(separator: " ")
  }
}
