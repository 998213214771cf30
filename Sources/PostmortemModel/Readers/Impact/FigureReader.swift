import MarkdownTree

/// Finds the numbers that an impact section tells of things that no vocabulary names: "2 source keys are missing",
/// "$200,000", a cell of a table.
struct FigureReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  func figures() -> [Impact.Measurement] {
    outline.sections.indices.filter { outline.sections[$0].isKind(.impact) }.flatMap { section in
      outline.sections[section].ownLines.filter(shapes.isReadable).flatMap(figures)
    }
  }

  private func figures(in line: Int) -> [Impact.Measurement] {
    let hasWords = text.holds(FigureReader.words, inLine: line)
    return text.wordRanges[line].compactMap { word in
      guard hasWords || text.words[word].traits.contains(.digits) || text.isWord(word, "one"),
        let span = figure(at: word, line), !isName(word, line),
        text.time(over: text.words[word].span, inLine: line) == nil
      else { return nil }
      return Impact.Measurement(span: span, kind: .count)
    }
  }

  private static let words = CueSet(.numberWord)

  private func figure(at word: Int, _ line: Int) -> SourceSpan? {
    if text.words[word].traits.contains(.digits) {
      guard !text.isDigitGroup(word) else { return nil }
      let last = lastGroup(of: word, line)
      let number = text.words[word].span.joined(with: text.words[last].span)
      if isMoney(word) || isCell(word, line) { return number }
      guard text.words[word].isNumber, let thing = thing(after: last, line, isOne: false) else { return nil }
      return number.joined(with: text.words[thing].span)
    }
    let isOne = text.isWord(word, "one")
    guard isOne || isNumberWord(word), let thing = thing(after: word, line, isOne: isOne),
      isLost(thing, line)
    else { return nil }
    return text.words[word].span.joined(with: text.words[thing].span)
  }

  private func lastGroup(of word: Int, _ line: Int) -> Int {
    var last = word
    while last + 1 < text.wordRanges[line].upperBound, text.isDigitGroup(last + 1) { last += 1 }
    return last
  }

  private func isNumberWord(_ word: Int) -> Bool {
    text.cues(openingIn: word..<word + 1).contains { $0.cue == .numberWord }
  }

  /// "One night's backup was skipped"; "in one thread" counts nothing.
  private func isLost(_ thing: Int, _ line: Int) -> Bool {
    text.cues(openingIn: (thing..<thing + 10).clamped(to: text.wordRanges[line])).contains {
      $0.cue == .lossVerb || $0.cue == .impactVerb
    }
  }

  private func isMoney(_ word: Int) -> Bool {
    let start = Int(text.words[word].start)
    if start > 0, text.plain[start - 1] == UInt8(ascii: "$") { return true }
    // The euro and the pound sign.
    return start > 2 && text.plain[(start - 3)..<start].elementsEqual([0xE2, 0x82, 0xAC])
      || start > 1 && text.plain[(start - 2)..<start].elementsEqual([0xC2, 0xA3])
  }

  /// A cell below the head of a table that holds nothing but a number.
  private func isCell(_ word: Int, _ line: Int) -> Bool {
    guard case .cell(_, let isHeader) = text.lines[line].context, !isHeader else { return false }
    return text.wordRanges[line].allSatisfy { text.words[$0].traits.contains(.digits) }
  }

  /// The noun, at most three words behind a number: "2 source keys", "one night's backup was skipped".
  private func thing(after word: Int, _ line: Int, isOne: Bool) -> Int? {
    (word + 1..<word + 4).clamped(to: text.wordRanges[line]).first { noun in
      !text.words[noun].traits.contains(.digits) && text.words[noun].span.length > 3
        && (isOne || text.closes(noun, with: "s")) && isBlank(from: word, to: noun)
    }
  }

  /// Whether nothing but blanks and hyphens part some words.
  private func isBlank(from first: Int, to last: Int) -> Bool {
    (Int(text.words[first].end)..<Int(text.words[last].start)).allSatisfy {
      text.plain[$0] != UInt8(ascii: ".") && text.plain[$0] != UInt8(ascii: ",")
        && text.plain[$0] != UInt8(ascii: ":") && text.plain[$0] != UInt8(ascii: ";")
        && text.plain[$0] != UInt8(ascii: "(") && text.plain[$0] != UInt8(ascii: ")")
    }
  }

  /// "HTTP 500 errors", "port 443", "#40", "1.2.3".
  private func isName(_ word: Int, _ line: Int) -> Bool {
    let found = text.words[word]
    if found.start > 0, text.isMark(Int(found.start) - 1, of: "#.:/-_v") { return true }
    if Int(found.end) < text.plain.count, text.isMark(Int(found.end), of: ":/%_") { return true }
    // A share has its own reader.
    let behind = shapes.skipBlanks(Int(found.end), text.lines[line].span.end)
    if behind < text.plain.count, text.isMark(behind, of: "%") || text.isWord(word + 1, ["percent", "per"]) {
      return true
    }
    let digits = text.plain[found.span.range]
    let isStatus = digits.count == 3 && (digits.first == 0x34 || digits.first == 0x35)
    return isStatus
      || text.isWord(
        word - 1, ["http", "https", "port", "version", "level", "error", "code", "tier", "step"])
  }
}
