import MarkdownTree

extension ReportText {
  /// The cues that begin among some words. Found by bisection: in one endless line a look at all cues for each would
  /// take quadratic time.
  func cues(among words: Range<Int>) -> ArraySlice<CueHit> {
    if words.isEmpty { return [] }
    let first = cues.partitioningIndex { $0.words.lowerBound >= words.lowerBound }
    var end = first
    while end < cues.count, cues[end].words.lowerBound < words.upperBound { end += 1 }
    return cues[first..<end]
  }

  /// Whether a word ends in lower-case letters, in whatever case.
  func closes(_ index: Int, with letters: StaticString) -> Bool {
    let span = words[index].span
    let count = letters.utf8CodeUnitCount
    guard span.length >= count else { return false }
    return (0..<count).allSatisfy { plain[span.end - count + $0] | 0x20 == letters.utf8Start[$0] }
  }

  /// The cues of a text line that begin at most `reach` words from a word.
  func cues(ofLine line: Int, around word: Int, reach: Int) -> ArraySlice<CueHit> {
    cues(among: (word - reach..<word + reach + 1).clamped(to: wordRanges[line]))
  }
}
