import PostmortemModel
import Testing

@testable import MarkdownTree
@testable import PostmortemReports

@Suite struct ColumnTests {
  /// Bytes of every sort: ASCII, sequences cut short, overlong, surrogates, line ends of all kinds.
  private static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0x61], [0x20], [0x0A], [0x0D], [0x0D, 0x0A], [0xC3, 0xA9], [0xE6, 0x97, 0xA5],
      [0xF0, 0x9F, 0x94, 0xA5], [0xFF],
      [0x80], [0xE2, 0x82], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0x09], [0x00], [0xF4, 0x90],
      [0xE0, 0x80],
    ]
    var state = seed
    var bytes: [UInt8] = []
    while bytes.count < count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes += pieces[Int(state >> 33) % pieces.count]
    }
    return bytes
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func countsAsTheSourceDoes(_ seed: UInt64) {
    let start: [UInt8] = seed.isMultiple(of: 2) ? [0xEF, 0xBB, 0xBF] : []
    let source = SourceText(start + Self.noise(3_000, seed: seed))
    let columns = ColumnIndex(source)
    // Inside a character there is no column that both must agree on.
    let differing = source.bytes.indices.filter { source.bytes[$0] < 0x80 }.filter { offset in
      let (line, column) = columns.position(of: offset)
      return source.position(of: offset) != .init(line: line, column: column)
    }
    #expect(differing.isEmpty)
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("🔥", 2), ("\u{301}", 0), ("\u{200D}", 0),
    ("\u{FE0F}", 0),
    ("\u{AD}", 1), ("한", 2), ("ᅡ", 0), ("—", 1),
  ])
  func knowsWidths(_ text: String, _ width: Int) {
    #expect(text.unicodeScalars.map(ScalarWidth.columns).reduce(0, +) == width)
  }

  @Test(arguments: [
    ("👩‍💻X", 2), ("👍🏽X", 2), ("❤️X", 2), ("e\u{301}X", 1), ("日本X", 4), ("a\tX", 4), ("🇯🇵X", 2), ("\u{1B}X", 6),
  ])
  func alignsThePlace(_ text: String, _ indent: Int) {
    #expect(Excerpt(of: Sample.span(of: "X", in: text), in: SourceText(text)).indent == indent)
  }

  @Test func paddingCountsColumns() {
    #expect(ShownText.padded("日本", to: 6) == "日本  ")
    #expect(ShownText.short("日本語の報告", limit: 5) == "日本…")
  }

  @Test func elapsedTimesReadWell() {
    #expect(Elapsed.clock(7_500) == "2:05")
    #expect(Elapsed.clock(90_000) == "1d 1:00")
    #expect(Elapsed.clock(-300) == "-0:05")
    #expect(Elapsed.words(8_100) == "2 h 15 min")
    #expect(
      [30, 8_130, 191_760, 446_400].map(Elapsed.text) == ["30 s", "2 h 15 min", "53 h 16 min", "5 d 4 h"])
    #expect(Elapsed.words(0) == "0 min")
    #expect(Elapsed.words(Int.min) != "")
  }
}
