import MarkdownTree

/// The items among lines and paragraphs without list marks.
struct PlainItems {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let guidance: GuidanceReader

  func items(in lines: [Int], _ kinds: [SectionKind], _ section: Int, from bodyStart: Int) -> [RawItem] {
    var items: [RawItem] = []
    var index = 0
    while index < lines.count {
      let end = blockEnd(lines, from: index)
      let isLineByLine = isOneItemALine(lines[index..<end])
      let groups = isLineByLine ? (index..<end).map { lines[$0...$0] } : [lines[index..<end]]
      for group in groups {
        guard let first = group.first, let last = group.last else { continue }
        if text.opensOutro(first) { return items }
        if let last = items.indices.last, group.count == 1, items[last].lines.upperBound == first,
          shapes.isField(first, from: shapes.contentStart(first))
        {
          items[last].lines = items[last].lines.lowerBound..<first + 1
          continue
        }
        guard isAction(first, last, isShort: groups.count > 1 || lines.count > 2) else { continue }
        let start = max(shapes.contentStart(first), first == lines[index] ? bodyStart : 0)
        items.append(
          RawItem(
            line: first, lines: first..<last + 1, span: SourceSpan(start, text.lines[first].span.end),
            form: .line,
            kinds: kinds, section: section, depth: 0))
      }
      index = end
    }
    return items
  }

  private func blockEnd(_ lines: [Int], from index: Int) -> Int {
    let block = text.lines[lines[index]].block
    return lines[index...].firstIndex { text.lines[$0].block != block } ?? lines.count
  }

  /// Whether the lines of a paragraph begin like items: with capitals, but for one line of four at most.
  private func isOneItemALine(_ lines: ArraySlice<Int>) -> Bool {
    let others = lines.dropFirst().count { line in
      guard let first = text.wordRanges[line].first else { return false }
      return !text.words[first].isCapitalised && !text.words[first].traits.contains(.ideograph)
        && text.plain[shapes.contentStart(line)] < 0x80
    }
    return others * 4 <= lines.count
  }

  /// Whether lines of text are something to do rather than an introduction, a farewell or a tale.
  private func isAction(_ first: Int, _ last: Int, isShort: Bool) -> Bool {
    if shapes.endsWithColon(last) || guidance.isGuidance(first) { return false }
    let words = text.words(in: first..<last + 1)
    let hits = text.cues(in: first..<last + 1)
    let startsWithVerb = startsWithVerb(words, hits)
    if isIntroduction(words, hits, startsWithVerb) { return false }
    if isTale(words), !hits.contains(where: { $0.cue == .modal }) { return false }
    let isPast = words.prefix(8).contains { text.isWord($0, ["was", "were"]) }
    if startsWithVerb || !isPast && hits.contains(where: { $0.cue == .modal }) { return words.count >= 3 }
    if hits.contains(where: { $0.cue == .doneWord && $0.words.count == 2 }) { return true }
    if isName(words) || isTale(words) { return false }
    let isTaskList = outline.kinds(ofLine: first) == [.tasks]
    return words.count >= 2 && words.count <= (isTaskList ? 40 : isShort ? 18 : 30)
      && (isShort || isTaskList || !hasPast(words))
  }

  /// "The following actions …", "… here are the measures we agreed on".
  private func isIntroduction(
    _ words: Range<Int>, _ hits: ArraySlice<CueHit>, _ startsWithVerb: Bool
  ) -> Bool {
    let intros = hits.lazy.filter { $0.cue == .taskIntro }
    if intros.contains(where: { $0.words.lowerBound < words.lowerBound + 6 }),
      !hits.contains(where: { $0.cue == .modal && $0.words.lowerBound > words.lowerBound + 3 })
    {
      return true
    }
    return words.count < 40 && !startsWithVerb
      && intros.contains { $0.words.count >= 2 && $0.words.lowerBound >= words.lowerBound + 6 }
  }

  /// A signature: two or three capitalised words and nothing else.
  private func isName(_ words: Range<Int>) -> Bool {
    words.count <= 3 && words.allSatisfy { text.words[$0].isCapitalised && text.words[$0].exact == 0 }
  }

  /// A verb in the past near the start.
  private func hasPast(_ words: Range<Int>) -> Bool {
    words.prefix(8).contains { text.words[$0].span.length > 4 && text.endsInEd($0) }
  }

  private func startsWithVerb(_ words: Range<Int>, _ hits: ArraySlice<CueHit>) -> Bool {
    let label = text.lines[text.line(ofWord: words.lowerBound)]
    let body = shapes.labelEnd(text.line(ofWord: words.lowerBound), from: label.span.start).map(\.body) ?? 0
    return hits.contains {
      ($0.cue == .taskVerb || $0.cue == .vagueVerb || $0.cue == .lightVerb)
        && ($0.words.lowerBound <= words.lowerBound + 1
          || Int(text.words[$0.words.lowerBound].start) >= body && body > 0
            && Int(text.words[$0.words.lowerBound].start) <= body + 12)
    }
  }

  /// A sentence in the past, "There were no engineers …", or of what there is already: "We have a script for this".
  private func isTale(_ words: Range<Int>) -> Bool {
    let first = words.lowerBound
    if text.isWord(first, ["we", "i"]), text.isWord(first + 1, "have"),
      text.isWord(first + 2, ["a", "an", "the", "no", "some"])
    {
      return true
    }
    return words.prefix(4).contains { text.isWord($0, ["was", "were", "had", "did", "is", "are"]) }
  }
}
