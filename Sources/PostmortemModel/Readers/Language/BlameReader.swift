import MarkdownTree

/// Finds words that blame people. Machines may fail, and so may "the team failed over to …".
struct BlameReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  /// The words before and after a phrase that can bear on it: more than any phrase and a few between.
  private static let reach = 24

  func phrases() -> [BlamingPhrase] {
    var result: [BlamingPhrase] = []
    for line in text.lines.indices where shapes.isReadable(line) && !text.lines[line].isQuoted {
      guard text.holds(BlameReader.blame, inLine: line) else { continue }
      let hits = text.cues(ofLine: line)
      let kinds = outline.kinds(ofLine: line)
      // Plans speak of what they guard against; lessons may name what went wrong.
      // What stands above the first section is no part of the report ("failures stem from bugs, human error …").
      if kinds.contains(.measures) || kinds.contains(.tasks) || kinds == [.title] { continue }
      var end = 0
      for hit in hits where hit.words.lowerBound >= end && isBlame(hit.cue) {
        let near = text.cues(ofLine: line, around: hit.words.lowerBound, reach: BlameReader.reach)
        guard let kind = kind(of: hit, near), !isQuotedOrCode(hit), !isKept(hit, near) else { continue }
        result.append(
          BlamingPhrase(
            kind: kind, span: span(of: hit, kind, near), line: text.lines[line].number + 1,
            isInCause: kinds.contains(.rootCause)))
        end = hit.words.upperBound
      }
    }
    return result
  }

  private static let blame = CueSet(.humanError, .blameVerb, .blameJudgement, .blameFault, .punishment)

  private func isBlame(_ cue: Cue) -> Bool {
    cue == .humanError || cue == .blameVerb || cue == .blameJudgement || cue == .blameFault
      || cue == .punishment
  }

  private func kind(of hit: CueHit, _ hits: ArraySlice<CueHit>) -> BlamingPhrase.Kind? {
    switch hit.cue {
    case .humanError: .humanError
    case .punishment: .punishment
    case .blameJudgement: .judgement
    case .blameFault, .blameVerb: person(of: hit, hits) == nil ? nil : .actor
    default: nil
    }
  }

  private func person(of hit: CueHit, _ hits: ArraySlice<CueHit>) -> CueHit? {
    person(before: hit, hits) ?? (hit.cue == .blameFault ? person(after: hit, hits) : nil)
  }

  /// "The fault of the database team."
  private func person(after hit: CueHit, _ hits: ArraySlice<CueHit>) -> CueHit? {
    guard text.isWord(hit.words.upperBound - 1, ["of"]) else { return nil }
    return hits.first { other in
      other.cue == .person && other.words.lowerBound >= hit.words.upperBound
        && other.words.lowerBound - hit.words.upperBound <= 2 && !isOneself(other)
        && !parts(hit.words.upperBound, other.words.lowerBound)
    }
  }

  /// The person who is the subject of a verb: right before it, with at most an adverb between.
  private func person(before hit: CueHit, _ hits: ArraySlice<CueHit>) -> CueHit? {
    hits.last { other in
      other.cue == .person && other.words.upperBound <= hit.words.lowerBound
        && hit.words.lowerBound - other.words.upperBound <= 2 && !isOneself(other)
        && !parts(other.words.upperBound, hit.words.lowerBound) && !isOwner(other)
        && (other.words.upperBound..<max(other.words.upperBound, hit.words.lowerBound)).allSatisfy(isAside)
    }
  }

  /// "The engineer's change broke …": what broke it is no person.
  private func isOwner(_ hit: CueHit) -> Bool {
    let end = text.span(of: hit).end
    return text.isMark(end, of: "'") || text.plain.dropFirst(end).starts(with: "’".utf8)
  }

  /// Whether a word may stand between a person and what is said of him: "who", "on call", "had", an adverb. "The
  /// manager service failed to start" has another subject.
  private func isAside(_ word: Int) -> Bool {
    text.isWord(word, BlameReader.asides)
      || text.plain[text.words[word].span.range].suffix(2) == Array("ly".utf8)[...]
  }

  private static let asides: [StaticString] = [
    "who", "on", "call", "duty", "in", "charge", "had", "has", "have", "was", "were", "is", "are", "be",
    "did",
    "also", "again", "just", "never", "still", "once", "not", "all", "both", "he", "she", "they",
    "responsible",
    "involved", "team", "member", "members",
  ]

  /// "We" and "I" take the fault upon themselves, which blames nobody.
  private func isOneself(_ hit: CueHit) -> Bool {
    text.isWord(hit.words.lowerBound, ["we", "i", "nobody", "no"])
  }

  private func parts(_ first: Int, _ last: Int) -> Bool {
    guard first > 0, first <= last else { return false }
    return (Int(text.words[first - 1].end)..<max(Int(text.words[first - 1].end), Int(text.words[last].start)))
      .contains {
        text.isMark($0, of: ",.;:")
      }
  }

  /// Whether the words stand in quotation marks or code.
  private func isQuotedOrCode(_ hit: CueHit) -> Bool {
    let span = text.span(of: hit)
    if text.document.styles[span.start].contains(.code) { return true }
    return span.start > 0 && text.plain[span.start - 1] == UInt8(ascii: "\"")
  }

  /// One of several in a list of what may go wrong: "bugs, hardware failures, human error …".
  private func isListed(_ hit: CueHit) -> Bool {
    let start = text.span(of: hit).start
    let commas = (max(0, start - 60)..<start).count { text.plain[$0] == UInt8(ascii: ",") }
    let isMember =
      start >= 2 && (text.plain[start - 1] == UInt8(ascii: ",") || text.plain[start - 2] == UInt8(ascii: ","))
    return isMember && commas >= 2
  }

  /// "not human error", "avoid human error", "blameless".
  private func isKept(_ hit: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    isListed(hit)
      || hits.contains { other in
        if other.cue == .humanErrorKept || other.cue == .quoteKept { return other.words.overlaps(hit.words) }
        return other.cue == .negation && hit.cue != .blameVerb
          && hit.words.lowerBound - other.words.upperBound >= 0
          && hit.words.lowerBound - other.words.upperBound < 4
      }
  }

  private func span(of hit: CueHit, _ kind: BlamingPhrase.Kind, _ hits: ArraySlice<CueHit>) -> SourceSpan {
    guard kind == .actor, let person = person(of: hit, hits) else { return text.span(of: hit) }
    return text.span(of: person).joined(with: text.span(of: hit))
  }
}
