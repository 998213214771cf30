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
    text.wordRanges[line].compactMap { word in
      guard text.words[word].traits.contains(.digits) || isNumberWord(word, line) else { return nil }
      let isTold = isMoney(word) || isCell(word, line) || thing(after: word, line) != nil
      guard isTold, !isOfTime(word, line), !isName(word, line) else { return nil }
      return Impact.Measurement(span: text.words[word].span, kind: .count)
    }
  }

  private func isNumberWord(_ word: Int, _ line: Int) -> Bool {
    text.isWord(word, "one") || text.cues(openingIn: word..<word + 1).contains { $0.cue == .numberWord }
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
  private func thing(after word: Int, _ line: Int) -> Int? {
    let next = (word + 1..<word + 4).clamped(to: text.wordRanges[line])
    guard text.words[word].isNumber || text.isWord(word, "one") || !text.words[word].traits.contains(.digits)
    else { return nil }
    return next.first { noun in
      !text.words[noun].traits.contains(.digits) && text.words[noun].span.length > 3
        && (text.closes(noun, with: "s") || text.isWord(word, "one"))
        && isBlank(from: word, to: noun)
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

  /// Whether a number belongs to a time or a length of time.
  private func isOfTime(_ word: Int, _ line: Int) -> Bool {
    text.times[line].contains { $0.span.overlaps(text.words[word].span) }
  }

  /// "HTTP 500 errors", "port 443", "#40", "1.2.3".
  private func isName(_ word: Int, _ line: Int) -> Bool {
    let found = text.words[word]
    if found.start > 0, text.isMark(Int(found.start) - 1, of: "#.:/-_v") { return true }
    if Int(found.end) < text.plain.count, text.isMark(Int(found.end), of: ":/%_") { return true }
    let digits = text.plain[found.span.range]
    let isStatus = digits.count == 3 && (digits.first == 0x34 || digits.first == 0x35)
    return isStatus
      || text.isWord(
        word - 1, ["http", "https", "port", "version", "level", "error", "code", "tier", "step"])
  }
}
