import MarkdownTree

/// Finds the numbers with % or "percent" and tells which of them measure the impact.
struct PercentageReader {
  let text: ReportText
  let outline: Outline
  private let sentences: SentenceFinder

  init(text: ReportText, outline: Outline) {
    self.text = text
    self.outline = outline
    sentences = SentenceFinder(text: text)
  }

  func percentages() -> [Percentage] {
    var result: [Percentage] = []
    for line in text.lines.indices where text.lines[line].context != .code(isFenced: true) {
      for (span, value) in numbers(in: text.lines[line].span) {
        let judgement = judge(span, value, line)
        result.append(
          Percentage(
            span: span, line: text.lines[line].number + 1, value: value, isImpact: judgement.isImpact,
            isShare: judgement.isShare))
      }
    }
    return result
  }

  // MARK: Numbers

  private func numbers(in span: SourceSpan) -> [(SourceSpan, Double)] {
    var result: [(SourceSpan, Double)] = []
    for offset in marks(in: span) {
      guard let found = number(before: offset, from: span.start) else { continue }
      let isSign = text.plain[offset] == UInt8(ascii: "%")
      let end = isSign ? offset + 1 : wordEnd(offset, span.end)
      // "%20" in an address is no percentage.
      let isEscape = isSign && text.document.styles[offset].contains(.link) && offset + 1 < span.end
        && isHex(text.plain[offset + 1])
      if !isEscape { result.append((SourceSpan(found.start, end), found.value)) }
    }
    return result
  }

  /// The offsets of "%" and of words such as "percent".
  private func marks(in span: SourceSpan) -> [Int] {
    text.plain.withUnsafeBufferPointer { plain in
      var result: [Int] = []
      for offset in span.range.clamped(to: 0..<plain.count) {
        let byte = plain[offset]
        if byte == UInt8(ascii: "%") { result.append(offset) }
        guard byte | 0x20 == UInt8(ascii: "p"), offset > span.start + 1, plain[offset - 1] == 0x20 || plain[offset - 1] == 0x2D,
          plain[offset - 2] >= 0x30, plain[offset - 2] <= 0x39
        else { continue }
        if isPercentWord(offset, span.end) { result.append(offset) }
      }
      return result
    }
  }

  private func isHex(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
  }

  private func wordEnd(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, (text.plain[offset] | 0x20) >= 0x61, (text.plain[offset] | 0x20) <= 0x7A { offset += 1 }
    return offset
  }

  /// "percent", "per cent", "pct", "por ciento", "pour cent", "Prozent".
  private func isPercentWord(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, text.plain[start - 1] == 0x20 || text.plain[start - 1] == UInt8(ascii: "-") else { return false }
    let rest = text.plain[start..<min(end, start + 11)].map { $0 | 0x20 }
    return ["percent", "per cent", "pct", "por ciento", "pour cent", "prozent", "por cento"].contains {
      rest.starts(with: Array($0.utf8))
    } && !rest.starts(with: Array("percentage".utf8)) && !rest.starts(with: Array("percentil".utf8))
  }

  private func number(before mark: Int, from start: Int) -> (start: Int, value: Double)? {
    var end = mark
    while end > start, text.plain[end - 1] == 0x20 || text.plain[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard mark - end <= 4 else { return nil }
    var first = end
    while first > start, isNumberByte(text.plain[first - 1]) { first -= 1 }
    while first < end, text.plain[first] < 0x30 { first += 1 }
    guard first < end, let value = value(first, end) else { return nil }
    // A word glued before it: "x86%" and the like.
    if first > start, (text.plain[first - 1] | 0x20) >= 0x61, (text.plain[first - 1] | 0x20) <= 0x7A { return nil }
    let isNegative = first > start && text.plain[first - 1] == UInt8(ascii: "-")
      && (first - 1 == start || text.plain[first - 2] == 0x20 && !(first - 3 >= start && isNumberByte(text.plain[first - 3])))
      && text.source.bytes[first - 1] == UInt8(ascii: "-")
    return isNegative ? (first - 1, -value) : (first, value)
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  /// "99.95", "12,4", "1,000".
  private func value(_ start: Int, _ end: Int) -> Double? {
    var whole = 0.0
    var scale = 0.0
    for offset in start..<end {
      let byte = text.plain[offset]
      if byte >= 0x30 && byte <= 0x39 {
        whole = whole * 10 + Double(byte - 0x30)
        scale *= 10
      } else if byte == UInt8(ascii: ",") && end - offset == 4 {
        continue
      } else if scale == 0 {
        scale = 1
      } else {
        return nil
      }
    }
    return scale == 0 ? whole : whole / scale
  }

  // MARK: Meaning

  private func judge(_ span: SourceSpan, _ value: Double, _ line: Int) -> (isImpact: Bool, isShare: Bool) {
    let kinds = outline.kinds(ofLine: line)
    let range = text.wordRanges[line]
    let next = range.first { Int(text.words[$0].start) >= span.end } ?? range.upperBound
    let sentence = sentence(around: span, next, line)
    let hits = cues(in: sentence)
    let after = hits.filter { $0.words.lowerBound >= next && $0.words.lowerBound < next + 8 }
    let nounAfter = after.first { $0.cue == .impactNoun }
    let otherAfter = after.first { $0.cue == .impactOther }
    let isShare = nounAfter.map { $0.words.lowerBound - next <= 5 && followsOf(next) } ?? false
    if kinds.contains(.measures) || kinds.contains(.tasks) || kinds.contains(.lessons) || text.lines[line].isQuoted {
      return (false, isShare)
    }
    let position = next
    let before = hits.filter { $0.words.upperBound <= position && $0.words.lowerBound >= position - 10 }
    if let other = otherAfter, other.words.lowerBound - next <= 3, other.words.lowerBound < nounAfter?.words.lowerBound ?? .max {
      return (false, false)
    }
    let hasVerb = hits.contains { $0.cue == .impactVerb }
    let hasRecovery = hits.contains { $0.cue == .recovery && abs($0.words.lowerBound - position) <= 9 }
    if hasRecovery, value >= 90 || value == 0 { return (false, isShare) }
    let change = before.last { $0.cue == .growth || isFall($0) }
    // "rose to 40 %" tells a level, "rose by 40 %" a growth.
    let isLevel = next - 2 >= range.lowerBound && text.isWord(next - 2, ["to", "at", "auf", "hasta"])
    let isApart = change.map { hit in
      (text.span(of: hit).end..<max(text.span(of: hit).end, span.start)).contains { text.plain[$0] == UInt8(ascii: ":") }
    }
    let isGrowth = change?.cue == .growth && !isLevel && isApart != true
    if value == 0 { return (false, isShare) }
    if isShare { return (!isGrowth, isShare) }
    if let other = before.last(where: { $0.cue == .impactOther }), next - other.words.upperBound <= 4 { return (false, false) }
    if next - 2 >= range.lowerBound, text.isWord(next - 2, ["above", "over", "exceeding", "exceeds", "below", "under", "beyond"]) {
      return (false, isShare)
    }
    if let noun = nounAfter, noun.words.lowerBound - next <= 5, hasVerb || kinds.contains(.impact) || kinds.contains(.summary) {
      return (!isGrowth, isShare)
    }
    if let other = before.last(where: { $0.cue == .impactOther }), !before.contains(where: { $0.cue == .impactNoun && isIdeographic($0) }),
      !before.contains(where: { $0.cue == .impactNoun && $0.words.lowerBound > other.words.lowerBound })
    {
      return (false, false)
    }
    if hits.contains(where: { $0.cue == .impactOther && isIdeographic($0) }) { return (false, false) }
    // A noun after the number belongs to it only without a comma or an "and" between.
    let hasNoun = before.contains { $0.cue == .impactNoun } || nounAfter.map { $0.words.lowerBound - next <= 3 } ?? false
    if isGrowth { return (false, false) }
    return (hasNoun && hasVerb || kinds == [.impact] && hasNoun, isShare)
  }

  private func sentence(around span: SourceSpan, _ next: Int, _ line: Int) -> Range<Int> {
    let range = text.wordRanges[line]
    guard !range.isEmpty else { return range }
    // The number itself is a word of the sentence.
    let anchor = range.first { Int(text.words[$0].end) > span.start } ?? max(range.lowerBound, next - 1)
    return sentences.sentence(around: min(anchor, range.upperBound - 1), ofLine: line)
  }

  private func cues(in words: Range<Int>) -> [CueHit] {
    let first = text.cues.partitioningIndex { $0.words.lowerBound >= words.lowerBound }
    var result: [CueHit] = []
    for hit in text.cues[first...] {
      if hit.words.lowerBound >= words.upperBound { break }
      result.append(hit)
    }
    return result
  }

  /// Whether "of" or "de" comes right behind the number.
  private func followsOf(_ word: Int) -> Bool {
    guard word < text.words.count else { return false }
    let bytes = text.plain[text.words[word].span.range].map { $0 | 0x20 }
    return [Array("of".utf8), Array("de".utf8), Array("der".utf8), Array("des".utf8), Array("dos".utf8)].contains(bytes)
  }

  /// "dropped", "a loss of": the number is what was lost.
  private func isFall(_ hit: CueHit) -> Bool {
    guard hit.cue == .impactVerb else { return false }
    let bytes = text.plain[text.words[hit.words.lowerBound].span.range].map { $0 | 0x20 }
    return ["drop", "decr", "decl", "plum", "fell", "redu", "loss", "lost", "dent"].contains { bytes.starts(with: Array($0.utf8)) }
  }

  private func isIdeographic(_ hit: CueHit) -> Bool { text.words[hit.words.lowerBound].traits.contains(.ideograph) }
}
