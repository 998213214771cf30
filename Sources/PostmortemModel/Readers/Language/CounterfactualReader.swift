import MarkdownTree

/// Finds hindsight: "should have checked", "could have been avoided", "had we known".
struct CounterfactualReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  private static let hindsight = CueSet(.counterfactual, .hindsight)
  private static let kinds: KindSet = [.summary, .timeline, .rootCause]
  /// The words between "should have" and its verb: "probably", "not been".
  private static let reach = 3

  func spans() -> [SourceSpan] {
    var result: [SourceSpan] = []
    for line in text.lines.indices
    where text.holds(CounterfactualReader.hindsight, inLine: line) && shapes.isReadable(line)
      && !text.lines[line].isQuoted
    {
      for hit in text.cues(ofLine: line) where isHindsight(hit.cue) {
        guard outline.kindSet(ofLine: line).overlaps(CounterfactualReader.kinds),
          text.style(ofWord: hit.words.lowerBound).isDisjoint(with: [.code, .link]),
          !text.isQuoted(text.span(of: hit).start, in: line),
          let last = end(of: hit, line)
        else { continue }
        result.append(
          SourceSpan(Int(text.words[hit.words.lowerBound].start), Int(text.words[last].end)))
      }
    }
    return result
  }

  private func isHindsight(_ cue: Cue) -> Bool { cue == .counterfactual || cue == .hindsight }

  /// The last word of the phrase with its verb; nil where it is no hindsight.
  private func end(of hit: CueHit, _ line: Int) -> Int? {
    if hit.cue == .hindsight { return hit.words.upperBound - 1 }
    let opens = hit.words.lowerBound == text.wordRanges[line].lowerBound
    let isPossible = text.isWord(hit.words.lowerBound, ["could", "couldve"])
    // "requests that should have been removed" tells how it works.
    if !opens, !isPossible, text.isWord(hit.words.lowerBound - 1, ["that", "which", "who", "what"]) {
      return nil
    }
    // "We had, had we …": turned round, the phrase opens its clause.
    if text.isWord(hit.words.lowerBound, "had") {
      return text.words[hit.words.lowerBound].isCapitalised ? verb(after: hit, line) : nil
    }
    guard let verb = verb(after: hit, line) else { return nil }
    // "The job should have run at three" tells what it is for; people and checks are told what they failed to do.
    let isWish = begins(verb, .averted) || !isPossible && isOfPeople(hit)
    return isWish ? verb : nil
  }

  private func verb(after hit: CueHit, _ line: Int) -> Int? {
    let after = hit.words.upperBound..<text.wordRanges[line].upperBound
    for word in after.prefix(CounterfactualReader.reach) {
      if !text.isWord(word, "been"), text.endsInEd(word) || begins(word, .participle) { return word }
      guard
        text.isWord(word, ["not", "also", "still", "then", "been", "never"]) || text.closes(word, with: "ly")
      else { return nil }
    }
    return nil
  }

  /// Whether the word before is a person.
  private func isOfPeople(_ hit: CueHit) -> Bool {
    let before = hit.words.lowerBound - 1
    guard before >= 0, text.words[hit.words.lowerBound].start - text.words[before].end == 1 else {
      return false
    }
    return text.cues(openingIn: max(0, before - 2)..<before + 1).contains {
      $0.cue == .person && $0.words.upperBound == before + 1
    }
  }

  private func begins(_ word: Int, _ cue: Cue) -> Bool {
    text.cues(openingIn: word..<word + 1).contains { $0.cue == cue && $0.words.count == 1 }
  }
}
