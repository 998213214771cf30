import MarkdownTree

/// The words that say what is to be done in an item, and the verb among them.
struct ItemBodies {
  let text: ReportText
  let shapes: LineShapes

  /// The words of an item without a label before a colon or dash ("Monitoring: add an alert").
  func body(of item: RawItem) -> Range<Int> {
    let words = words(of: item)
    guard item.form != .row, item.form != .sentence, words.count >= 3,
      let end = shapes.labelEnd(item.line, from: item.span.start)
    else { return words }
    let first = text.firstWord(from: end.body, in: words)
    return first - words.lowerBound <= 8 && words.upperBound - first >= 3 ? first..<words.upperBound : words
  }

  /// All words of an item.
  func words(of item: RawItem) -> Range<Int> {
    if item.form == .row {
      let line = item.lines.first { text.lines[$0].span == item.span } ?? item.line
      return text.wordRanges[line].clamped(to: text.words(in: item.lines))
    }
    let all = text.words(in: item.lines)
    let first = text.firstWord(from: item.span.start, in: all)
    return first..<(item.form == .sentence ? text.firstWord(from: item.span.end, in: all) : all.upperBound)
  }

  /// The verb that says what to do: the first within the first words, or after "will", "should", "to".
  func verb(in body: Range<Int>, _ hits: ArraySlice<CueHit>) -> CueHit? {
    let verbs = hits.filter { isVerb($0) && !isNoun($0, body) }
    guard let first = verbs.first else { return nil }
    if first.words.lowerBound <= body.lowerBound + 2 { return longest(first, verbs) }
    for modal in hits where modal.cue == .modal {
      if let next = verbs.first(where: {
        $0.words.lowerBound >= modal.words.upperBound && $0.words.lowerBound <= modal.words.upperBound + 3
      }) {
        return passive(longest(next, verbs), verbs)
      }
    }
    return longest(first, verbs)
  }

  private func isVerb(_ hit: CueHit) -> Bool {
    hit.cue == .taskVerb || hit.cue == .vagueVerb || hit.cue == .lightVerb
  }

  /// The longest of the phrases that begin where one does.
  private func longest(_ first: CueHit, _ verbs: [CueHit]) -> CueHit {
    var result = first
    for verb in verbs where verb.words.lowerBound == first.words.lowerBound {
      if verb.words.count > result.words.count { result = verb }
    }
    return result
  }

  /// "Upgraded monitoring tools": a form in -ing behind another word is a noun; "every change must …".
  private func isNoun(_ hit: CueHit, _ body: Range<Int>) -> Bool {
    if hit.words.lowerBound > body.lowerBound,
      text.isWord(hit.words.lowerBound - 1, ItemBodies.determiners)
    {
      return true
    }
    guard hit.words.lowerBound > body.lowerBound, text.closes(hit.words.lowerBound, with: "ing") else {
      return false
    }
    return !text.isWord(
      hit.words.lowerBound - 1,
      ["by", "and", "also", "finally", "then", "start", "begin", "consider", "of", "keep", "is", "are", "be"])
  }

  private static let determiners: [StaticString] = [
    "the", "a", "an", "every", "each", "any", "our", "this", "these", "no",
  ]

  /// The verb that "be" only carries: "will be created".
  private func passive(_ verb: CueHit, _ verbs: [CueHit]) -> CueHit {
    guard text.isWord(verb.words.lowerBound, "be") else { return verb }
    return verbs.first { $0.words.lowerBound == verb.words.upperBound } ?? verb
  }
}
