import MarkdownTree

/// Tells what an entry does in the course of the incident, from the cue words of `Vocabulary/phases.txt`.
struct PhaseReader {
  let text: ReportText

  /// The phases of an entry in causal order. `hasResolved`: an earlier entry resolved the incident, so that later
  /// reports are no detection.
  func phases(of entry: RawEntry) -> [Phase] {
    var phases: Set<Phase> = []
    let hits = cues(of: entry)
    for hit in hits {
      guard let phase = hit.cue.phase else { continue }
      phases.insert(isDenied(hit, hits, in: entry) ? denied(phase) ?? phase : phase)
      if isDenied(hit, hits, in: entry), denied(phase) == nil { phases.remove(phase) }
    }
    if hits.contains(where: { $0.cue == .mitigating && !isDenied($0, hits, in: entry) && succeeded($0, hits) }
    ) {
      phases.insert(.mitigated)
    }
    if phases.contains(.resolved), hits.contains(where: { isPartial($0, hits) }) {
      phases.remove(.resolved)
      phases.insert(.mitigated)
    }
    return settle(phases).sorted()
  }

  /// The cues after the entry's time; of an entry that runs over lines, those of its first lines.
  private func cues(of entry: RawEntry) -> [CueHit] {
    let start = entry.textSpan.start
    return text.cues(
      in: entry.lines.prefix(8).isEmpty
        ? entry.lines : entry.lines.lowerBound..<min(entry.lines.upperBound, entry.lines.lowerBound + 8)
    )
    .filter { hit in
      let offset = Int(text.words[hit.words.lowerBound].start)
      return offset >= start
        && (offset < entry.textSpan.end || text.line(ofWord: hit.words.lowerBound) > entry.line)
    }
  }

  /// Whether a word such as "not" or "failed" stands within the four words before, or "failed" right behind.
  private func isDenied(_ hit: CueHit, _ hits: [CueHit], in entry: RawEntry) -> Bool {
    hits.contains { other in
      guard other.cue == .negation else { return false }
      let distance = hit.words.lowerBound - other.words.upperBound
      if distance >= 0, distance < 4 { return !partsSentence(other.words.upperBound, hit.words.lowerBound) }
      return false
    }
      || hits.contains { other in
        guard other.cue == .noEffect || other.cue == .negation else { return false }
        if other.cue == .noEffect, hit.cue == .mitigating || hit.cue == .mitigated {
          return other.words.lowerBound >= hit.words.upperBound
            && other.words.lowerBound - hit.words.upperBound <= 8
        }
        let after = other.words.lowerBound - hit.words.upperBound
        return after >= 0 && after <= 2 && !partsSentence(hit.words.upperBound, other.words.lowerBound)
          && (hit.cue == .mitigating || hit.cue == .mitigated)
      }
  }

  /// "Successful rollback", "rollback completed".
  private func succeeded(_ hit: CueHit, _ hits: [CueHit]) -> Bool {
    hits.contains {
      guard $0.cue == .success else { return false }
      let before = hit.words.lowerBound - $0.words.upperBound
      let after = $0.words.lowerBound - hit.words.upperBound
      return before >= 0 && before <= 3 || after >= 0 && after <= 2
    }
  }

  /// Whether "gradually" or "begins" stands beside a word of recovery.
  private func isPartial(_ hit: CueHit, _ hits: [CueHit]) -> Bool {
    hit.cue == .partial
      && hits.contains { $0.cue == .resolved && abs($0.words.lowerBound - hit.words.lowerBound) <= 3 }
      && !hits.contains { $0.cue == .resolved && abs($0.words.lowerBound - hit.words.lowerBound) > 3 }
  }

  private func partsSentence(_ first: Int, _ last: Int) -> Bool {
    guard first > 0, last < text.words.count, first <= last else { return false }
    let start = Int(text.words[first - 1].end)
    let end = Int(text.words[last].start)
    return (start..<max(start, end)).contains {
      text.plain[$0] == UInt8(ascii: ".") || text.plain[$0] == UInt8(ascii: ";")
        || text.plain[$0] == UInt8(ascii: ",")
    }
  }

  /// What is left of a phase that was denied: a failed rollback is an attempt.
  private func denied(_ phase: Phase) -> Phase? {
    switch phase {
    case .mitigating, .mitigated, .resolved: .mitigating
    case .identified: .investigating
    case .impactStart, .detected, .investigating, .misleading, .escalated, .communicated, .trigger,
      .acknowledged,
      .declared:
      phase
    case .verified, .closed: nil
    }
  }

  /// Drops what a stronger word of the same entry rules out.
  private func settle(_ phases: Set<Phase>) -> Set<Phase> {
    var result = phases
    if result.contains(.mitigated), result.contains(.resolved), result.contains(.mitigating) {
      result.remove(.mitigating)
    }
    if result.contains(.resolved) {
      result.remove(.impactStart)
      result.remove(.detected)
    }
    if result.contains(.mitigated) { result.remove(.mitigating) }
    // "Configuration change rollback" changes back; it started nothing.
    if result.contains(.mitigated) || result.contains(.mitigating) { result.remove(.trigger) }
    if result.contains(.identified) { result.remove(.detected) }
    if result.contains(.misleading) { result.remove(.identified) }
    return result
  }
}
