public import MarkdownTree

/// An item of a timeline's list that tells no time of day.
public struct UntimedItem: Sendable {
  public enum Kind: Hashable, Sendable {
    /// No time at all.
    case timeless
    /// Only the time since something else: "10 minutes later".
    case relative
  }

  public let kind: Kind
  /// The words that stand for a time, or the item's text.
  public let span: SourceSpan
}

/// Finds the items without a time in lists most of whose items have one. Nested items belong to their parent.
struct UntimedItems {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let guidance: GuidanceReader
  let entries: [TimelineEntry]
  /// The lines, from 1, on which template text was left in.
  let placeholders: Set<Int>

  func items() -> [UntimedItem] {
    // By the list that they stand in.
    var timed = [Int32](repeating: 0, count: text.document.blocks.count)
    var isEntry = [Bool](repeating: false, count: text.lines.count)
    for entry in entries {
      let line = text.line(at: entry.span.start)
      isEntry[line] = true
      if let list = list(ofLine: line) { timed[list] += 1 }
    }
    var untimed = [Int32](repeating: 0, count: timed.count)
    var candidates: [(line: Int, list: Int)] = []
    for line in text.lines.indices where !isEntry[line] && shapes.isReadable(line) {
      // Some go on with the actions in the list of the timeline.
      guard let list = list(ofLine: line), timed[list] >= 2,
        !outline.isLine(line, inAny: [.measures, .tasks, .lessons])
      else { continue }
      untimed[list] += 1
      candidates.append((line, list))
    }
    return candidates.compactMap { timed[$0.list] * 2 > untimed[$0.list] ? item($0.line) : nil }
  }

  /// The block that holds an item and its siblings.
  private func list(ofLine line: Int) -> Int? {
    guard shapes.isItem(line), !text.lines[line].context.isCell else { return nil }
    let blocks = text.document.blocks
    let leaf = text.lines[line].block
    guard text.lines[line].marker != nil else { return leaf }
    let item = blocks[leaf].kind == .item ? leaf : blocks[leaf].parent
    return blocks[item].kind == .item ? blocks[item].parent : leaf
  }

  private func item(_ line: Int) -> UntimedItem? {
    let words = text.words(ofLine: line, from: shapes.contentStart(line))
    guard let first = words.first, words.count > 1, !text.tells([.clock, .date, .range], line),
      !guidance.isGuidance(line), !placeholders.contains(text.lines[line].number + 1)
    else { return nil }
    if let span = relativeTime(line, words) { return UntimedItem(kind: .relative, span: span) }
    // "10.30 –" may be meant for a time, "OUTAGE BEGINS" marks one, "On the hosts:" leads to the items below.
    if text.words[first].traits.contains(.digits) || shapes.endsWithColon(line) || tellsLength(line)
      || words.allSatisfy({ text.words[$0].isShouted })
    {
      return nil
    }
    return UntimedItem(kind: .timeless, span: shapes.span(line))
  }

  /// "Total downtime: 90 minutes" is a field among the events.
  private func tellsLength(_ line: Int) -> Bool {
    text.tells(.duration, line) && shapes.labelEnd(line, from: shapes.contentStart(line)) != nil
  }

  /// "10 minutes later", "T+5", "shortly after that", where they open the item.
  private func relativeTime(_ line: Int, _ words: Range<Int>) -> SourceSpan? {
    let opening = words.prefix(5)
    guard let last = opening.last else { return nil }
    let first = text.words[words.lowerBound]
    // "T+35" has no unit, so it is no length of time to the scanner.
    if text.isWord(words.lowerBound, "t"), text.isMark(Int(first.end), of: "+-"),
      words.count > 1, text.words[words.lowerBound + 1].isNumber
    {
      return SourceSpan(Int(first.start), Int(text.words[words.lowerBound + 1].end))
    }
    for mention in text.times[line] where mention.span.start <= Int(text.words[last].start) {
      if case .elapsed(let elapsed) = mention, elapsed.span.start <= Int(text.words[words.lowerBound].end) {
        return elapsed.span
      }
    }
    for hit in text.cues(ofLine: line) where hit.cue == .laterWord && opening.contains(hit.words.lowerBound) {
      return SourceSpan(Int(text.words[words.lowerBound].start), text.span(of: hit).end)
    }
    return nil
  }
}
