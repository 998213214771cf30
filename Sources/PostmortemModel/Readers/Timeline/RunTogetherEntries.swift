import MarkdownTree

/// Entries of a timeline that a reader does not see as a list.
public struct RunTogetherEntries: Sendable {
  public enum Form: Hashable, Sendable {
    /// Several in one paragraph, though each may have a line of its own in the source.
    case paragraph
    /// Times inside sentences.
    case prose
  }

  public let form: Form
  public let count: Int
  /// The first that does not stand for itself, with the entry before it.
  public let entry: TimelineEntry
  public let previous: TimelineEntry
  /// What makes items of them: a marker instead of the blanks before each, on a line of its own. Empty where one cannot
  /// be told from the text before it.
  public let itemising: [Rewriting]
}

extension Postmortem {
  /// One for each timeline whose entries run together or are told in sentences.
  public var runTogetherEntries: [RunTogetherEntries] {
    timeline.parts.compactMap { part in
      let lines = part.map { reading.text.line(at: timeline.entries[$0].span.start) }
      guard let first = lines.first, reading.outline.isLine(first, in: .timeline) else { return nil }
      let finder = RunOnFinder(
        text: reading.text, shapes: reading.shapes, lines: lines,
        starts: part.map { timeline.entries[$0].span.start })
      if let run = finder.firstRun {
        return RunTogetherEntries(
          form: .paragraph, count: finder.runCount,
          entry: timeline.entries[part.lowerBound + run],
          previous: timeline.entries[part.lowerBound + run - 1], itemising: finder.itemising)
      }
      if let prose = singleParagraph(part, lines) { return prose }
      let prose = part.filter { isProse(timeline.entries[$0], lines[$0 - part.lowerBound]) }
      guard prose.count >= 2, prose.count * 2 > part.count else { return nil }
      return RunTogetherEntries(
        form: .prose, count: prose.count, entry: timeline.entries[prose[0]],
        previous: timeline.entries[prose[0]], itemising: [])
    }
  }

  /// A paragraph that opens with a time and tells the others as it goes on.
  private func singleParagraph(_ part: Range<Int>, _ lines: [Int]) -> RunTogetherEntries? {
    guard part.count <= 2,
      lines.allSatisfy({ reading.text.lines[$0].context == .paragraph && !reading.shapes.isItem($0) })
    else { return nil }
    let entry = timeline.entries[part.lowerBound]
    let told = Set(part.flatMap { Array(timeline.entries[$0].lines) }).sorted()
    let clocks = told.reduce(0) { $0 + eventCount(in: $1) }
    guard clocks >= 3 else { return nil }
    return RunTogetherEntries(form: .prose, count: clocks, entry: entry, previous: entry, itemising: [])
  }

  /// The clock times of a line with some words between each two: ranges and conversions tell one event.
  private func eventCount(in line: Int) -> Int {
    let text = reading.text
    var count = 0
    var next = text.wordRanges[line].lowerBound
    for case .clock(let clock) in text.times[line] {
      let first = text.words(ofLine: line, from: clock.span.start).lowerBound
      if count == 0 || first - next >= 3 { count += 1 }
      next = text.words(ofLine: line, from: clock.span.end).lowerBound
    }
    return count
  }

  private func isProse(_ entry: TimelineEntry, _ line: Int) -> Bool {
    reading.text.lines[line].context == .paragraph && !reading.shapes.isItem(line)
      && reading.shapes.leadingTime(line) == nil
  }
}

/// Finds the entries between which Markdown breaks no line.
private struct RunOnFinder {
  let text: ReportText
  let shapes: LineShapes
  /// The text line of each entry.
  let lines: [Int]
  /// Where the time of each entry begins.
  let starts: [Int]

  /// The first entry that stands in the paragraph of the one before.
  var firstRun: Int? { lines.indices.dropFirst().first(where: runsOn) }

  /// All entries that stand in one paragraph with another.
  var runCount: Int {
    lines.indices.count { runsOn($0) || $0 + 1 < lines.count && runsOn($0 + 1) }
  }

  /// A marker before each of these entries; none if a line is marked already or one entry's end cannot be told.
  var itemising: [Rewriting] {
    let members = lines.indices.filter { runsOn($0) || $0 + 1 < lines.count && runsOn($0 + 1) }
    guard
      members.allSatisfy({ text.lines[lines[$0]].depth == 0 && !shapes.isItem(lines[$0]) })
    else { return [] }
    let rewritings = members.compactMap { member in
      member > 0 && lines[member - 1] == lines[member] ? splitting(member) : marking(member)
    }
    return rewritings.count == members.count ? rewritings : []
  }

  /// For an entry that opens its line.
  private func marking(_ member: Int) -> Rewriting? {
    let line = text.lines[lines[member]]
    let blanks = SourceSpan(text.source.start(ofLine: line.number), line.span.start)
    guard shapes.leadingTime(lines[member]) != nil,
      text.source.bytes[blanks.range].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    else { return nil }
    return Rewriting(span: blanks, text: "- ")
  }

  /// For an entry behind the end of another: a sentence's or a clause's.
  private func splitting(_ member: Int) -> Rewriting? {
    let bytes = text.source.bytes
    let lineStart = text.lines[lines[member]].span.start
    var end = starts[member]
    while end > lineStart, "*_[(~".utf8.contains(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > lineStart, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start < end, start > lineStart, ".;!?,)".utf8.contains(bytes[start - 1]) else { return nil }
    return Rewriting(span: SourceSpan(start, end), text: "\n- ")
  }

  private func runsOn(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (before, after) = (lines[index - 1], lines[index])
    guard text.lines[after].context == .paragraph, text.lines[after].block == text.lines[before].block,
      text.lines[after].marker == nil || before == after
    else { return false }
    return before == after || !(before..<after).contains(where: breaksLine)
  }

  /// Whether a text line ends in a break that is seen: two blanks, a backslash or a tag.
  private func breaksLine(_ line: Int) -> Bool {
    let number = text.lines[line].number
    if line + 1 < text.lines.count, text.lines[line + 1].number == number { return true }
    let span = text.source.span(ofLine: number)
    guard span.length >= 2 else { return false }
    let tail = text.source.bytes[(span.end - 2)..<span.end]
    return tail.elementsEqual("  ".utf8) || tail.last == UInt8(ascii: "\\")
      || tail.last == UInt8(ascii: ">")
  }
}
