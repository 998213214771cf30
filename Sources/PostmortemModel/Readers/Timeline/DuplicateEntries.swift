public import MarkdownTree

/// An entry that says what another of its timeline says, at the same time.
public struct DuplicateEntry: Sendable {
  public let entry: TimelineEntry
  /// The one that stays.
  public let original: TimelineEntry
  /// The lines of the file to delete; nil where more than the entry stands in them.
  public let removal: SourceSpan?
}

extension Postmortem {
  /// All entries but the first of those with the same time and the same words.
  public var duplicateEntries: [DuplicateEntry] {
    timeline.parts.flatMap { part -> [DuplicateEntry] in
      var known: [Wording: Int] = [:]
      let shared = sharedTimes(in: part)
      if shared.isEmpty { return [] }
      return part.compactMap { index in
        let entry = timeline.entries[index]
        guard let time = entry.time, shared.holds(time.secondsOfDay), let wording = wording(of: entry) else {
          return nil
        }
        guard let original = known[wording] else {
          known[wording] = index
          return nil
        }
        return DuplicateEntry(
          entry: entry, original: timeline.entries[original], removal: removal(of: index, in: part))
      }
    }
  }

  /// The times of day of more than one entry, each once and in order: only of these are the words compared.
  private func sharedTimes(in part: Range<Int>) -> [Int] {
    var times = part.compactMap { timeline.entries[$0].time?.secondsOfDay }
    times.sort()
    var shared: [Int] = []
    for (one, next) in zip(times, times.dropFirst()) where one == next && one != shared.last {
      shared.append(one)
    }
    return shared
  }

  private struct Wording: Hashable {
    let time: ClockTime?
    let date: CivilDate?
    let offset: Int?
    let words: [UInt32]
  }

  /// Nil for an entry of fewer than two words: "failed" may well be told twice.
  private func wording(of entry: TimelineEntry) -> Wording? {
    let text = reading.text
    let range = reading.sharesLine(entry) ? reading.ownWords(of: entry) : text.words(in: entry.lines)
    let words = range.map { text.words[$0].hash }
    guard reading.ownWords(of: entry).count >= 2 else { return nil }
    return Wording(time: entry.time, date: entry.date, offset: entry.offset, words: words)
  }

  /// The one line of a list item or table row.
  private func removal(of index: Int, in part: Range<Int>) -> SourceSpan? {
    let entry = timeline.entries[index]
    let lines = entry.lines.map { reading.text.lines[$0].number }
    let line = entry.line - 1
    let neighbours = [index - 1, index + 1].filter(part.contains)
    let isAlone = neighbours.allSatisfy { timeline.entries[$0].line != entry.line }
    guard isAlone, lines.allSatisfy({ $0 == line }), isWholeLine(entry) else { return nil }
    let source = document.source
    if line + 1 < source.lineCount {
      return SourceSpan(source.start(ofLine: line), source.start(ofLine: line + 1))
    }
    // The last line has no line end of its own: the one before it goes, so that the text ends as it did.
    return SourceSpan(source.span(ofLine: line - 1).end, source.bytes.count)
  }

  private func isWholeLine(_ entry: TimelineEntry) -> Bool {
    guard let first = entry.lines.first else { return false }
    let line = reading.text.lines[first]
    return line.context.isCell || line.marker != nil && !reading.shapes.hasNestedText(first)
  }
}

extension [Int] {
  /// Whether one of some numbers in order is another.
  fileprivate func holds(_ number: Int) -> Bool {
    let place = partitioningIndex { $0 >= number }
    return place < count && self[place] == number
  }
}
