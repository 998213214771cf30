import MarkdownTree

/// Finds the items of measures and tasks: list items, lines, paragraphs, table rows, numbered headings.
struct ItemFinder {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let guidance: GuidanceReader

  func items() -> [RawItem] {
    var result: [RawItem] = []
    for (index, section) in outline.sections.enumerated() where !section.lines.isEmpty || section.level <= 6 {
      let kinds = kinds(of: index)
      if kinds.contains(.measures) || kinds.contains(.tasks) {
        if section.kinds == [.other], isNumberedHeading(section) {
          result.append(heading(section, index, kinds))
        } else if !isBeneathNumberedHeading(section) {
          result += items(in: index, kinds, offset: result.count)
        }
      } else if kinds.contains(.lessons) {
        result += wishes(in: index)
      }
    }
    return result
  }

  /// The kinds of a section, or of the nearest one around it that has a known kind.
  private func kinds(of index: Int) -> [SectionKind] {
    var current: Int? = index
    while let section = current {
      if outline.sections[section].kinds != [.other] { return outline.sections[section].kinds }
      current = outline.sections[section].parent
    }
    return []
  }

  // MARK: Headings

  /// "### 1. Deployment script": an item that is written as a heading.
  private func isNumberedHeading(_ section: Section) -> Bool {
    guard section.level <= 6 else { return false }
    let line = text.line(at: section.span.start)
    guard let first = text.wordRanges[line].first, text.words[first].isNumber, text.wordRanges[line].count > 1 else {
      return false
    }
    let after = Int(text.words[first].end)
    return after < text.plain.count && [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":")].contains(text.plain[after])
  }

  /// What stands below such a heading explains it.
  private func isBeneathNumberedHeading(_ section: Section) -> Bool {
    var parent = section.parent
    while let index = parent, outline.sections[index].kinds == [.other] {
      if isNumberedHeading(outline.sections[index]) { return section.kinds == [.other] }
      parent = outline.sections[index].parent
    }
    return false
  }

  private func heading(_ section: Section, _ index: Int, _ kinds: [SectionKind]) -> RawItem {
    let line = text.line(at: section.span.start)
    return RawItem(
      line: line, lines: line..<line + 1, span: section.span, form: .heading, kinds: kinds, section: index, depth: 0)
  }

  // MARK: Lists and lines

  private func items(in index: Int, _ kinds: [SectionKind], offset: Int) -> [RawItem] {
    let section = outline.sections[index]
    let lines = section.ownLines.filter {
      shapes.isReadable($0) && text.lines[$0].span.end > section.bodyStart && !text.wordRanges[$0].isEmpty
        && !text.lines[$0].context.isHeading
    }
    let tables = ActionTable(text: text, shapes: shapes).items(in: lines, kinds, index)
    let prose = lines.filter { !text.lines[$0].context.isCell }
    let listed = prose.contains { shapes.isItem($0) && !guidance.isGuidance($0) }
    var found = listed ? list(prose, kinds, index) : plain(prose, kinds, index, section.bodyStart)
    if !tables.isEmpty, !listed { found = [] }
    for position in found.indices { found[position].parent = found[position].parent.map { $0 + offset + tables.count } }
    return tables + found
  }

  private func list(_ lines: [Int], _ kinds: [SectionKind], _ section: Int) -> [RawItem] {
    var items: [RawItem] = []
    var open: [Int] = []
    for line in lines {
      let textLine = text.lines[line]
      if shapes.isItem(line) || continuesAsItem(line) {
        let depth = textLine.marker != nil ? textLine.depth * 100 : max(0, textLine.depth * 100 + textLine.indent)
        while let last = open.last, items[last].depth >= depth { open.removeLast() }
        items.append(
          RawItem(
            line: line, lines: line..<line + 1, span: shapes.span(line), form: .item, kinds: kinds, section: section,
            depth: depth, parent: open.last, box: textLine.marker?.box))
        open.append(items.count - 1)
      } else if let last = items.indices.last, textLine.depth > 0 || text.lines[items[last].line].block == textLine.block,
        items[last].lines.upperBound == line, !isOutro(line)
      {
        items[last].lines = items[last].lines.lowerBound..<line + 1
      }
    }
    markGroups(&items)
    return items
  }

  /// A line that Markdown draws into the item above though it is one of its own: not indented, after a full stop.
  private func continuesAsItem(_ line: Int) -> Bool {
    guard line > 0, text.lines[line].depth > 0, text.lines[line].marker == nil, !text.lines[line].opensBlock,
      text.lines[line].indent == 0, let first = text.wordRanges[line].first, text.words[first].isCapitalised,
      !isOutro(line), let previous = text.wordRanges[line - 1].last
    else { return false }
    let end = Int(text.words[previous].end)
    return end < text.plain.count && [UInt8(ascii: "."), UInt8(ascii: "!")].contains(text.plain[end])
      && shapes.labelEnd(line, from: text.lines[line].span.start) != nil
  }

  /// "By implementing these measures …", "This postmortem …".
  private func isOutro(_ line: Int) -> Bool {
    let first = text.wordRanges[line].lowerBound
    return text.cues[text.cueRanges[line]].contains { $0.cue == .taskOutro && $0.words.lowerBound <= first + 1 }
  }

  /// Items that only name what is nested below them, or belong to the item above ("Owner: storage").
  private func markGroups(_ items: inout [RawItem]) {
    for index in items.indices {
      let hasChildren = index + 1 < items.count && items[index + 1].parent == index
      let words = items[index].lines.reduce(0) { $0 + text.wordRanges[$1].count }
      if guidance.isGuidance(items[index].line) { items[index].isGroup = true }
      if items[index].kinds.contains(.resolution), tellsPast(items[index]) { items[index].isGroup = true }
      let endsWithColon = shapes.endsWithColon(items[index].lines.upperBound - 1)
      if hasChildren, endsWithColon && words <= 7 || words <= 4 { items[index].isGroup = true }
      if !hasChildren, endsWithColon, words <= 8 { items[index].isGroup = true }
    }
  }

  /// "Patched the server: the team successfully …", in a list of what was and what will be done.
  private func tellsPast(_ item: RawItem) -> Bool {
    text.words(in: item.lines).contains { index in
      let bytes = text.plain[text.words[index].span.range].map { $0 | 0x20 }
      return ["was", "were", "successfully"].contains { bytes.elementsEqual(Array($0.utf8)) }
    }
  }

  /// Lines and paragraphs without list marks.
  private func plain(_ lines: [Int], _ kinds: [SectionKind], _ section: Int, _ bodyStart: Int) -> [RawItem] {
    var items: [RawItem] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      let block = text.lines[line].block
      var end = index + 1
      while end < lines.count, text.lines[lines[end]].block == block { end += 1 }
      let isLineByLine = isOneItemALine(lines[index..<end])
      let groups = isLineByLine ? (index..<end).map { [lines[$0]] } : [Array(lines[index..<end])]
      for group in groups {
        if let first = group.first, isOutro(first) { return items }
        guard let first = group.first, let last = group.last, isAction(group, isShort: groups.count > 1 || lines.count > 2) else {
          continue
        }
        let start = max(shapes.contentStart(first), first == line ? bodyStart : 0)
        items.append(
          RawItem(
            line: first, lines: first..<last + 1, span: SourceSpan(start, text.lines[first].span.end), form: .line,
            kinds: kinds, section: section, depth: 0))
      }
      index = end
    }
    return items
  }

  private func isOneItemALine(_ lines: ArraySlice<Int>) -> Bool {
    lines.dropFirst().allSatisfy { line in
      guard let first = text.wordRanges[line].first else { return true }
      return text.words[first].isCapitalised || text.words[first].traits.contains(.ideograph)
        || text.plain[shapes.contentStart(line)] >= 0x80
    }
  }

  /// Whether lines of text are something to do rather than an introduction, a farewell or a tale.
  private func isAction(_ lines: [Int], isShort: Bool) -> Bool {
    guard let first = lines.first, let last = lines.last, !shapes.endsWithColon(last) else { return false }
    if guidance.isGuidance(first) { return false }
    let words = text.words(in: first..<last + 1)
    let hits = text.cues(in: first..<last + 1)
    let isIntro = hits.contains { $0.cue == .taskIntro && $0.words.lowerBound < words.lowerBound + 6 }
    let hasModal = hits.contains { $0.cue == .modal }
    if isIntro && !hits.contains(where: { $0.cue == .modal && $0.words.lowerBound > words.lowerBound + 3 }) { return false }
    if hits.contains(where: { $0.cue == .taskIntro && $0.words.count >= 2 && $0.words.lowerBound >= words.lowerBound + 6 })
      && words.count < 40 && !startsWithVerb(words, hits)
    {
      return false
    }
    if hasModal || startsWithVerb(words, hits) { return words.count >= 3 }
    if hits.contains(where: { $0.cue == .doneWord && $0.words.count == 2 }) { return true }
    if isName(words) || isTale(words) { return false }
    let isTaskList = outline.kinds(ofLine: first) == [.tasks]
    return words.count >= 2 && words.count <= (isTaskList ? 40 : isShort ? 18 : 30) && (isShort || isTaskList || !hasPast(words))
  }

  /// A signature: two or three capitalised words and nothing else.
  private func isName(_ words: Range<Int>) -> Bool {
    words.count <= 3 && words.allSatisfy { text.words[$0].isCapitalised && text.words[$0].exact == 0 }
  }

  /// A verb in the past near the start.
  private func hasPast(_ words: Range<Int>) -> Bool {
    words.prefix(8).contains { index in
      let bytes = text.plain[text.words[index].span.range]
      return bytes.count > 4 && bytes.suffix(2).map { $0 | 0x20 } == Array("ed".utf8)
    }
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

  /// A sentence in the past: "There were no engineers …".
  private func isTale(_ words: Range<Int>) -> Bool {
    words.prefix(4).contains { text.isWord($0, ["was", "were", "had", "did", "is", "are"]) }
  }

  // MARK: Wishes among the lessons

  /// Sentences of a reflection that say what should be done from now on.
  private func wishes(in index: Int) -> [RawItem] {
    let section = outline.sections[index]
    var result: [RawItem] = []
    let sentences = SentenceFinder(text: text)
    for line in section.ownLines where shapes.isReadable(line) && !text.lines[line].context.isHeading {
      for hit in text.cues[text.cueRanges[line]] where hit.cue == .modal && isWish(hit) {
        let sentence = sentences.sentence(around: hit.words.lowerBound, ofLine: line)
        let first = text.line(ofWord: sentence.lowerBound)
        let span = SourceSpan(
          Int(text.words[sentence.lowerBound].start), Int(text.words[sentence.upperBound - 1].end))
        if result.last?.span == span { continue }
        result.append(
          RawItem(
            line: first, lines: first..<max(first + 1, line + 1), span: span, form: .sentence, kinds: [.measures],
            section: index, depth: 0))
      }
    }
    return result
  }

  /// "should" or "need to" before the plain form of a verb; "should have" is hindsight.
  private func isWish(_ hit: CueHit) -> Bool {
    let modal = text.plain[text.words[hit.words.lowerBound].span.range].map { $0 | 0x20 }
    guard modal.elementsEqual(Array("should".utf8)) || (modal.elementsEqual(Array("need".utf8)) && hit.words.count == 2)
    else { return false }
    guard hit.words.upperBound < text.words.count else { return false }
    let next = text.plain[text.words[hit.words.upperBound].span.range].map { $0 | 0x20 }
    if next.elementsEqual(Array("be".utf8)), hit.words.upperBound + 1 < text.words.count {
      let state = text.plain[text.words[hit.words.upperBound + 1].span.range].map { $0 | 0x20 }
      return state.suffix(2).elementsEqual(Array("ed".utf8))
    }
    return !["have", "not", "ve"].contains { next.elementsEqual(Array($0.utf8)) }
  }
}
