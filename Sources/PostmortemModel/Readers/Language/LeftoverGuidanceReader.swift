import MarkdownTree

/// Finds what a template or an assignment asks of the writer, left in beside his answer. Only what no writer would say
/// himself counts: the words of known assignments, and requests that are set apart as a whole.
struct LeftoverGuidanceReader {
  let reading: Reading
  private var text: ReportText { reading.text }

  func spans() -> [SourceSpan] {
    if !text.holds(LeftoverGuidanceReader.asking) { return [] }
    return text.lines.indices.compactMap { line in
      guard text.holds(LeftoverGuidanceReader.asking, inLine: line), reading.shapes.isReadable(line),
        !text.lines[line].isQuoted, isFilledIn(line)
      else { return nil }
      return phrase(in: line) ?? (isRequest(line) ? span(line) : nil)
    }
  }

  private static let asking = CueSet(.leftoverHint, .instruction)

  /// Whether the section says more: one that holds only the hint is empty.
  private func isFilledIn(_ line: Int) -> Bool {
    reading.outline.section(ofLine: line).map { reading.outline.sections[$0].content == .full } ?? true
  }

  private func phrase(in line: Int) -> SourceSpan? {
    let hit = text.cues(ofLine: line).first { hit in
      hit.cue == .leftoverHint && text.style(ofWord: hit.words.lowerBound).isDisjoint(with: [.code, .link])
        && !text.isQuoted(text.span(of: hit).start, in: line)
    }
    return hit.map { text.span(of: $0) }
  }

  /// A line in slanted type that asks for something: "_Describe what users saw._"
  private func isRequest(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    guard words.count >= 4, text.words[words.lowerBound].isCapitalised,
      text.lines[line].context == .paragraph, text.lines[line].opensBlock, !isPlan(line),
      text.cues(openingIn: words.lowerBound..<words.lowerBound + 1).contains(where: { $0.cue == .instruction }
      )
    else { return false }
    return words.allSatisfy { text.style(ofWord: $0).contains(.emphasis) }
  }

  /// Tasks are requests too.
  private func isPlan(_ line: Int) -> Bool {
    reading.shapes.isItem(line) || reading.outline.isLine(line, inAny: [.measures, .tasks])
  }

  private func span(_ line: Int) -> SourceSpan {
    let words = text.wordRanges[line]
    return SourceSpan(Int(text.words[words.lowerBound].start), Int(text.words[words.upperBound - 1].end))
  }
}
