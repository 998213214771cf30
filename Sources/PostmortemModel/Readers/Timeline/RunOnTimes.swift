import MarkdownTree

/// Times inside a line that open an entry of their own.
extension LineShapes {
  /// Whether a clock inside a line stands where an entry begins: before a colon or dash, and after a full stop unless it
  /// is written out with its zone or half of the day.
  func opensEntry(_ clock: ClockMention, _ line: Int) -> Bool {
    let lineEnd = text.lines[line].span.end
    let after = skipBlanks(max(clock.span.end, clock.writtenZone?.span.end ?? 0), lineEnd)
    guard after < lineEnd, text.isMark(after, of: ":-)") else { return false }
    var before = clock.span.start - 1
    while before > 0, text.plain[before] == 0x20 || text.plain[before] == UInt8(ascii: "-") { before -= 1 }
    if before >= 0, text.isMark(before, of: ".;!") { return true }
    guard text.isMark(after, of: ":"), after + 1 < lineEnd, text.plain[after + 1] == 0x20,
      clock.writtenZone != nil || clock.meridiem != nil
    else { return false }
    let word = text.wordRanges[line].last { Int(text.words[$0].end) <= clock.span.start }
    return word.map { !text.isWord($0, LineShapes.timeLeads) } ?? false
  }

  /// What leads to a time within a sentence.
  private static let timeLeads: [StaticString] = [
    "at", "by", "around", "from", "until", "till", "since", "before", "after", "between", "about",
    "approximately",
    "of", "the", "on", "to", "and", "or", "for",
  ]
}
