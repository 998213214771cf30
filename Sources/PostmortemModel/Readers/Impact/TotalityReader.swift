import MarkdownTree

/// Finds what tells that all or none were hit: "all users", "the entire website", "a total outage", "no user was affected".
struct TotalityReader {
  let text: ReportText
  let outline: Outline

  private static let cues: [Cue] = [.totality, .totalityWord, .noneWord]
  private static let telling = CueSet(.totality, .totalityWord, .noneWord)

  /// The places in a line; of one that tells of other things than the impact, only those that cannot be meant otherwise.
  func totalities(in line: Int, whereToldAside isAside: Bool) -> [SourceSpan] {
    guard text.holds(TotalityReader.telling, inLine: line) else { return [] }
    let hits = text.cues(ofLine: line)
    let mayRecover = !isAside && hits.contains { $0.cue == .impactVerb }
    let recovery = RecoverySentences(text, line)
    var result: [SourceSpan] = []
    for hit in hits where TotalityReader.cues.contains(hit.cue) {
      guard let span = span(of: hit, line, isAside), !isAside || isWhoIsHit(span, line) || fallsToZero(hit)
      else { continue }
      if !mayRecover, recovery.contains(hit.words.lowerBound) { continue }
      result.append(span)
    }
    return result
  }

  private func span(of hit: CueHit, _ line: Int, _ isAside: Bool) -> SourceSpan? {
    switch hit.cue {
    case .totality: text.span(of: hit)
    case .noneWord: isAside ? nil : span(ofNone: hit, line)
    default: span(ofAll: hit, line) ?? (isAside ? nil : span(ofLost: hit, line))
    }
  }

  // MARK: All

  /// The span of "all" with its noun; nil for one that stands with none.
  private func span(ofAll hit: CueHit, _ line: Int) -> SourceSpan? {
    let span = text.span(of: hit)
    let words = text.wordRanges[line]
    let end = hit.words.upperBound
    // "Nobody could complete transactions"
    if text.isWord(hit.words.lowerBound, "complete"), end < words.upperBound, text.closes(end, with: "s") {
      return nil
    }
    // A paragraph may break its line between the two.
    let isBroken = line + 1 < text.lines.count && text.lines[line + 1].block == text.lines[line].block
    let near = words.lowerBound..<(isBroken ? text.wordRanges[line + 1].upperBound : words.upperBound)
    let next = text.cues(openingIn: (end..<end + 4).clamped(to: near))
    if let noun = next.first(where: { $0.cue == .impactNoun }) {
      return span.joined(with: text.span(of: noun))
    }
    // "Entirely inaccessible".
    if text.closes(end - 1, with: "ly"),
      let loss = next.first(where: { $0.words.lowerBound == end && $0.cue == .impactVerb })
    {
      return span.joined(with: text.span(of: loss))
    }
    return text.lines[line].context.isCell && words.count == 1 ? span : nil
  }

  /// "All pods in the namespace were terminated": whatever it is, all of it was lost.
  private func span(ofLost hit: CueHit, _ line: Int) -> SourceSpan? {
    guard text.isWord(hit.words.lowerBound, ["all", "every", "entire", "whole"]) else { return nil }
    let sentence = SentenceFinder(text: text).sentence(around: hit.words.lowerBound, ofLine: line)
    let end = hit.words.upperBound
    let things = (end..<end + 4).clamped(to: sentence)
    guard text.isWord(end - 1, "all") == false || things.contains(where: { text.closes($0, with: "s") })
    else {
      return nil
    }
    let near = (hit.words.lowerBound - 8..<end + 8).clamped(to: sentence)
    // The "Impact:" that opens the section is no verb.
    let body = outline.section(ofLine: line).map { outline.sections[$0].bodyStart } ?? 0
    let isLost = text.cues(openingIn: near).contains {
      $0.cue == .lossVerb && Int(text.words[$0.words.lowerBound].start) >= body
    }
    return isLost ? text.span(of: hit) : nil
  }

  // MARK: None

  /// "No real users were affected"; that no data was lost does not tell how large the hit was.
  private func span(ofNone hit: CueHit, _ line: Int) -> SourceSpan? {
    let end = hit.words.upperBound
    let sentence = SentenceFinder(text: text).sentence(around: hit.words.lowerBound, ofLine: line)
    let behind = text.cues(openingIn: (end..<end + 7).clamped(to: sentence))
    guard let subject = behind.first(where: { $0.cue == .audience })?.words.upperBound, subject <= end + 3,
      let loss = behind.first(where: {
        ($0.cue == .impactVerb || $0.cue == .lossVerb) && $0.words.lowerBound >= subject
      })
    else { return nil }
    return text.span(of: hit).joined(with: text.span(of: loss))
  }

  // MARK: Told aside

  /// "drops to zero"
  private func fallsToZero(_ hit: CueHit) -> Bool { text.isWord(hit.words.upperBound - 1, "zero") }

  /// Outside summary and impact only totalities of people and requests count: "all systems" may be those that work.
  private func isWhoIsHit(_ span: SourceSpan, _ line: Int) -> Bool {
    let words = text.wordRanges[line]
    let first = text.firstWord(from: span.start, in: words)
    return words[first...].prefix { Int(text.words[$0].end) <= span.end }.contains { word in
      text.isWord(
        word,
        ["users", "customers", "requests", "traffic", "request", "user", "customer", "calls", "clients"])
    }
  }
}
