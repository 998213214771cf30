import MarkdownTree

/// Tells which of the percentages of a report measure the impact.
struct PercentageReader {
  let text: ReportText
  let outline: Outline

  func percentages() -> [Percentage] {
    var result: [Percentage] = []
    let numbers = PercentageScanner(text: text)
    var sentences = SentenceFacts(text)
    for line in numbers.lines {
      for (span, value) in numbers.percentages(in: line) {
        let judgement = judge(span, value, line, &sentences)
        result.append(
          Percentage(
            span: span, line: text.lines[line].number + 1, value: value, isImpact: judgement.isImpact,
            isShare: judgement.isShare))
      }
    }
    return result
  }

  private func judge(
    _ span: SourceSpan, _ value: Double, _ line: Int, _ sentences: inout SentenceFacts
  ) -> (isImpact: Bool, isShare: Bool) {
    let kinds = outline.kinds(ofLine: line)
    let range = text.wordRanges[line]
    let next = text.firstWord(from: span.end, in: range)
    sentences.find(around: span, next, line)
    let hits = sentences.cues(from: next - 10, to: next + 10)
    let after = hits.filter { $0.words.lowerBound >= next && $0.words.lowerBound < next + 8 }
    let nounAfter = after.first { $0.cue == .impactNoun }
    let otherAfter = after.first { $0.cue == .impactOther }
    let isShare = nounAfter.map { $0.words.lowerBound - next <= 5 && followsOf(next) } ?? false
    if kinds.contains(.measures) || kinds.contains(.tasks) || kinds.contains(.lessons)
      || text.lines[line].isQuoted
    {
      return (false, isShare)
    }
    // "A 20 % drop in completed orders"
    if after.contains(where: { $0.words.lowerBound == next && isFall($0) }), next + 1 < range.upperBound,
      text.isWord(next + 1, "in"), nounAfter != nil
    {
      return (true, isShare)
    }
    // "78 % of users saw an outage, while the remaining 22 % faced a slow page"
    if next - 2 >= range.lowerBound, text.isWord(next - 2, ["remaining", "other"]),
      after.contains(where: { $0.cue == .impactVerb && $0.words.lowerBound == next })
        || next < range.upperBound && text.isWord(next, ["faced", "saw", "had"])
    {
      return (true, true)
    }
    let position = next
    let before = hits.filter { $0.words.upperBound <= position && $0.words.lowerBound >= position - 10 }
    if let other = otherAfter, other.words.lowerBound - next <= 3,
      other.words.lowerBound < nounAfter?.words.lowerBound ?? .max
    {
      return (false, false)
    }
    let hasVerb = sentences.hasImpactVerb
    let hasRecovery = hits.contains { $0.cue == .recovery && abs($0.words.lowerBound - position) <= 9 }
    if hasRecovery, value >= 90 || value == 0 { return (false, isShare) }
    let change = before.last { $0.cue == .growth || isFall($0) }
    // "rose to 40 %" tells a level, "rose by 40 %" a growth.
    let isLevel = next - 2 >= range.lowerBound && text.isWord(next - 2, ["to", "at", "auf", "hasta"])
    let isApart = change.map { hit in
      (text.span(of: hit).end..<max(text.span(of: hit).end, span.start)).contains {
        text.plain[$0] == UInt8(ascii: ":")
      }
    }
    let isGrowth = change?.cue == .growth && !isLevel && isApart != true
    if value == 0 { return (false, isShare) }
    if sentences.hasGoal, !isShare || value >= 90 { return (false, isShare) }
    if isShare { return (!isGrowth, isShare) }
    // Where the impact is told, a share of whatever it may be is what was hit.
    if kinds == [.impact], followsOf(next), !isGrowth, otherAfter == nil,
      !before.contains(where: { $0.cue == .impactOther })
    {
      return (true, true)
    }
    // "one in five orders (21 %)"
    if let noun = before.last(where: { $0.cue == .impactNoun }), span.start > 0,
      text.plain[span.start - 1] == UInt8(ascii: "("), span.start - text.span(of: noun).end <= 3
    {
      return (!isGrowth, true)
    }
    if let other = before.last(where: { $0.cue == .impactOther }), next - other.words.upperBound <= 4 {
      return (false, false)
    }
    if next - 2 >= range.lowerBound,
      text.isWord(next - 2, ["above", "over", "exceeding", "exceeds", "below", "under", "beyond"])
    {
      return (false, isShare)
    }
    if let noun = nounAfter, noun.words.lowerBound - next <= 5,
      hasVerb || kinds.contains(.impact) || kinds.contains(.summary)
    {
      return (!isGrowth, isShare)
    }
    if let other = before.last(where: { $0.cue == .impactOther }),
      !before.contains(where: { $0.cue == .impactNoun && isIdeographic($0) }),
      !before.contains(where: { $0.cue == .impactNoun && $0.words.lowerBound > other.words.lowerBound })
    {
      return (false, false)
    }
    if sentences.hasIdeographicOther { return (false, false) }
    // A noun after the number belongs to it only without a comma or an "and" between.
    let hasNoun =
      before.contains { $0.cue == .impactNoun } || nounAfter.map { $0.words.lowerBound - next <= 3 } ?? false
    if isGrowth { return (false, false) }
    return (hasNoun && hasVerb || kinds == [.impact] && hasNoun, isShare)
  }

  /// Whether "of" or "de" comes right behind the number.
  private func followsOf(_ word: Int) -> Bool {
    word < text.words.count && text.isWord(word, ["of", "de", "der", "des", "dos"])
  }

  /// "dropped", "a loss of": the number is what was lost.
  private func isFall(_ hit: CueHit) -> Bool {
    let openings: [StaticString] = ["drop", "decr", "decl", "plum", "fell", "redu", "loss", "lost", "dent"]
    return hit.cue == .impactVerb && text.opens(hit.words.lowerBound, withOneOf: openings)
  }

  private func isIdeographic(_ hit: CueHit) -> Bool { text.isIdeographic(hit) }
}
