import MarkdownTree

/// The items of lists, by Markdown's rules or by their looks, with their nesting.
struct ListItems {
  let text: ReportText
  let shapes: LineShapes
  let guidance: GuidanceReader

  /// One item for each list mark, with the lines that run on below it.
  func items(in lines: [Int], _ kinds: [SectionKind], _ section: Int) -> [RawItem] {
    var items: [RawItem] = []
    var open: [Int] = []
    for line in lines {
      let textLine = text.lines[line]
      if shapes.isItem(line) || continuesAsItem(line) {
        let depth =
          textLine.marker != nil ? textLine.depth * 100 : max(0, textLine.depth * 100 + textLine.indent)
        while let last = open.last, items[last].depth >= depth { open.removeLast() }
        items.append(
          RawItem(
            line: line, lines: line..<line + 1, span: shapes.span(line), form: .item, kinds: kinds,
            section: section,
            depth: depth, parent: open.last, box: textLine.marker?.box))
        open.append(items.count - 1)
      } else if let last = items.indices.last, runsOn(line, from: items[last]) {
        items[last].lines = items[last].lines.lowerBound..<line + 1
      }
    }
    markGroups(&items)
    return items
  }

  private func runsOn(_ line: Int, from item: RawItem) -> Bool {
    (text.lines[line].depth > 0 || text.lines[item.line].block == text.lines[line].block)
      && item.lines.upperBound == line && !text.opensOutro(line)
  }

  /// A line that Markdown draws into the item above though it is one of its own: not indented, after a full stop.
  private func continuesAsItem(_ line: Int) -> Bool {
    guard line > 0, text.lines[line].depth > 0, text.lines[line].marker == nil, !text.lines[line].opensBlock,
      text.lines[line].indent == 0, let first = text.wordRanges[line].first, text.words[first].isCapitalised,
      !text.opensOutro(line), let previous = text.wordRanges[line - 1].last
    else { return false }
    let end = Int(text.words[previous].end)
    return end < text.plain.count && text.isMark(end, of: ".!")
      && shapes.labelEnd(line, from: text.lines[line].span.start) != nil
  }

  /// Whether an item opens with a verb: "Improve monitoring" is more than a name.
  private func asksForSomething(_ item: RawItem) -> Bool {
    guard
      let first = text.wordRanges[item.line].first(where: { Int(text.words[$0].start) >= item.span.start })
    else {
      return false
    }
    return text.cues(ofLine: item.line).contains {
      ($0.cue == .taskVerb || $0.cue == .vagueVerb) && $0.words.lowerBound == first
    } && !shapes.endsWithColon(item.line)
  }

  /// "Testing", "Monitoring enhancements": a name above what is nested below it.
  private func opensWithGerund(_ item: RawItem) -> Bool {
    let first = text.firstWord(from: item.span.start, in: text.wordRanges[item.line])
    return text.closes(first, with: "ing")
  }

  /// Items that only name what is nested below them, or belong to the item above ("Owner: storage").
  private func markGroups(_ items: inout [RawItem]) {
    for index in items.indices {
      let hasChildren = index + 1 < items.count && items[index + 1].parent == index
      let words = items[index].lines.reduce(0) { $0 + text.wordRanges[$1].count }
      if guidance.isGuidance(items[index].line) { items[index].isGroup = true }
      if items[index].kinds.contains(.resolution), tellsPast(items[index]) { items[index].isGroup = true }
      let endsWithColon = shapes.endsWithColon(items[index].lines.upperBound - 1)
      let isName = words <= 4 && (!asksForSomething(items[index]) || opensWithGerund(items[index]))
      if hasChildren, endsWithColon && words <= 7 || isName { items[index].isGroup = true }
      if !hasChildren, endsWithColon, words <= 8 { items[index].isGroup = true }
    }
  }

  /// "Patched the server: the team successfully …", in a list of what was and what will be done.
  private func tellsPast(_ item: RawItem) -> Bool {
    text.words(in: item.lines).contains { text.isWord($0, ["was", "were", "successfully"]) }
  }
}

extension ReportText {
  private static let outro = CueSet(.taskOutro)

  /// "By implementing these measures …", "This postmortem …".
  func opensOutro(_ line: Int) -> Bool {
    guard holds(ReportText.outro, inLine: line) else { return false }
    let first = wordRanges[line].lowerBound
    return cues(ofLine: line).contains { $0.cue == .taskOutro && $0.words.lowerBound <= first + 1 }
  }
}
