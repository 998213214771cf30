import MarkdownTree

/// Tells a template's hints and placeholders from a writer's own text.
struct GuidanceReader {
  let text: ReportText
  let shapes: LineShapes
  /// Whether each text line holds an opening bracket at all: most do not.
  let hasBracket: [Bool]

  init(text: ReportText, shapes: LineShapes) {
    self.text = text
    self.shapes = shapes
    var hasBracket = [Bool](repeating: false, count: text.lines.count)
    text.plain.withUnsafeBufferPointer { plain in
      for mark in [UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{")] {
        GuidanceReader.find(mark, in: plain, text, &hasBracket)
      }
    }
    self.hasBracket = hasBracket
  }

  /// Notes the lines that hold a mark.
  private static func find(
    _ mark: UInt8, in plain: UnsafeBufferPointer<UInt8>, _ text: ReportText, _ isFound: inout [Bool]
  ) {
    guard !isFound.isEmpty else { return }
    var offset = plain.firstOffset(of: mark, from: 0, to: plain.count)
    while offset < plain.count {
      let line = text.line(at: offset)
      var next = offset + 1
      if text.lines[line].span.contains(offset) {
        isFound[line] = true
        next = text.lines[line].span.end
      }
      offset = plain.firstOffset(of: mark, from: next, to: plain.count)
    }
  }

  /// Whether the text of a line from an offset on is for the writer of the report, not from him.
  func isGuidance(_ line: Int, from start: Int? = nil) -> Bool {
    let span = SourceSpan(start ?? shapes.contentStart(line), text.lines[line].span.end)
    let all = text.wordRanges[line]
    let first = text.firstWord(from: span.start, in: all)
    let words = first..<all.upperBound
    if words.isEmpty { return !(span.range.contains { text.plain[$0] >= 0x80 && text.plain[$0] != 0xE2 }) }
    if hasBracket[line], words.count(where: { isBracketed($0, in: line) }) * 2 > words.count { return true }
    if isFiller(words.lowerBound), words.allSatisfy({ isFiller($0) }) || isFilledLabel(line, span.start) {
      return true
    }
    if text.words[all.upperBound - 1].end - text.words[all.upperBound - 1].start <= 4,
      isFilledLabel(line, span.start)
    {
      return true
    }
    return hints(line, span, words)
  }

  /// Whether the line's words ask the writer for something.
  private func hints(_ line: Int, _ span: SourceSpan, _ words: Range<Int>) -> Bool {
    if text.holds(GuidanceReader.leftover, inLine: line),
      text.cues(ofLine: line).contains(where: {
        $0.cue == .leftoverHint && $0.words.lowerBound <= words.lowerBound + 1
      })
    {
      return true
    }
    guard text.holds(GuidanceReader.hint, inLine: line) else { return false }
    let hits = text.cues(ofLine: line)
    let asks = hits.contains { isHint($0.cue) && Int(text.words[$0.words.lowerBound].start) >= span.start }
    guard asks else { return false }
    if words.count <= 4, text.holds(GuidanceReader.placeholder, inLine: line) { return true }
    if text.holds(GuidanceReader.request, inLine: line),
      words.allSatisfy({ text.style(ofWord: $0).contains(.emphasis) })
    {
      return true
    }
    guard words.count <= 6, text.holds(GuidanceReader.guidance, inLine: line) else { return false }
    let acts = hits.contains { hit in
      // "Write a runbook" makes something, "Write a summary" asks for it.
      hit.cue == .deliverable
        || hit.cue == .taskVerb && !hits.contains { $0.cue == .guidanceWord && $0.words.overlaps(hit.words) }
    }
    return !acts && !text.tellsClock(line)
  }

  private static let leftover = CueSet(.leftoverHint)
  private static let placeholder = CueSet(.placeholderWord)
  private static let guidance = CueSet(.guidanceWord)
  private static let request = CueSet(.guidanceWord, .placeholderVerb)
  private static let hint = CueSet(.guidanceWord, .placeholderVerb, .placeholderWord)

  private func isHint(_ cue: Cue) -> Bool {
    cue == .guidanceWord || cue == .placeholderVerb || cue == .placeholderWord
  }

  /// "Category: XXX".
  private func isFilledLabel(_ line: Int, _ start: Int) -> Bool {
    guard let end = shapes.labelEnd(line, from: start) else { return false }
    let all = text.wordRanges[line]
    let words = text.firstWord(from: end.body, in: all)..<all.upperBound
    return !words.isEmpty && words.allSatisfy { isFiller($0) }
  }

  /// "XXX", "YYYY", "n".
  private func isFiller(_ word: Int) -> Bool {
    let span = text.words[word].span
    let first = text.plain[span.start] | 0x20
    guard first >= 0x78, first <= 0x7A, span.length >= 2 else { return false }
    return span.range.allSatisfy { text.plain[$0] | 0x20 == first }
  }

  /// Whether a word stands in `[…]` or `<…>` of which no link is made.
  func isBracketed(_ word: Int, in line: Int) -> Bool {
    guard hasBracket[line] else { return false }
    let span = text.words[word].span
    if text.document.styles[span.start].contains(.link) { return false }
    var offset = span.start - 1
    let line = text.lines[line].span
    // A request in brackets is short; the bound keeps lines of any length linear.
    while offset >= max(line.start, span.start - 160) {
      switch text.plain[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{"): return closes(span.end, line.end)
      case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "}"): return false
      default: offset -= 1
      }
    }
    return false
  }

  private func closes(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, min(end, start + 160))).contains {
      text.plain[$0] == UInt8(ascii: "]") || text.plain[$0] == UInt8(ascii: ">")
        || text.plain[$0] == UInt8(ascii: "}")
    }
  }
}
