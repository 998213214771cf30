import MarkdownTree

extension NameReader {
  /// The name that the tokens are after an edit or two in one word: "Sumary", "Resolutoin".
  func misspelt(_ tokens: ArraySlice<NameToken>) -> Match? {
    guard tokens.count <= 5 else { return nil }
    for index in tokens.indices where tokens[index].number == 0 {
      let letters = letters(of: tokens[index].word)
      guard letters.count >= 5 else { return nil }
      if let match = nearest(to: letters, at: index, in: tokens) { return match }
    }
    return nil
  }

  /// "Issue Sumary": a short heading that is a name with a slip and nothing else.
  func misspeltName(_ words: Range<Int>) -> Match? {
    guard words.count <= 3, var match = match(words, .heading), match.misspelling != nil else { return nil }
    match.isExact = true
    return match
  }

  /// "Corrective and preventitive measures": one half says the kind, the other may have a slip.
  func withMisspelling(_ match: Match, _ tokens: ArraySlice<NameToken>) -> Match {
    guard let mended = misspelt(tokens), mended.kinds == match.kinds else { return match }
    var result = match
    result.misspelling = mended.misspelling
    return result
  }

  /// The first name found says the kind; the nearest of that kind says how the word is spelt.
  private func nearest(to letters: [UInt8], at index: Int, in tokens: ArraySlice<NameToken>) -> Match? {
    let limit = letters.count >= 7 ? 2 : 1
    let own = LetterSet(letters)
    var found: (match: Match, slip: Misspelling?)?
    for candidate in lexicon.nameWords where abs(candidate.letters.count - letters.count) <= limit {
      guard own.isWithin(limit, LetterSet(candidate.letters)),
        EditDistance.isWithin(found == nil ? limit : 1, letters, candidate.letters)
      else { continue }
      var mended = tokens
      mended[index] = NameToken(number: candidate.word, word: tokens[index].word)
      guard let match = whole(mended) ?? halves(mended, isLenient: false) ?? leading(mended) else { continue }
      if found == nil || found?.match.kinds == match.kinds {
        found = (
          match, isSure(letters, candidate, mended) ? slip(tokens[index].word, candidate.letters) : nil
        )
      }
      if EditDistance.isWithin(1, letters, candidate.letters) { break }
    }
    guard var match = found?.match else { return nil }
    match.misspelling = found?.slip
    match.isExact = false
    return match
  }

  private func letters(of word: Int) -> [UInt8] {
    let span = text.words[word].span
    return text.plain[span.range].map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
  }

  /// Whether a word is a known one with a slip, rather than another word. Most words are near others ("Content",
  /// "Context"): the name must have further words, or the word be of few neighbours.
  private func isSure(
    _ letters: [UInt8], _ candidate: (letters: [UInt8], word: UInt16), _ mended: ArraySlice<NameToken>
  ) -> Bool {
    guard letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), Spelling.isSlip(letters, of: candidate.letters)
    else {
      return false
    }
    if mended.count(where: { !lexicon.noiseWords.contains($0.number) }) > 1, whole(mended) != nil {
      return true
    }
    let isNear = EditDistance.isWithin(1, letters, candidate.letters)
    return letters.count >= (isNear ? 6 : 8) && isDistinct(candidate.word)
  }

  private func isDistinct(_ word: UInt16) -> Bool {
    var isDistinct = false
    lexicon.cues.forEachValue(at: lexicon.cues.opening(word)) {
      if Cue.allCases[Int($0)] == .distinctName { isDistinct = true }
    }
    return isDistinct
  }

  private func slip(_ word: Int, _ spelling: [UInt8]) -> Misspelling {
    let found = text.words[word]
    let letters = spelling.enumerated().map { place, letter in
      found.isShouted || place == 0 && found.isCapitalised ? letter & 0xDF : letter
    }
    return Misspelling(span: found.span, spelling: String(decoding: letters, as: UTF8.self))
  }
}

/// Tells a slip of the pen from another word.
enum Spelling {
  /// Whether a word that is nearly a known one is that word with a slip, and no inflection of it.
  static func isSlip(_ letters: [UInt8], of known: [UInt8]) -> Bool {
    var same = 0
    while same < min(letters.count, known.count), letters[same] == known[same] { same += 1 }
    // Slips hardly ever hit the first letter; words that differ there are two words.
    if same == 0 { return false }
    // "Timelin" lacks its last letter; "Resolve" beside "Resolved" does not.
    if same == letters.count, same + 1 == known.count, !"sdraony".utf8.contains(known[same]) { return true }
    // "Detections", "Resolve" beside "Resolved", "Escalating" beside "Escalation".
    return !(max(1, same - 2)...same).contains { stem in
      isEnding(letters[stem...]) && isEnding(known[stem...])
    }
  }

  private static let endings: [StaticString] = [
    "", "s", "es", "e", "d", "ed", "r", "er", "or", "al", "y", "ing", "ion", "ly", "n", "en", "o", "a", "os",
    "as", "ors", "ers", "ions", "ings", "ive", "ives", "ity", "able",
  ]

  private static func isEnding(_ rest: ArraySlice<UInt8>) -> Bool {
    endings.contains { ending in ending.withUTF8Buffer { $0.elementsEqual(rest) } }
  }
}

/// The letters of a word, without their order: words that differ in many are not compared any further.
private struct LetterSet {
  private var members: UInt32 = 0

  init(_ letters: [UInt8]) {
    for letter in letters { members |= 1 << UInt32(letter & 0x1F) }
  }

  /// Whether so many edits may lead from one word to the other: each gives at most one letter and takes one.
  func isWithin(_ edits: Int, _ other: LetterSet) -> Bool {
    (members & ~other.members).nonzeroBitCount <= edits && (other.members & ~members).nonzeroBitCount <= edits
  }
}
