import MarkdownTree

/// Finds what tells how large the hit was: shares, counts, and totalities such as "all users".
struct ImpactReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  func impact(_ percentages: [Percentage]) -> Impact {
    var measurements = percentages.filter(\.isImpact).map {
      Impact.Measurement(span: $0.span, kind: .percentage)
    }
    let totality = TotalityReader(text: text, outline: outline)
    for line in text.lines.indices where shapes.isReadable(line) {
      guard text.holds(ImpactReader.telling, inLine: line), let place = place(of: line) else { continue }
      counts(in: line, place, into: &measurements)
      for span in totality.totalities(in: line, whereToldAside: place == .aside) {
        measurements.append(Impact.Measurement(span: span, kind: .totality))
      }
    }
    for index in outline.sections.indices where outline.sections[index].kinds.isOnly(.impact) {
      if let span = listed(in: outline.sections[index]) {
        measurements.append(Impact.Measurement(span: span, kind: .count))
      }
    }
    measurements.sort { $0.span < $1.span }
    let figures = FigureReader(text: text, shapes: shapes, outline: outline).figures().filter { figure in
      let next = measurements.partitioningIndex { $0.span.end > figure.span.start }
      return next == measurements.count || !measurements[next].span.overlaps(figure.span)
    }
    if figures.isEmpty { return Impact(measurements: measurements) }
    return Impact(measurements: (measurements + figures).sorted { $0.span < $1.span })
  }

  private static let counting = CueSet(.countNoun)
  private static let telling = CueSet(.countNoun, .totality, .totalityWord, .noneWord)

  private enum Place {
    /// Where the impact is told: summary, impact, head.
    case told
    /// Where only failures count: timeline, cause.
    case aside
  }

  private func place(of line: Int) -> Place? {
    for kind in outline.kinds(ofLine: line) {
      switch kind {
      case .summary, .impact, .title, .detection, .metadata: return .told
      case .timeline, .rootCause, .other, .background: return .aside
      default: break
      }
    }
    return nil
  }

  /// "about 340,000 users", "70 failures", "12 repositories".
  private func counts(in line: Int, _ section: Place, into result: inout [Impact.Measurement]) {
    guard text.holds(ImpactReader.counting, inLine: line) else { return }
    var range = text.wordRanges[line]
    if text.lines[line].context == .paragraph, !text.lines[line].opensBlock, text.lines[line].marker == nil,
      line > 0
    {
      // A number may end the line before.
      range = max(text.wordRanges[line - 1].lowerBound, range.lowerBound - 3)..<range.upperBound
    }
    let recovery = RecoverySentences(text, line)
    for place in text.cueRanges[line] where text.cues[place].cue == .countNoun {
      let hit = text.cues[place]
      guard let number = number(beforeCue: place, in: range, line) else { continue }
      if section == .aside, !hasFailure(hit, line) { continue }
      if recovery.contains(hit.words.lowerBound) { continue }
      let span = SourceSpan(Int(text.words[number].start), text.span(of: hit).end)
      result.append(Impact.Measurement(span: span, kind: .count))
    }
  }

  /// The word that is a number, at most three words before a noun.
  private func number(beforeCue place: Int, in range: Range<Int>, _ line: Int) -> Int? {
    let noun = text.cues[place].words.lowerBound
    var word = noun - 1
    while word >= range.lowerBound, noun - word <= 3 {
      let found = text.words[word]
      if found.isNumber { return isCount(word, before: noun, line) ? firstGroup(of: word, in: range) : nil }
      if isNumberWord(word, beforeCue: place, line), !isOfTime(word, line) { return word }
      if word == noun - 1, found.end - found.start <= 6,
        text.isWord(word, ["one", "single", "un", "una", "une", "ein", "eine", "um", "uma"]), isOneTold(line)
      {
        return word
      }
      word -= 1
    }
    return nil
  }

  private func isNumberWord(_ word: Int, beforeCue place: Int, _ line: Int) -> Bool {
    let first = text.cueRanges[line].lowerBound
    var place = place - 1
    while place >= first, text.cues[place].words.lowerBound >= word {
      if text.cues[place].words.lowerBound == word, text.cues[place].cue == .numberWord { return true }
      place -= 1
    }
    return false
  }

  /// "502 errors" is a status, "10:30 users" a time, "2024 customers" a year.
  private func isCount(_ word: Int, before noun: Int, _ line: Int) -> Bool {
    let found = text.words[word]
    let digits = text.plain[found.span.range]
    if digits.count == 3, digits.first == 0x34 || digits.first == 0x35, isStatusNoun(noun) { return false }
    if found.start > 0, text.isMark(Int(found.start) - 1, of: ":.#/") { return false }
    if digits.elementsEqual([0x31]), isAfterDecimal(found) { return false }
    return !isOfTime(word, line)
  }

  /// Whether a number belongs to a time or a length of time.
  private func isOfTime(_ word: Int, _ line: Int) -> Bool {
    let place = max(0, word < text.wordRanges[line].lowerBound ? line - 1 : line)
    switch text.time(over: text.words[word].span, inLine: place) {
    case .clock, .date, .elapsed, .duration: return true
    case .range, nil: return false
    }
  }

  /// An impact section that is a list of names: each item in code or a link.
  private func listed(in section: Section) -> SourceSpan? {
    let items = section.ownLines.filter { shapes.isItem($0) }
    guard items.count >= 2, let first = items.first else { return nil }
    let areNames = items.allSatisfy { line in
      guard let word = text.wordRanges[line].first, text.wordRanges[line].count <= 8 else { return false }
      return !text.document.styles[Int(text.words[word].start)].isDisjoint(with: [.code, .link])
    }
    return areNames ? shapes.span(first) : nil
  }

  /// The first digits of "3,400".
  private func firstGroup(of word: Int, in range: Range<Int>) -> Int {
    var first = word
    while first > range.lowerBound, text.words[first].span.length == 3, text.words[first - 1].isNumber,
      Int(text.words[first].start) - Int(text.words[first - 1].end) == 1,
      text.isMark(Int(text.words[first - 1].end), of: ",.' ")
    {
      first -= 1
    }
    return first
  }

  /// "One user": a count where the impact is told.
  private func isOneTold(_ line: Int) -> Bool {
    let kinds = outline.kinds(ofLine: line)
    return kinds.contains(.impact) || kinds.contains(.summary)
  }

  private func isAfterDecimal(_ word: Word) -> Bool {
    Int(word.end) < text.plain.count && text.plain[Int(word.end)] == UInt8(ascii: ".")
  }

  private func isStatusNoun(_ noun: Int) -> Bool {
    text.opens(noun, withOneOf: ["err", "resp", "req", "fail", "mess", "page"])
  }

  private func hasFailure(_ hit: CueHit, _ line: Int) -> Bool {
    text.cues(ofLine: line, around: hit.words.lowerBound, reach: 6).contains { $0.cue == .impactVerb }
  }
}
