import MarkdownTree

/// Reads a table as a timeline: a row is an entry, whichever columns hold its day, date and time.
struct TableTimeline {
  let text: ReportText
  let shapes: LineShapes

  func entries(of table: Int, timeline: Int, zone: ZoneMention?) -> [RawEntry] {
    let rows = rows(of: table)
    guard rows.count >= 1 else { return [] }
    let header = rows.first(where: \.isHeader)
    let headerZone = header.flatMap { zoneOfHeader($0) }
    let year = header.flatMap { yearOfHeader($0) }
    var entries: [RawEntry] = []
    var day: DateMention?
    for row in rows where !row.isHeader {
      guard let entry = entry(row, timeline: timeline, zone: headerZone ?? zone, year: year, day: &day) else {
        continue
      }
      entries.append(entry)
    }
    return entries
  }

  private struct Row {
    let isHeader: Bool
    /// The text lines of its cells that hold text.
    let cells: [Int]
  }

  private func rows(of table: Int) -> [Row] {
    let blocks = text.document.blocks
    var rows: [Row] = []
    var index = table + 1
    while index < blocks[table].end {
      if case .row(let isHeader) = blocks[index].kind {
        rows.append(Row(isHeader: isHeader, cells: Array(blocks[index].lines)))
      }
      index = max(blocks[index].end, index + 1)
    }
    return rows
  }

  private func zoneOfHeader(_ row: Row) -> ZoneMention? {
    for cell in row.cells {
      if let zone = TimeScanner.zones(in: text.plain, range: text.lines[cell].span.range).first {
        return zone
      }
    }
    return nil
  }

  /// "Date (2021)": the year of all the rows.
  private func yearOfHeader(_ row: Row) -> Int? {
    for cell in row.cells {
      for word in text.wordRanges[cell] where text.words[word].isNumber && text.words[word].span.length == 4 {
        let year = text.plain[text.words[word].span.range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        if (1900...2099).contains(year) { return year }
      }
    }
    return nil
  }

  private func entry(
    _ row: Row, timeline: Int, zone: ZoneMention?, year: Int?, day: inout DateMention?
  ) -> RawEntry? {
    var clock: ClockMention?
    var end: ClockMention?
    var date: DateMention?
    var clockCell: Int?
    // The first cells tell when; a time inside a sentence is no entry's.
    for cell in row.cells.prefix(4) {
      let words = text.wordRanges[cell].count
      for mention in text.times[cell] {
        switch mention {
        case .clock(let found) where clock == nil && words <= 9 && isOpening(cell, found.span):
          clock = found
          clockCell = cell
        case .date(let found)
        where date == nil && (clock == nil || words <= 9) && isOpening(cell, found.span): date = found
        case .range(let range) where end == nil && range.start.clock?.span == clock?.span:
          end = range.end.clock
        default: break
        }
      }
      if clock != nil { break }
    }
    guard clock != nil || date != nil else { return nil }
    if date?.year == nil, let year { date?.year = year }
    if date != nil { day = date }
    let line = clockCell ?? row.cells.first ?? 0
    let told = row.cells.filter { cell in cell != clockCell && cell > line || cell == row.cells.last }
    let longest = told.max { text.wordRanges[$0].count < text.wordRanges[$1].count } ?? line
    return RawEntry(
      line: line, clock: clock, end: end, date: date, dayHeading: day,
      zone: clock?.writtenZone ?? end?.writtenZone,
      scopeZone: zone, textSpan: text.lines[longest].span,
      lines: told.isEmpty ? line..<line + 1 : line..<(told.last ?? line) + 1,
      timeline: timeline)
  }

  /// Whether no word of another sort stands before a mention in its cell.
  private func isOpening(_ cell: Int, _ span: SourceSpan) -> Bool {
    let before = text.wordRanges[cell].prefix { Int(text.words[$0].end) <= span.start }
    return before.allSatisfy { word in
      text.words[word].end - text.words[word].start <= 4
        || text.times[cell].contains { $0.span.overlaps(text.words[word].span) }
    }
  }
}
