import MarkdownTree

/// Finds what is to be done among the lessons.
struct WishFinder {
  let text: ReportText
  let shapes: LineShapes

  /// Sentences of a reflection that say what should be done from now on.
  func items(in section: Section, _ index: Int) -> [RawItem] {
    var result: [RawItem] = []
    let sentences = SentenceFinder(text: text)
    for line in section.ownLines where shapes.isReadable(line) && !text.lines[line].context.isHeading {
      for hit in text.cues(ofLine: line) where hit.cue == .modal && isWish(hit) {
        let sentence = sentences.sentence(around: hit.words.lowerBound, ofLine: line)
        let first = text.line(ofWord: sentence.lowerBound)
        let span = SourceSpan(
          Int(text.words[sentence.lowerBound].start), Int(text.words[sentence.upperBound - 1].end))
        if result.last?.span == span { continue }
        result.append(
          RawItem(
            line: first, lines: first..<max(first + 1, line + 1), span: span, form: .sentence,
            kinds: [.measures],
            section: index, depth: 0))
      }
    }
    return result
  }

  /// "should" or "need to" before the plain form of a verb; "should have" is hindsight.
  private func isWish(_ hit: CueHit) -> Bool {
    let modal = hit.words.lowerBound
    let next = hit.words.upperBound
    guard text.isWord(modal, "should") || text.isWord(modal, "need") && hit.words.count == 2,
      next < text.words.count
    else { return false }
    if text.isWord(next, "be"), next + 1 < text.words.count { return text.endsInEd(next + 1) }
    return !text.isWord(next, ["have", "not", "ve"])
  }
}
