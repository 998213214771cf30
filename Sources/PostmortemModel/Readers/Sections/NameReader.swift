import MarkdownTree

/// Finds the kind of a section from the words of its heading: "2. Root Cause & Resolution 🔧", "Timeline (all times
/// UTC)", "Sumary", "Specific tasks to address the issue".
struct NameReader {
  /// How much a heading may differ from the names known.
  enum Leniency: Comparable {
    /// A label or bare line of text: the name and nothing else.
    case strict
    /// A line that ends in a colon: words may follow the name ("Tasks to address the issue:").
    case tail
    /// A heading: the name may stand anywhere in it, or be misspelt.
    case heading
  }

  struct Match {
    var kinds: [SectionKind] = []
    var field: String?
    var topics: [SectionTopic] = []
    var isWeak = false
    /// Kinds of a team's own.
    var own: [String] = []
    var isNarrative = false
    /// Whether the whole heading is the name.
    var isExact = true
    /// Whether one half of "A and B" is no name known.
    var isPartial = false
    /// The word as it should be spelt, where an edit was needed.
    var misspelling: Misspelling?
  }

  let text: ReportText
  var lexicon: Lexicon { text.lexicon }

  /// Whether a line that opens with a word may be a name and nothing else: most lines are turned away by this.
  func mayOpen(_ word: Int) -> Bool {
    let found = text.words[word]
    return found.traits.contains(.digits) || lexicon.names.opening(found.exact) != 0
      || lexicon.noiseWords.contains(found.exact) || found.exact == TitleSegments.and
      || found.isShouted && found.end - found.start <= TitleSegments.longestRoman
  }

  /// The kind of a heading that consists of `words`; nil where no name is known.
  func match(_ words: Range<Int>, _ leniency: Leniency) -> Match? {
    if leniency < .heading, let first = words.first, !mayOpen(first) { return nil }
    let segments = TitleSegments(text: text).segments(of: words)
    guard !segments[0].isEmpty else { return nil }
    if let match = match(segment: segments[0], leniency) {
      var result = match
      if segments.count > 1 { result.isExact = false }
      return result
    }
    guard leniency == .heading else { return nil }
    for index in 1..<segments.count where !segments[index].isEmpty {
      if var match = match(segment: segments[index], .strict) {
        match.isExact = false
        return match
      }
    }
    return nil
  }

  /// Whether words are a name and nothing else.
  func isName(_ words: Range<Int>) -> Bool { match(words, .strict)?.isExact ?? false }

  private func match(segment: ArraySlice<NameToken>, _ leniency: Leniency) -> Match? {
    if let match = whole(segment) { return match }
    if let match = halves(segment, isLenient: leniency == .heading) {
      return match.isPartial ? withMisspelling(match, segment) : match
    }
    guard leniency >= .tail else { return nil }
    if let match = leading(segment) { return match }
    if leniency == .heading, let match = misspelt(segment) { return match }
    return leniency == .heading ? inside(segment) : nil
  }

  /// The name that the tokens are, without words such as "the" and "incident" before it.
  func whole(_ tokens: ArraySlice<NameToken>) -> Match? {
    var rest = tokens
    while let first = rest.first {
      if let match = lookUp(rest) { return match }
      guard lexicon.noiseWords.contains(first.number) else { return nil }
      rest = rest.dropFirst()
    }
    return nil
  }

  private func lookUp(_ tokens: ArraySlice<NameToken>) -> Match? {
    var node = PhraseTable.root
    for token in tokens {
      node = lexicon.names.step(node, token.number)
      if node == 0 { return nil }
    }
    guard !tokens.isEmpty, let value = lexicon.names.value(at: node) else { return nil }
    let name = lexicon.sectionNames[Int(value)]
    return Match(
      kinds: name.kinds, field: name.field, topics: name.topic.map { [$0] } ?? [], isWeak: name.isWeak,
      own: name.own.map { [$0] } ?? [], isNarrative: name.isNarrative)
  }

  /// "Root cause and resolution": each half a name.
  func halves(_ tokens: ArraySlice<NameToken>, isLenient: Bool) -> Match? {
    guard tokens.contains(where: { $0.number == TitleSegments.and }) else { return nil }
    let parts = tokens.split { $0.number == TitleSegments.and }
    guard parts.count > 1 else { return nil }
    var result = Match()
    var known = 0
    for part in parts {
      guard let match = whole(part) ?? (isLenient ? leading(part) : nil),
        !match.kinds.isOnly(.other) || !match.own.isEmpty
      else { continue }
      known += 1
      result.isWeak = known == 1 ? match.isWeak : result.isWeak && match.isWeak
      result.field = result.field ?? match.field
      result.topics += match.topics
      result.own += match.own
      for kind in match.kinds where kind != .other && !result.kinds.contains(kind) {
        result.kinds.append(kind)
      }
    }
    result.isPartial = known < parts.count
    guard known > 0, !result.isPartial || isLenient else { return nil }
    result.isExact = !result.isPartial
    if result.kinds.count > 1 { result.kinds.removeAll { $0 == .metadata || $0 == .title } }
    return result
  }

  /// The longest name that the tokens begin with, before words such as "to" and "of".
  func leading(_ tokens: ArraySlice<NameToken>) -> Match? {
    for end in tokens.indices.dropFirst().reversed() where lexicon.tailWords.contains(tokens[end].number) {
      if var match = whole(tokens[..<end]) ?? halves(tokens[..<end], isLenient: false),
        !match.isWeak
      {
        match.isExact = false
        return match
      }
    }
    return nil
  }

  /// The longest name anywhere in a short heading.
  private func inside(_ tokens: ArraySlice<NameToken>) -> Match? {
    guard tokens.count <= 9 else { return nil }
    for length in stride(from: min(4, tokens.count - 1), to: 0, by: -1) {
      for start in tokens.startIndex...(tokens.endIndex - length) {
        if var match = lookUp(tokens[start..<start + length]), !match.isWeak, match.field == nil,
          !match.kinds.isOnly(.title), !match.kinds.isOnly(.other),
          length > 1 || lexicon.tellingWords.contains(tokens[start].number)
        {
          match.isExact = false
          return match
        }
      }
    }
    return nil
  }
}
