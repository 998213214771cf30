/// What a team's accepted words change.
extension ReportText {
  /// What words are judged by.
  private static let judging: Set<Cue> = [
    .humanError, .blameVerb, .blameJudgement, .blameFault, .punishment, .vagueVerb, .musingVerb, .lightVerb,
    .recurring, .comparative, .attitude, .counterfactual, .hindsight, .animation, .leftoverHint,
    .placeholderWord, .patternWord,
  ]

  /// The words of the longest phrase that is accepted.
  private static let reach = 32

  /// Takes the judgements out of a line's cues that fall on words which the team accepts. What is done stays a verb.
  static func settleAccepted(in cues: inout [CueHit], from first: Int) {
    let accepted = cues[first...].filter { $0.cue == .accepted }.map(\.words)
    if accepted.isEmpty { return }
    let settled = cues[first...].compactMap { hit -> CueHit? in
      // Both are in the order of their first words.
      guard judging.contains(hit.cue) else { return hit }
      let next = accepted.partitioningIndex { $0.lowerBound >= hit.words.upperBound }
      let near = accepted[..<next].reversed().lazy.prefix { $0.lowerBound + reach > hit.words.lowerBound }
      guard near.contains(where: { $0.overlaps(hit.words) }) else { return hit }
      let isVerb = hit.cue == .vagueVerb || hit.cue == .lightVerb
      return isVerb ? CueHit(cue: .taskVerb, words: hit.words.lowerBound, hit.words.upperBound) : nil
    }
    cues.replaceSubrange(first..., with: settled)
  }
}
