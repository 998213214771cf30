import MarkdownTree

/// Finds what tells how large the hit was: shares, counts, and totalities such as "all users".
struct ImpactReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  private let sentences: SentenceFinder

  init(text: ReportText, shapes: LineShapes, outline: Outline) {
    self.text = text
    self.shapes = shapes
    self.outline = outline
    sentences = SentenceFinder(text: text)
  }

  func impact(_ percentages: [Percentage]) -> Impact {
    var measurements = percentages.filter(\.isImpact).map {
      Impact.Measurement(span: $0.span, kind: .percentage)
    }
    for line in text.lines.indices where shapes.isReadable(line) {
      guard let place = place(of: line) else { continue }
      measurements += counts(in: line, place)
      measurements += totalities(in: line, place)
    }
    for section in outline.sections where section.kinds == [.impact] {
      if let span = listed(in: section) { measurements.append(Impact.Measurement(span: span, kind: .count)) }
    }
    return Impact(measurements: measurements.sorted { $0.span < $1.span })
  }

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
  private func counts(in line: Int, _ place: Place) -> [Impact.Measurement] {
    var range = text.wordRanges[line]
    if text.lines[line].context == .paragraph, !text.lines[line].opensBlock, text.lines[line].marker == nil,
      line > 0
    {
      // A number may end the line before.
      range = max(text.wordRanges[line - 1].lowerBound, range.lowerBound - 3)..<range.upperBound
    }
    var result: [Impact.Measurement] = []
    for hit in text.cues(ofLine: line) where hit.cue == .countNoun {
      guard let number = number(before: hit.words.lowerBound, in: range, line) else { continue }
      if place == .aside, !hasFailure(hit, line) { continue }
      if isRecovery(hit.words.lowerBound, line) { continue }
      let span = SourceSpan(Int(text.words[number].start), text.span(of: hit).end)
      result.append(Impact.Measurement(span: span, kind: .count))
    }
    return result
  }

  /// The word that is a number, at most three words before a noun.
  private func number(before noun: Int, in range: Range<Int>, _ line: Int) -> Int? {
    var word = noun - 1
    while word >= range.lowerBound, noun - word <= 3 {
      let found = text.words[word]
      if found.isNumber {
        let digits = text.plain[found.span.range]
        // "502 errors" is a status, "10:30 users" a time, "2024 customers" a year.
        let isStatus =
          digits.count == 3 && (digits.first == 0x34 || digits.first == 0x35) && isStatusNoun(noun)
        let isGlued =
          found.start > 0
          && [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "/")]
            .contains(text.plain[Int(found.start) - 1])
        let isTime = text.times[max(0, word < text.wordRanges[line].lowerBound ? line - 1 : line)].contains {
          mention in
          switch mention {
          case .clock, .date, .elapsed, .duration: mention.span.overlaps(found.span)
          case .range: false
          }
        }
        return isStatus || isGlued || isTime || digits.elementsEqual([0x31]) && isAfterDecimal(found)
          ? nil : firstGroup(of: word, in: range)
      }
      if text.cues[text.cueRanges[line]].contains(where: {
        $0.cue == .numberWord && $0.words.lowerBound == word
      }) {
        return word
      }
      if word == noun - 1,
        text.isWord(word, ["one", "single", "un", "una", "une", "ein", "eine", "um", "uma"]), isOneTold(line)
      {
        return word
      }
      word -= 1
    }
    return nil
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
      text.isMark(Int(text.words[first - 1].end), of: ",.'")
    {
      first -= 1
    }
    return first
  }

  /// "drops to zero"
  private func fallsToZero(_ hit: CueHit) -> Bool { text.isWord(hit.words.upperBound - 1, "zero") }

  /// Outside summary and impact only totalities of people and requests count: "all systems" may be those that work.
  private func isWhoIsHit(_ span: SourceSpan, _ line: Int) -> Bool {
    text.wordRanges[line].contains { word in
      span.contains(text.words[word].span)
        && text.isWord(
          word,
          ["users", "customers", "requests", "traffic", "request", "user", "customer", "calls", "clients"])
    }
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
    text.cues(ofLine: line).contains {
      $0.cue == .impactVerb && abs($0.words.lowerBound - hit.words.lowerBound) <= 6
    }
  }

  private func isRecovery(_ word: Int, _ line: Int) -> Bool {
    let sentence = sentences.sentence(around: word, ofLine: line)
    return text.cues(ofLine: line).contains { $0.cue == .recovery && sentence.contains($0.words.lowerBound) }
  }

  /// "all users", "the entire website", "a total outage"; a cell that only says "All".
  private func totalities(in line: Int, _ place: Place) -> [Impact.Measurement] {
    let hits = text.cues(ofLine: line)
    let words = text.wordRanges[line]
    var result: [Impact.Measurement] = []
    for hit in hits where hit.cue == .totality || hit.cue == .totalityWord {
      var span = text.span(of: hit)
      if hit.cue == .totalityWord {
        let isCell = text.lines[line].context.isCell && words.count == 1
        let noun = hits.first {
          $0.cue == .impactNoun && $0.words.lowerBound >= hit.words.upperBound
            && $0.words.lowerBound <= hit.words.upperBound + 3
        }
        guard isCell || noun != nil else { continue }
        if let noun { span = span.joined(with: text.span(of: noun)) }
      }
      if place == .aside, !isWhoIsHit(span, line), !fallsToZero(hit) { continue }
      if isRecovery(hit.words.lowerBound, line),
        place == .aside || !hits.contains(where: { $0.cue == .impactVerb })
      {
        continue
      }
      result.append(Impact.Measurement(span: span, kind: .totality))
    }
    return result
  }
}
