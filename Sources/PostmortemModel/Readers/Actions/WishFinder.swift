import MarkdownTree

/// Finds what is to be done among the lessons.
struct WishFinder {
  let text: ReportText
  let shapes: LineShapes

  /// Sentences of a reflection that say what should be done from now on: "we should …", "improve …".
  func items(in section: Section, _ index: Int) -> [RawItem] {
    var result: [RawItem] = []
    let sentences = SentenceFinder(text: text)
    for line in section.ownLines where shapes.isReadable(line) && !text.lines[line].context.isHeading {
      if opensWithRequest(line) {
        result.append(
          RawItem(
            line: line, lines: line..<line + 1, span: shapes.span(line), form: .sentence, kinds: [.measures],
            section: index, depth: 0))
        continue
      }
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

  /// "Improve redundancy", "Automate more", "Alerts: need better thresholds" where a line begins; "Improved monitoring
  /// was of help" tells how it was.
  private func opensWithRequest(_ line: Int) -> Bool {
    let start = shapes.contentStart(line)
    guard shapes.isItem(line) || shapes.mayStandAlone(line) else { return false }
    if isRequest(from: start, line) { return true }
    return shapes.labelEnd(line, from: start).map { isRequest(from: $0.body, line) } ?? false
  }

  private func isRequest(from start: Int, _ line: Int) -> Bool {
    guard let first = text.words(ofLine: line, from: start).first else { return false }
    let rest = (first..<first + 8).clamped(to: text.wordRanges[line])
    guard rest.count >= 2, text.plain[Int(text.words[first].end)] == 0x20,
      !rest.contains(where: { text.isWord($0, WishFinder.tellings) })
    else { return false }
    let hits = text.cues(openingIn: rest)
    let asksForMore = hits.contains { $0.cue == .comparative && $0.words.lowerBound <= first + 2 }
    if text.isWord(first, ["need", "needs"]) { return asksForMore }
    if text.closes(first, with: "ing") || text.endsInEd(first) { return false }
    return hits.contains { hit in
      hit.words.lowerBound == first
        && (hit.cue == .vagueVerb || hit.cue == .taskVerb && asksForMore)
    }
  }

  private static let tellings: [StaticString] = [
    "is", "are", "was", "were", "had", "has", "did", "helped", "worked", "failed", "made", "took", "can",
    "could",
  ]

  /// "should" or "need to" before the plain form of a verb; "should have" is hindsight.
  private func isWish(_ hit: CueHit) -> Bool {
    let modal = hit.words.lowerBound
    let next = hit.words.upperBound
    guard text.isWord(modal, "should") || text.isWord(modal, "need") && hit.words.count == 2,
      next < text.words.count
    else { return false }
    if text.isWord(next, "be"), next + 1 < text.words.count {
      return text.endsInEd(next + 1) || text.isWord(next + 1, ["more", "better"])
    }
    return !text.isWord(next, ["have", "not", "ve"])
  }
}
