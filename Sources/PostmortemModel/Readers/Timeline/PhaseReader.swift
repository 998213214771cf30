import MarkdownTree

/// Tells what an entry does in the course of the incident, from the cue words of `Vocabulary/phases.txt`.
struct PhaseReader {
  let text: ReportText

  /// The phases of each entry. What users report once the incident is resolved is no detection.
  func phases(of entries: [RawEntry]) -> [[Phase]] {
    var isResolved = false
    var timeline = -1
    return entries.indices.map { index in
      if entries[index].timeline != timeline { (isResolved, timeline) = (false, entries[index].timeline) }
      let told = phases(told: entries[index].lines, from: entries[index].textSpan.start)
      let found = (told + [label(of: entries[index])].compactMap(\.self).filter { !told.contains($0) })
        .sorted()
      let kept = isResolved && !found.contains(.impactStart) ? found.filter { $0 != .detected } : found
      isResolved = (isResolved || found.contains(.resolved)) && !found.contains(.impactStart)
      return kept
    }
  }

  /// The phase that an entry is labelled with: "Resolution – …", "**Recovery (11:30 PM)**: …".
  private func label(of entry: RawEntry) -> Phase? {
    let words = text.words(ofLine: entry.line, from: entry.textSpan.start)
    guard let first = words.first else { return nil }
    let name =
      words.prefix(2).first { !text.isWord($0, ["issue", "incident", "final", "full", "service"]) } ?? first
    if name > first, text.words[name].start != text.words[first].end + 1 { return nil }
    let end = Int(text.words[name].end)
    let next = name + 1 < words.upperBound ? Int(text.words[name + 1].start) : entry.textSpan.end
    let isLabel =
      name + 1 == words.upperBound || (end..<max(end, next)).contains { text.isMark($0, of: ":-(") }
    guard isLabel, end >= text.plain.count || !text.isMark(end, of: "-") || text.plain[end - 1] == 0x20 else {
      return nil
    }
    if text.isWord(
      name, ["resolution", "recovery", "resolucion", "resolucao", "behebung", "wiederherstellung"])
    {
      return .resolved
    }
    return text.isWord(name, ["mitigation"]) ? .mitigated : text.isWord(name, ["detection"]) ? .detected : nil
  }

  /// The phases of an entry, which some lines tell from an offset on, in causal order.
  private func phases(told lines: Range<Int>, from start: Int) -> [Phase] {
    let hits = cues(told: lines, from: start)
    let tones = Tones(hits)
    var phases = PhaseSet()
    var hasSucceeded = false
    for index in hits.indices {
      let hit = hits[index]
      guard let phase = hit.cue.phase, !isOfAlert(hit) else { continue }
      if tones.hasDenial, isDenied(hit, PhaseReader.neighbours(of: index, in: hits)) {
        if let left = denied(phase) { phases.insert(left) } else { phases.remove(phase) }
        continue
      }
      phases.insert(phase)
      if phase == .mitigating, tones.hasSuccess {
        hasSucceeded = hasSucceeded || succeeded(hit, PhaseReader.neighbours(of: index, in: hits))
      }
    }
    if hasSucceeded { phases.insert(.mitigated) }
    if tones.hasPartial, phases.contains(.resolved), isPartial(hits) {
      phases.remove(.resolved)
      phases.insert(.mitigated)
    }
    settle(&phases)
    return phases.phases
  }

  /// The sorts of cue that change what another says: most entries have none.
  private struct Tones {
    var hasDenial = false
    var hasSuccess = false
    var hasPartial = false

    init(_ hits: ArraySlice<CueHit>) {
      for hit in hits {
        switch hit.cue {
        case .negation, .noEffect: hasDenial = true
        case .success: hasSuccess = true
        case .partial: hasPartial = true
        default: break
        }
      }
    }
  }

  /// The cues after the entry's time; of an entry that runs over lines, those of its first lines.
  private func cues(told lines: Range<Int>, from start: Int) -> ArraySlice<CueHit> {
    let first = lines.lowerBound
    let hits = text.cues(in: first..<min(lines.upperBound, first + 8))
    return hits[hits.partitioningIndex { Int(text.words[$0.words.lowerBound].start) >= start }...]
  }

  /// The cues that begin near one of them, within more words than any judgement looks at.
  private static func neighbours(of index: Int, in hits: ArraySlice<CueHit>) -> ArraySlice<CueHit> {
    let words = hits[index].words
    var first = index
    while first > hits.startIndex, hits[first - 1].words.lowerBound >= words.lowerBound - 16 { first -= 1 }
    var end = index + 1
    while end < hits.endIndex, hits[end].words.lowerBound <= words.upperBound + 8 { end += 1 }
    return hits[first..<end]
  }

  /// Whether a word such as "not" or "failed" stands within the four words before, or "failed" right behind.
  private func isDenied(_ hit: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    let isAttempt = hit.cue == .mitigating || hit.cue == .mitigated
    return hits.contains { other in
      guard other.cue == .negation || other.cue == .noEffect else { return false }
      let before = hit.words.lowerBound - other.words.upperBound
      if other.cue == .negation, before >= 0, before < 4 {
        return !partsSentence(other.words.upperBound, hit.words.lowerBound)
      }
      guard isAttempt else { return false }
      let after = other.words.lowerBound - hit.words.upperBound
      if other.cue == .noEffect { return after >= 0 && after <= 8 }
      return after >= 0 && after <= 2 && !partsSentence(hit.words.upperBound, other.words.lowerBound)
    }
  }

  /// "The alert resolved itself": whether anything else did is not told.
  private func isOfAlert(_ hit: CueHit) -> Bool {
    hit.cue == .resolved && hit.words.lowerBound > 0 && hit.words.upperBound < text.words.count
      && text.isWord(hit.words.upperBound, ["itself", "themselves"])
      && text.opens(hit.words.lowerBound - 1, withOneOf: ["alert", "alarm"])
  }

  /// "Successful rollback", "rollback completed".
  private func succeeded(_ hit: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    hits.contains {
      guard $0.cue == .success else { return false }
      let before = hit.words.lowerBound - $0.words.upperBound
      let after = $0.words.lowerBound - hit.words.upperBound
      return before >= 0 && before <= 3 || after >= 0 && after <= 2
    }
  }

  /// Whether "gradually" or "begins" stands beside all words of recovery.
  private func isPartial(_ hits: ArraySlice<CueHit>) -> Bool {
    guard let first = hits.first(where: { $0.cue == .resolved })?.words.lowerBound,
      let last = hits.last(where: { $0.cue == .resolved })?.words.lowerBound
    else { return false }
    return hits.contains {
      $0.cue == .partial && abs(first - $0.words.lowerBound) <= 3 && abs(last - $0.words.lowerBound) <= 3
    }
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
  private func settle(_ phases: inout PhaseSet) {
    if phases.contains(.resolved) {
      phases.remove(.impactStart)
      phases.remove(.detected)
    }
    if phases.contains(.mitigated) { phases.remove(.mitigating) }
    // "Configuration change rollback" changes back; it started nothing.
    if phases.contains(.mitigated) || phases.contains(.mitigating) { phases.remove(.trigger) }
    if phases.contains(.identified) { phases.remove(.detected) }
    if phases.contains(.misleading) { phases.remove(.identified) }
  }
}
