import MarkdownTree

/// Reads the chains of questions under headings such as "5 whys".
struct FiveWhysReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let blame: [BlamingPhrase]

  func chains() -> [WhyChain] {
    if !text.holds(FiveWhysReader.names) { return [] }
    return outline.sections.indices.compactMap { index in
      let section = outline.sections[index]
      guard section.content == .full, section.level <= 8, isCalledSo(section) else { return nil }
      let links = links(of: section)
      guard let last = links.last else { return nil }
      let end = section.lines.upperBound
      return WhyChain(heading: section.span, count: links.count, person: person(in: last..<end))
    }
  }

  private static let names = CueSet(.fiveWhys)

  private func isCalledSo(_ section: Section) -> Bool {
    text.cues(ofLine: text.line(at: section.span.start)).contains {
      $0.cue == .fiveWhys && section.span.contains(text.span(of: $0))
    }
  }

  /// The first lines of the links: outermost items or rows, else lines and headings that open with "why".
  private func links(of section: Section) -> [Int] {
    let own = section.lines.filter { shapes.isReadable($0) && $0 > text.line(at: section.span.start) }
    let rows = own.filter { text.lines[$0].context == .cell(column: 0, isHeader: false) }
    if !rows.isEmpty { return rows }
    let items = own.filter { shapes.isItem($0) }
    if let depth = items.map({ text.lines[$0].depth }).min() {
      let outermost = items.filter { text.lines[$0].depth == depth }
      // Two chains, each beneath an item of its own.
      return outermost.count < 3 ? items : outermost
    }
    return own.filter { line in
      text.wordRanges[line].prefix(2).contains { text.isWord($0, ["why", "warum", "pourquoi", "porque"]) }
    }
  }

  /// A person in the last link, as the subject of what was or was not done.
  private func person(in lines: Range<Int>) -> SourceSpan? {
    guard let first = lines.first, let last = lines.last else { return nil }
    let span = SourceSpan(text.lines[first].span.start, text.lines[last].span.end)
    let next = blame.partitioningIndex { $0.span.start >= span.start }
    if next < blame.count, span.contains(blame[next].span) { return blame[next].span }
    let hit = text.cues(in: lines).first { $0.cue == .person && isOne($0) && acts($0) }
    return hit.map { text.span(of: $0) }
  }

  private func isOne(_ hit: CueHit) -> Bool {
    !text.isWord(
      hit.words.upperBound - 1,
      [
        "we", "they", "i", "team", "teams", "staff", "personnel", "nobody", "one", "somebody", "someone",
        "members",
      ])
  }

  /// "The operator did not …", "the engineer assumed …".
  private func acts(_ hit: CueHit) -> Bool {
    let next = hit.words.upperBound
    guard next < text.words.count, Int(text.words[next].start) - Int(text.words[next - 1].end) == 1 else {
      return false
    }
    return text.endsInEd(next)
      || text.isWord(next, ["did", "was", "had", "made", "forgot", "thought", "knew", "ran"])
  }
}
