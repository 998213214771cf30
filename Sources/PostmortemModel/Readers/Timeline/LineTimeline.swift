import MarkdownTree

/// Reads the entries of a timeline that is no table, line by line, carrying the day and zone of the last day heading.
struct LineTimeline {
  let text: ReportText
  let shapes: LineShapes
  let timeline: Int
  /// Of the section.
  let zone: ZoneMention?
  var day: DateMention?
  private var dayZone: ZoneMention?
  private(set) var entries: [RawEntry] = []

  init(text: ReportText, shapes: LineShapes, timeline: Int, zone: ZoneMention?) {
    self.text = text
    self.shapes = shapes
    self.timeline = timeline
    self.zone = zone
  }

  /// A date with nothing after it but a zone or a remark in parentheses.
  func isDayHeading(_ line: Int, _ date: DateMention) -> Bool {
    if text.tellsClock(line) { return false }
    let rest = text.words(ofLine: line, from: date.span.end)
    if rest.isEmpty { return true }
    let isHeading = text.lines[line].context.isHeading || shapes.endsWithColon(line)
    return rest.count <= 6 && (isHeading || shapes.hasParenthesis(line) && rest.count <= 5)
  }

  /// A line of a timeline whose entries open with their times.
  mutating func readLeading(_ line: Int) {
    switch shapes.leadingTime(line) {
    case .clock(let clock): add(line, clock, date: dateBeside(clock, line))
    case .date(let date):
      if isDayHeading(line, date) {
        day = date
        dayZone = TimeScanner.zones(in: text.plain, range: text.lines[line].span.range).first ?? dayZone
      } else if let clock = clock(after: date, line) {
        add(line, clock, date: date)
      } else {
        add(line, nil, date: date)
      }
    default:
      if tellsDayAndTime(line) { return readAnywhere(line, start: 0) }
      if let last = entries.indices.last, entries[last].lines.upperBound == line {
        entries[last].lines = entries[last].lines.lowerBound..<line + 1
        // A time as a heading: the text below tells what happened.
        if entries[last].textSpan.isEmpty { entries[last].textSpan = shapes.span(line) }
      }
    }
    addRunOn(line)
  }

  /// A line of a timeline in which no line opens with a time: prose, or items with their times inside.
  mutating func readAnywhere(_ line: Int, start: Int) {
    if let date = EntryFinder.firstDate(text, line, from: start), isDayHeading(line, date),
      shapes.leadingTime(line) != nil
    {
      day = date
      return
    }
    let isItem = shapes.isItem(line)
    var isFirst = true
    var lastEnd = -1
    for case .clock(let clock) in text.times[line]
    where clock.span.start >= start && clock.span.start >= lastEnd {
      if !isFirst, isItem || !beginsSentence(clock, after: lastEnd) { continue }
      let end = rangeEnd(of: clock, line)
      lastEnd = end?.span.end ?? clock.span.end
      let date = isFirst ? EntryFinder.firstDate(text, line, from: start) : dateBeside(clock, line)
      append(
        line, clock, end: end, date: date, text: isItem ? shapes.span(line) : sentence(around: clock, line))
      isFirst = false
    }
    if isFirst, isItem, let date = EntryFinder.firstDate(text, line, from: start) {
      append(line, nil, end: nil, date: date, text: shapes.span(line))
    }
  }

  /// The sentence of a paragraph that tells a time.
  private func sentence(around clock: ClockMention, _ line: Int) -> SourceSpan {
    let span = shapes.span(line)
    func endsSentence(_ offset: Int) -> Bool {
      (text.plain[offset] == UInt8(ascii: ".") || text.plain[offset] == UInt8(ascii: ";"))
        && (offset + 1 >= span.end || text.plain[offset + 1] == 0x20)
    }
    let before = (span.start..<max(span.start, clock.span.start)).last(where: endsSentence)
    let after = (clock.span.end..<max(clock.span.end, span.end)).first(where: endsSentence)
    return SourceSpan(
      before.map { shapes.skipBlanks($0 + 1, span.end) } ?? span.start, after.map { $0 + 1 } ?? span.end)
  }

  /// Whether a sentence ends between two offsets.
  private func beginsSentence(_ clock: ClockMention, after start: Int) -> Bool {
    (max(0, start)..<max(0, start, clock.span.start)).contains {
      text.plain[$0] == UInt8(ascii: ".") || text.plain[$0] == UInt8(ascii: ";")
    }
  }

  /// "The problem was escalated at 10:40 AM on May 15, 2023": a paragraph or item of its own that tells both.
  private func tellsDayAndTime(_ line: Int) -> Bool {
    guard shapes.standsAlone(line), text.lines[line].depth <= 1, text.wordRanges[line].count <= 45 else {
      return false
    }
    return text.tellsClock(line) && text.tellsDate(line)
  }

  // MARK: Parts of an entry

  private func dateBeside(_ clock: ClockMention, _ line: Int) -> DateMention? {
    guard text.tellsDate(line) else { return nil }
    for case .date(let date) in text.times[line] {
      if date.span.end <= clock.span.start, !shapes.hasLetters(shapes.contentStart(line), date.span.start) {
        return date
      }
      let zoneEnd = max(clock.span.end, clock.writtenZone?.span.end ?? 0)
      if date.span.start >= clock.span.end, date.span.start - zoneEnd <= 8,
        !shapes.hasLetters(zoneEnd, date.span.start)
      {
        return date
      }
    }
    return nil
  }

  /// The clock that belongs to the date which opens a line: right behind it, whatever punctuation stands between.
  private func clock(after date: DateMention, _ line: Int) -> ClockMention? {
    for case .clock(let clock) in text.times[line] where clock.span.start >= date.span.end {
      let words = text.words(ofLine: line, from: date.span.end).prefix(2)
      return words.count { Int(text.words[$0].end) <= clock.span.start } <= 1 ? clock : nil
    }
    return nil
  }

  private func rangeEnd(of clock: ClockMention, _ line: Int) -> ClockMention? {
    guard text.tells(.range, line) else { return nil }
    for case .range(let range) in text.times[line] {
      if range.start.clock?.span == clock.span { return range.end.clock }
    }
    return nil
  }

  private mutating func add(_ line: Int, _ clock: ClockMention?, date: DateMention?) {
    let end = clock.flatMap { rangeEnd(of: $0, line) }
    append(line, clock, end: end, date: date, text: nil)
  }

  private mutating func append(
    _ line: Int, _ clock: ClockMention?, end: ClockMention?, date: DateMention?, text span: SourceSpan?
  ) {
    let zone = clock?.writtenZone ?? end?.writtenZone
    entries.append(
      RawEntry(
        line: line, clock: clock, end: end, date: date, dayHeading: day, zone: zone,
        scopeZone: dayZone ?? self.zone,
        textSpan: span ?? self.text(of: line, clock, end, date, zone), lines: line..<line + 1,
        timeline: timeline))
  }

  /// What is told after the time.
  private func text(
    of line: Int, _ clock: ClockMention?, _ end: ClockMention?, _ date: DateMention?, _ zone: ZoneMention?
  ) -> SourceSpan {
    let lineEnd = self.text.lines[line].span.end
    let timeEnd = max(clock?.span.end ?? 0, end?.span.end ?? 0, date?.span.end ?? 0, zone?.span.end ?? 0)
    let offset = skipSeparators(min(timeEnd, lineEnd), lineEnd)
    // "10:15 Uhr: …", "10:15 hrs - …".
    if let word = self.text.words(ofLine: line, from: offset).first,
      Int(self.text.words[word].start) == offset, self.text.isWord(word, ["uhr", "hrs", "hours", "h"])
    {
      return SourceSpan(skipSeparators(Int(self.text.words[word].end), lineEnd), lineEnd)
    }
    return SourceSpan(offset, lineEnd)
  }

  private func skipSeparators(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, text.isMark(offset, of: " \t:-.,;)]*|~>") { offset += 1 }
    return offset
  }

  /// "… was restarted. 12:00pm EAT: traffic was back": entries that run on in one line, or in one below it.
  private mutating func addRunOn(_ line: Int) {
    let last = entries.count - 1
    guard last >= 0, entries[last].lines.contains(line), !text.times[line].isEmpty else { return }
    let isOpening = entries[last].line == line
    let openingEnd = isOpening ? entries[last].span.end + 8 : text.lines[line].span.start
    let rangeEndSpan = entries[last].end?.span
    for case .clock(let clock) in text.times[line] where clock.span.start > openingEnd {
      if rangeEndSpan == clock.span { continue }
      guard shapes.opensEntry(clock, line) else { continue }
      if let last = entries.indices.last, entries[last].line == line {
        entries[last].textSpan = SourceSpan(entries[last].textSpan.start, clock.span.start)
      }
      append(line, clock, end: rangeEnd(of: clock, line), date: dateBeside(clock, line), text: nil)
    }
  }
}
