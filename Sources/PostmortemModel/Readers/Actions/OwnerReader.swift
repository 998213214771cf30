import MarkdownTree

/// Finds who carries out a task: a handle, a field, the subject of its sentence, a name in parentheses.
struct OwnerReader {
  let text: ReportText
  let shapes: LineShapes

  func owner(of item: RawItem, in lines: [Int]) -> SourceSpan? {
    for line in lines {
      if let handle = handle(in: line) { return handle }
      for hit in text.cues(ofLine: line) where hit.cue == .ownerWord {
        if let value = value(after: hit, line) { return value }
      }
    }
    for line in lines where text.holds(OwnerReader.names, inLine: line) {
      for hit in text.cues(ofLine: line) where hit.cue == .ownerName { return text.span(of: hit) }
    }
    guard let last = lines.last else { return nil }
    return subject(of: item) ?? parenthesis(atEndOf: last) ?? bracketed(item) ?? signature(atEndOf: last)
  }

  private static let names = CueSet(.ownerName)

  /// "@handle", not an address.
  private func handle(in line: Int) -> SourceSpan? {
    for word in text.wordRanges[line] {
      let start = Int(text.words[word].start)
      guard start > 0, text.isMark(start - 1, of: "@"), start < 2 || text.isMark(start - 2, of: " ([:,")
      else {
        continue
      }
      return SourceSpan(start - 1, Int(text.words[word].end))
    }
    return nil
  }

  /// The value of "Owner: storage team", "(owner storage)".
  private func value(after hit: CueHit, _ line: Int) -> SourceSpan? {
    let name = text.span(of: hit)
    let end = text.lines[line].span.end
    var offset = shapes.skipBlanks(name.end, end)
    let isLed = offset < end && text.isMark(offset, of: ":-=")
    let isEnclosed = name.start > 0 && text.isMark(name.start - 1, of: "([")
    guard isLed || isEnclosed || hit.words.count > 1 else { return nil }
    if isLed { offset = shapes.skipBlanks(offset + 1, end) }
    var stop = offset
    while stop < end, !text.isMark(stop, of: ",;)]|") { stop += 1 }
    while stop > offset, text.isMark(stop - 1, of: " .") { stop -= 1 }
    let words = text.wordRanges[line].count {
      Int(text.words[$0].start) >= offset && Int(text.words[$0].end) <= stop
    }
    guard words > 0, words <= 6 else { return nil }
    let isNothing = text.cues(ofLine: line, in: SourceSpan(offset, stop)).contains { $0.cue == .nothing }
    return isNothing ? nil : SourceSpan(offset, stop)
  }

  /// "The platform team will …".
  private func subject(of item: RawItem) -> SourceSpan? {
    let words = text.wordRanges[item.line]
    let hits = text.cues(ofLine: item.line)
    guard let will = hits.first(where: { $0.cue == .modal && text.isWord($0.words.lowerBound, "will") }),
      let person = hits.first(where: { $0.cue == .person && $0.words.upperBound == will.words.lowerBound }),
      person.words.lowerBound > words.lowerBound, !isPronoun(person)
    else { return nil }
    var first = person.words.lowerBound
    while first > words.lowerBound, person.words.lowerBound - first < 3,
      text.words[first].start - text.words[first - 1].end <= 2,
      text.plain[Int(text.words[first - 1].end)] == 0x20
    {
      first -= 1
    }
    return SourceSpan(Int(text.words[first].start), Int(text.words[person.words.upperBound - 1].end))
  }

  private func isPronoun(_ hit: CueHit) -> Bool {
    text.isWord(
      hit.words.upperBound - 1, ["we", "they", "i", "he", "she", "someone", "somebody", "nobody"])
  }

  /// "[Alice] Add an alert".
  private func bracketed(_ item: RawItem) -> SourceSpan? {
    let span = text.lines[item.line].span
    guard item.form != .row, text.isMark(item.span.start, of: "["),
      let close = (item.span.start..<span.end).first(where: { text.isMark($0, of: "]") })
    else { return nil }
    return name(in: item.span.start + 1..<close, item.line)
  }

  /// "Add an alert — Alice Munro": a name of several words behind the last dash.
  private func signature(atEndOf line: Int) -> SourceSpan? {
    let span = text.lines[line].span
    let dash = span.range.dropFirst().dropLast().last {
      text.isMark($0, of: "-") && text.plain[$0 - 1] == 0x20 && text.plain[$0 + 1] == 0x20
    }
    guard let dash, text.words(ofLine: line, from: dash).count >= 2 else { return nil }
    return name(in: dash..<span.end, line)
  }

  /// "Add an alert (Alice)", "… [Alice]", "… (Petra, by 30 August)".
  private func parenthesis(atEndOf line: Int) -> SourceSpan? {
    let span = text.lines[line].span
    guard let open = span.range.last(where: { text.isMark($0, of: "([") }),
      let close = (open..<span.end).first(where: { text.isMark($0, of: ")]") }), span.end - close <= 2
    else { return nil }
    var start = open + 1
    while start < close {
      let end = (start..<close).first { text.isMark($0, of: ",;") } ?? close
      if let name = name(in: start..<end, line) { return name }
      start = end + 1
    }
    return nil
  }

  /// One to three words that are a person's name: capitalised, and no words of the vocabulary.
  private func name(in range: Range<Int>, _ line: Int) -> SourceSpan? {
    let words = text.wordRanges[line].filter {
      Int(text.words[$0].start) >= range.lowerBound && Int(text.words[$0].end) <= range.upperBound
    }
    guard let first = words.first, let last = words.last, words.count <= 3 else { return nil }
    let isName = words.allSatisfy {
      text.words[$0].isCapitalised && !text.words[$0].isShouted && text.words[$0].exact == 0
        && !text.style(ofWord: $0).contains(.link)
    }
    return isName ? SourceSpan(Int(text.words[first].start), Int(text.words[last].end)) : nil
  }
}
