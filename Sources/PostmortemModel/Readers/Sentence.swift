import MarkdownTree

/// Finds the sentence around a word, over the lines of its paragraph.
struct SentenceFinder {
  let text: ReportText
  /// Words, and lines, that a sentence is followed to either side: no sentence of people is longer, and the bound keeps
  /// lines of any length linear.
  private static let reach = 80

  /// The words of the sentence that holds `word`, or that lie around the offset before it.
  func sentence(around word: Int, ofLine line: Int) -> Range<Int> {
    let paragraph = paragraph(of: line)
    let words = text.words(in: paragraph)
    guard words.contains(word) else { return words }
    var first = word
    while first > words.lowerBound, word - first < SentenceFinder.reach, !ends(between: first - 1, first) {
      first -= 1
    }
    var last = word + 1
    while last < words.upperBound, last - word < SentenceFinder.reach, !ends(between: last - 1, last) {
      last += 1
    }
    return first..<last
  }

  /// The lines that run on with a line: those of its paragraph, from one list mark to the next.
  func paragraph(of line: Int) -> Range<Int> {
    let block = text.document.blocks[text.lines[line].block]
    guard text.lines[line].context == .paragraph else { return line..<line + 1 }
    var first = line
    while first > block.lines.lowerBound, line - first < SentenceFinder.reach,
      text.lines[first].marker == nil, runsOn(first)
    { first -= 1 }
    var last = line + 1
    while last < block.lines.upperBound, last - line < SentenceFinder.reach, text.lines[last].marker == nil,
      runsOn(last)
    { last += 1 }
    return first..<last
  }

  /// Whether a line goes on with the sentence of the line before.
  private func runsOn(_ line: Int) -> Bool {
    guard let word = text.wordRanges[line].first, !text.wordRanges[line - 1].isEmpty else { return false }
    return !text.words[word].isCapitalised || !ends(between: word - 1, word)
  }

  /// Whether a sentence ends between two words.
  func ends(between left: Int, _ right: Int) -> Bool {
    let start = Int(text.words[left].end)
    let end = Int(text.words[right].start)
    for offset in start..<max(start, end) {
      switch text.plain[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if offset + 1 >= end || text.plain[offset + 1] == 0x20 || text.plain[offset + 1] == 0x0A {
          return end - offset > 1
        }
      case UInt8(ascii: ";"), UInt8(ascii: "|"): return true
      case 0xE3 where offset + 2 < end && text.plain[offset + 1] == 0x80 && text.plain[offset + 2] == 0x82:
        return true
      default: break
      }
    }
    return false
  }
}
