import MarkdownTree
import Testing

@testable import PostmortemReports

/// The parts that formats are made of.
@Suite struct EncodingTests {
  /// The hashes were computed by their definition, as `Tests/Formats/check.py` does: not rolled, but line by line.
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]), ("a\n", ["243cbaa4685aab12:1", "c129715d7a2bc9a3:1"]),
    (
      "# T\n\n\tx y\r\nx  y\r\n",
      [
        "d98a47ee765649b4:1", "7c0e36955b98031b:1", "f5edbd903dd7e07d:1", "12885d96a61f191a:1",
        "c129715d7a2bc9a3:1",
      ]
    ),
    ("ä🎉\n", ["743b86d14dda75da:1", "c129715d7a2bc9a3:1"]),
  ])
  func lineHashesAreGitHubs(_ text: String, _ expected: [String]) {
    let hashes = LineHashes(of: SourceText(text))
    #expect(expected.indices.map { hashes.text(ofLine: $0) } == expected)
    #expect(hashes.text(ofLine: expected.count) == nil)
  }

  @Test func equalLineHashesAreNumbered() {
    let hashes = LineHashes(of: SourceText(String(repeating: "a b\n", count: 205)))
    #expect(
      [0, 1, 100].map { hashes.text(ofLine: $0) } == [
        "94155610e84b82:1", "94155610e84b82:2", "94155610e84b82:101",
      ])
    let ends = LineHashes(of: SourceText("x\r\n\u{20}y\r"))
    let plain = LineHashes(of: SourceText("x\ny\n"))
    #expect((0...2).map { ends.text(ofLine: $0) } == (0...2).map { plain.text(ofLine: $0) })
  }

  @Test func columnsCountWhatTheReaderCounts() {
    let source = SourceText("\u{FEFF}ä🎉x\n\(String(repeating: "🎉", count: 1000))x\n")
    let column = { (offset: Int, unit: ColumnUnit) in
      ColumnIndex(source, counting: unit).position(of: offset).column
    }
    #expect([ColumnUnit.scalars, .utf16, .bytes].map { column(9, $0) } == [3, 4, 7])
    #expect([ColumnUnit.scalars, .utf16, .bytes].map { column(4011, $0) } == [1001, 2001, 4001])
  }

  @Test(arguments: [
    ("a/b-c_d.~9.md", "a/b-c_d.~9.md"), ("two words#1?.md", "two%20words%231%3F.md"),
    ("ä:\n%", "%C3%A4%3A%0A%25"),
  ])
  func encodesPaths(_ path: String, _ expected: String) { #expect(PercentEncoding.path(path) == expected) }

  @Test func writesWhatXMLAdmits() {
    #expect(
      XMLText.escaped("a<&>\"'\n\t\u{0}\u{1B}\u{FFFF}é")
        == "a&lt;&amp;&gt;&quot;'&#10;&#9;\\u{0}\\u{1b}\\u{ffff}é")
  }

  @Test func marksThatTurnTextAreWrittenByTheirNumbers() {
    #expect(XMLText.escaped("a\u{202E}b\u{9B}") == "a&#8238;b\\u{9b}")
    var json = JSONWriter()
    json.string("\u{9B}\u{202E}é\u{7F}\n\"\\\u{1}€\u{A0}\u{61C}")
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #""\u009b\u202eé\u007f\n\"\\\u0001€\#u{A0}\u061c""#)
  }

  @Test func linesStayLinesForATerminal() {
    let text = Array("a\tb\r\n\u{1B}[31m\r\u{9B}é\n".utf8) + [0x9B, 0x0A]
    #expect(
      String(decoding: SafeText.lines(text), as: UTF8.self)
        == "a\tb\r\n\\u{1b}[31m\\u{d}\\u{9b}é\n\u{FFFD}\n")
  }

  @Test func writesPlainWordsInMarkdown() {
    #expect(
      MarkdownText.cell("a|b `c` <d> @e #1 http://f :g: 9:30 \u{1B}\n*")
        == "a\\|b \\`c\\` \\<d\\> @<!-- -->e \\#1 http\\://f \\:g: 9:30 \\\\u{1b}\\\\u{a}\\*")
  }

  @Test func findsQuotedWords() {
    #expect(FindingSubject.quotes("'a b' is odd", "a b") && FindingSubject.quotes("x 'a'", "a"))
    #expect(!FindingSubject.quotes("'a b' is odd", "a") && !FindingSubject.quotes("", "a"))
  }
}
