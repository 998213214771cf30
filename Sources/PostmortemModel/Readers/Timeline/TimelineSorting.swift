import MarkdownTree

extension Postmortem {
  /// What each place of the timelines is to hold so that the entries stand in the order of their times; those of one time
  /// stay in theirs. Empty where an entry cannot be moved without what belongs to it, and where a time may be mistyped.
  public var timelineSorting: [Rewriting] {
    timeline.parts.flatMap { part -> [Rewriting] in
      guard !timeline.mayBeMistyped(in: part), let slots = EntrySlots(of: part, in: self)?.slots else {
        return []
      }
      let order = part.sorted { (offset(of: $0), $0) < (offset(of: $1), $1) }
      return zip(part, order).compactMap { place, entry in
        if place == entry { return nil }
        let text = document.source.bytes[slots[entry - part.lowerBound].range]
        guard let text = String(validating: text, as: UTF8.self) else { return nil }
        return Rewriting(span: slots[place - part.lowerBound], text: Self.withLineFeeds(text))
      }
    }
  }

  private func offset(of entry: Int) -> Int { timeline.entries[entry].offset ?? 0 }

  /// A rewriting's line ends are those of the place where it stands.
  private static func withLineFeeds(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0 != 0x0D }, as: UTF8.self)
  }
}

extension Timeline {
  private static let day = 86_400

  /// Morning for evening, or a day, a month or a year beside the right one.
  private static let slips = [day / 2, day] + [28, 29, 30, 31, 365, 366].map { $0 * day }

  /// Whether an entry that is out of order would stand right with a likely slip of its time mended.
  fileprivate func mayBeMistyped(in part: Range<Int>) -> Bool {
    if isNewestFirst { return false }
    let misplaced = Set(outOfOrder.map(\.entry))
    let offsets = entries[part].map { $0.offset ?? 0 }
    var before = Int.min
    var open: [Int] = []
    for (index, offset) in zip(part, offsets) {
      if misplaced.contains(index) {
        open.append(offset)
      } else {
        if open.contains(where: { Timeline.fits($0, from: before, to: offset) }) { return true }
        (before, open) = (offset, [])
      }
    }
    return open.contains { Timeline.fits($0, from: before, to: Int.max) }
  }

  private static func fits(_ offset: Int, from: Int, to: Int) -> Bool {
    slips.contains { slip in
      [offset - slip, offset + slip].contains { $0 >= from && $0 <= to && (to < Int.max || $0 - from < day) }
    }
  }
}

/// The lines of a timeline's entries, where each entry has lines of its own.
private struct EntrySlots {
  let slots: [SourceSpan]

  /// Nil unless all entries are items of one list, or rows of one table, with nothing else among them, and none takes its
  /// day from the one above.
  init?(of part: Range<Int>, in postmortem: Postmortem) {
    let text = postmortem.reading.text
    let source = text.source
    let entries = postmortem.timeline.entries[part]
    guard let first = entries.first.map({ text.line(at: $0.span.start) }) else { return nil }
    let shape = EntrySlots.shape(ofLine: first, text)
    var slots: [SourceSpan] = []
    for entry in entries {
      let line = text.line(at: entry.span.start)
      guard entry.offset != nil, shape != nil, EntrySlots.shape(ofLine: line, text) == shape,
        entry.dateSource != .previousEntry, entry.dateSource != .rollover,
        entry.lines.allSatisfy({ text.lines[$0].depth > 0 || text.lines[$0].context.isCell })
      else { return nil }
      let start = source.start(ofLine: text.lines[line].number)
      let last = entry.lines.last.map { text.lines[$0].number } ?? text.lines[line].number
      let slot = SourceSpan(start, source.span(ofLine: max(last, text.lines[line].number)).end)
      if let previous = slots.last {
        guard previous.end < slot.start,
          source.bytes[previous.end..<slot.start].allSatisfy({ $0 <= 0x20 })
        else { return nil }
      }
      slots.append(slot)
    }
    guard let end = slots.last?.end, !EntrySlots.hasMore(after: end, source) else { return nil }
    self.slots = slots
  }

  private struct Shape: Hashable {
    let isRow: Bool
    let depth: Int
    let indent: Int
  }

  /// A bullet or a table's row; an ordered list would number its items wrongly.
  private static func shape(ofLine line: Int, _ text: ReportText) -> Shape? {
    let shown = text.lines[line]
    if shown.isQuoted { return nil }
    if shown.context.isCell { return Shape(isRow: true, depth: shown.depth, indent: 0) }
    guard let marker = shown.marker, marker.number == nil, shown.depth == 1 else { return nil }
    return Shape(isRow: false, depth: 1, indent: shown.indent)
  }

  /// Whether an indented line follows: a picture or code of the last entry.
  private static func hasMore(after end: Int, _ source: SourceText) -> Bool {
    var line = source.line(at: end) + 1
    while line < source.lineCount, source.span(ofLine: line).isEmpty { line += 1 }
    let span = source.span(ofLine: line)
    return !span.isEmpty && source.bytes[span.start] <= 0x20
  }
}
