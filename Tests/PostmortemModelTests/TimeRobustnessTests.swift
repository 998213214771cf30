import MarkdownTree
import PostmortemModel
import Testing

@Suite struct TimeRobustnessTests {
  /// Spans lie in the range and starts never fall, whatever the bytes.
  private func check(_ bytes: [UInt8], _ range: Range<Int>) {
    var last = 0
    for mention in TimeScanner.mentions(in: bytes, range: range) {
      #expect(range.lowerBound <= mention.span.start && mention.span.end <= range.upperBound)
      #expect(mention.span.start < mention.span.end)
      #expect(mention.span.start >= last || { if case .clock = mention { true } else { false } }())
      last = max(last, mention.span.start)
    }
    for zone in TimeScanner.zones(in: bytes, range: range) {
      #expect(range.lowerBound <= zone.span.start && zone.span.end <= range.upperBound)
    }
  }

  @Test func randomPieces() {
    let pieces = [
      "10", ":", "30", " ", "AM", "pm", "-", "/", ".", ",", "May", "2024", "UTC", "(", ")", "+", "T", "Z",
      "h", "to",
      "and", "hours", "min", "月", "日", "年", "時", "分", "\u{0}", "\n", "~", "[", "]", "Monday", "of", "de",
      "half",
      "an", "PT", "1", "99", "IST", "between", "started", "ended",
    ].map { Array($0.utf8) }
    var seed: UInt64 = 88_172_645_463_325_252
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        seed ^= seed << 13
        seed ^= seed >> 7
        seed ^= seed << 17
        bytes += pieces[Int(seed % UInt64(pieces.count))]
        if seed >> 40 & 15 == 0 { bytes.append(UInt8(truncatingIfNeeded: seed >> 48)) }
      }
      check(bytes, 0..<bytes.count)
      check(bytes, (bytes.count / 3)..<(bytes.count / 2))
    }
  }

  @Test func hugeRunsStayLinear() {
    let units = [
      "1", " ", "1:", "10:00 ", "May ", "May 1 ", "a", "-", "1h", "1 hour ", "to 10:00 ", "an ", "10:00 and ",
      "2024-", "1-", "UTC ", "(", "half ", "Monday ", "月", "1 - ", "\n", "10:00                ", "CEST(",
    ]
    for unit in units {
      let bytes = Array(String(repeating: unit, count: 60_000 / unit.utf8.count).utf8)
      _ = TimeScanner.mentions(in: bytes, range: 0..<bytes.count)
      _ = TimeScanner.zones(in: bytes, range: 0..<bytes.count)
    }
    #expect(TimeScanner.mentions(in: [], range: 0..<0).isEmpty)
    #expect(TimeScanner.mentions(in: [49], range: 0..<5).isEmpty)
  }
}
