import MarkdownTree

extension ReportText {
  /// Whether a word ends in lower-case letters, in whatever case.
  func closes(_ index: Int, with letters: StaticString) -> Bool {
    guard words.indices.contains(index) else { return false }
    let span = words[index].span
    let count = letters.utf8CodeUnitCount
    guard span.length >= count else { return false }
    return (0..<count).allSatisfy { plain[span.end - count + $0] | 0x20 == letters.utf8Start[$0] }
  }

  /// The cues of a text line that begin at most `reach` words from a word.
  func cues(ofLine line: Int, around word: Int, reach: Int) -> ArraySlice<CueHit> {
    cues(openingIn: (word - reach..<word + reach + 1).clamped(to: wordRanges[line]))
  }
}
