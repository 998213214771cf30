/// Numbers that are the same in every run.
public struct Lottery: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  public mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// A document made of line shapes that are easily read wrongly.
public func nastyDocument(seed: UInt64) -> [UInt8] {
  let starts = [
    "", "", "", "- ", "  ", "    ", "> ", ">", "1. ", "2) ", "\t", "* ", "+ ", "- - ", "   ", "# ", "## ",
    "> - ", " - [ ] ",
    "| ", "-\t",
  ]
  let middles = [
    "", "a", "a | b", "--- | ---", "|---|", "===", "---", "***", "```", "~~~ x", "`", "``b", "*a*", "**b",
    "__c__ _d_",
    "[ref]", "[ref]: /u", "[ref]: </u> 'a", "b'", "[t](u", "[t](u \"x\")", "![i](j)", "![[]()", "<b>x</b>",
    "<li>y",
    "<h2>z</h2>", "<table><tr><td>q", "</td></tr></table>", "<!-- c", "d -->", "<script>", "</script>",
    "<pre>",
    "<br>", "&amp; &#8211; &x;", ":tada:", "https://e.com/a_b", "www.e.com", "â€™ dÃ©", "ðŸ", "–—", "【x】：",
    "\\*\\|",
    "\\", "~~s~~", "[x] y", "[ ] ", "[^1]: n", "<a href='u'>v</a>", "\u{0}", "+++", "1.", "-", "|",
    "a\\|b|`c|d`", "<ol>", "</ol>",
    "<div", "<https://x.y>",
  ]
  let ends = ["\n", "\n", "\n", "\n", "\n\n", "\r\n", "\r", " \n", "  \n", " #\n", "|\n", "\\\n"]
  var lottery = Lottery(seed: seed)
  for _ in 0..<8 { _ = lottery.next() }
  var text = seed % 7 == 0 ? "\u{FEFF}" : ""
  if seed % 5 == 0 { text += "---\n" }
  for _ in 0..<Int.random(in: 1...14, using: &lottery) {
    for _ in 0..<Int.random(in: 0...2, using: &lottery) {
      text += starts.randomElement(using: &lottery) ?? ""
    }
    for _ in 0..<Int.random(in: 1...3, using: &lottery) {
      text += middles.randomElement(using: &lottery) ?? ""
    }
    text += ends.randomElement(using: &lottery) ?? ""
  }
  var bytes = Array(text.utf8)
  if seed % 11 == 0, !bytes.isEmpty { bytes[Int.random(in: bytes.indices, using: &lottery)] = 0xC3 }
  return bytes
}
