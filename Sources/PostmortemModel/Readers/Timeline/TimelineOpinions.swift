public import MarkdownTree

/// Words of a timeline that judge instead of telling.
public struct TimelineOpinion: Sendable {
  public enum Kind: Hashable, Sendable {
    /// "should have been".
    case counterfactual
    /// "carelessly".
    case blame
    /// "we should", "needs to be improved".
    case proposal
  }

  public let kind: Kind
  public let span: SourceSpan
}

extension Postmortem {
  /// What the entries say beside the facts; quoted words are facts.
  public var timelineOpinions: [TimelineOpinion] {
    var blame = self.blame[...]
    if blame.isEmpty, !reading.text.holds(Postmortem.judging) { return [] }
    return timeline.entries.flatMap { entry -> [TimelineOpinion] in
      let words = reading.ownWords(of: entry)
      guard let first = words.first, let last = words.last else { return [] }
      let start = Int(reading.text.words[first].start)
      let end = Int(reading.text.words[last].end)
      blame = blame.drop { $0.span.start < start }
      let blamed = blame.prefix { $0.span.end <= end }.map {
        TimelineOpinion(kind: .blame, span: $0.span)
      }
      let told = opinion(in: words).map { [$0] } ?? []
      return (blamed + told).prefix(1).map(\.self)
    }
  }

  private static let judging = CueSet(.wishWord, .counterfactual)

  /// The first judgement or wish outside quotation marks.
  private func opinion(in words: Range<Int>) -> TimelineOpinion? {
    let text = reading.text
    var offset = Int(text.words[words.lowerBound].start)
    var isQuoted = false
    for hit in text.cues(openingIn: words) {
      let start = text.span(of: hit).start
      for place in offset..<max(offset, start) where text.plain[place] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      }
      offset = max(offset, start)
      guard !isQuoted, !isSetApart(hit.words.lowerBound), let kind = kind(of: hit, in: words) else {
        continue
      }
      return TimelineOpinion(kind: kind, span: text.span(of: hit))
    }
    return nil
  }

  private func kind(of hit: CueHit, in words: Range<Int>) -> TimelineOpinion.Kind? {
    switch hit.cue {
    case .wishWord:
      // "asks if we should": a question of that time.
      let before = hit.words.lowerBound - 1
      let isAsked =
        words.contains(before) && reading.text.isWord(before, ["if", "whether", "what", "how", "that"])
      return isAsked ? nil : .proposal
    case .counterfactual:
      // "would have explained it" is a step of the search, "should have access" a fact.
      let text = reading.text
      let next = hit.words.upperBound
      guard !text.isWord(hit.words.lowerBound, ["would", "might"]), words.contains(next) else { return nil }
      let isParticiple =
        text.endsInEd(next)
        || text.isWord(next, ["been", "had", "caught", "seen", "known", "taken", "done", "made", "found"])
      return isParticiple || text.isWord(hit.words.lowerBound, "if") ? .counterfactual : nil
    default: return nil
    }
  }

  /// Whether a word is set apart as code or a link.
  private func isSetApart(_ word: Int) -> Bool {
    !reading.text.style(ofWord: word).isDisjoint(with: [.code, .link])
  }
}
