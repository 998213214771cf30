import MarkdownTree

/// The day of the incident as the report tells it outside the timeline.
struct IncidentDay {
  /// Best first.
  private let candidates: [(mention: DateMention, source: TimelineEntry.DateSource)]
  let day: (date: CivilDate, source: TimelineEntry.DateSource)?
  private let yearSource: CivilDate?

  init(_ text: ReportText, _ shapes: LineShapes, _ outline: Outline) {
    var ranked: [(rank: Int, mention: DateMention, source: TimelineEntry.DateSource)] = []
    for line in text.lines.indices where text.tells([.date, .range], line) && shapes.isReadable(line) {
      guard let place = IncidentDay.place(line, text, outline) else { continue }
      var windowDates: [Int] = []
      for case .range(let range) in text.times[line] {
        guard let date = range.start.date ?? range.end.date else { continue }
        ranked.append((place.rank, date, place.source))
        windowDates.append(date.span.start)
      }
      let hasClock = text.tellsClock(line)
      let windows = SortedNumbers(windowDates)
      for case .date(let date) in text.times[line] where !windows.contains(near: date.span.start, within: 0) {
        ranked.append((place.rank + (hasClock ? 1 : 2), date, place.source))
      }
    }
    for field in text.document.frontMatter?.fields ?? [] {
      guard IncidentDay.isDateKey(field.key) || field.key.lowercased() == "title" else { continue }
      let bytes = Array(field.value.utf8)
      for case .date(let date) in TimeScanner.mentions(in: bytes, range: bytes.indices) {
        ranked.append((IncidentDay.isDateKey(field.key) ? 30 : 5, date, .frontMatter))
      }
    }
    let order = ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    candidates = order.map { ($0.element.mention, $0.element.source) }
    let year = candidates.compactMap { $0.mention.date }.first
    yearSource = year
    day =
      candidates.lazy.compactMap { mention, source in
        if let date = mention.date { return (date, source) }
        guard mention.year == nil, let year, let date = DayResolver.nearest(mention, to: year) else {
          return nil
        }
        return (date, source)
      }.first
  }

  /// The day by which to read a month and day without a year: the incident's, else the first full date of an entry.
  func reference(with entries: [RawEntry]) -> CivilDate? {
    day?.date ?? yearSource ?? entries.lazy.compactMap { $0.date?.date ?? $0.dayHeading?.date }.first
  }

  private static func isDateKey(_ key: String) -> Bool {
    let key = key.lowercased()
    return key.hasSuffix("date") || key.hasSuffix("_at") || key.hasPrefix("start") || key == "when"
      || key == "incident_start"
  }

  /// Whether a title begins with small letters, in whatever case.
  private static func opens(_ title: String, with letters: StaticString) -> Bool {
    letters.withUTF8Buffer { letters in
      title.utf8.prefix(letters.count).elementsEqual(letters) { $0 | 0x20 == $1 }
    }
  }

  /// How far a place is to be trusted for the incident's day: summary and head, then title, then the rest.
  private static func place(
    _ line: Int, _ text: ReportText, _ outline: Outline
  ) -> (rank: Int, source: TimelineEntry.DateSource)? {
    if outline.isLine(line, in: .timeline) { return nil }
    let kinds = outline.kindSet(ofLine: line)
    let section = outline.section(ofLine: line).map { outline.sections[$0] }
    if let title = section?.title, opens(title, with: "post") || opens(title, with: "report") {
      return section?.kinds == [.metadata] ? (40, .statement) : nil
    }
    if let section, section.kinds == [.other], !text.lines[line].context.isHeading { return (26, .statement) }
    if section == nil || kinds == .title || text.lines[line].context.isHeading {
      let isTitle = text.lines[line].context.isHeading || line <= 1
      return isTitle ? (8, .title) : (12, .statement)
    }
    if kinds.contains(.summary) { return (0, .summary) }
    if kinds.contains(.metadata) {
      // "Date" of the head may be the report's own.
      let isDuration =
        outline.isLine(line, in: .summary) || section?.title.lowercased().contains("dur") == true
        || section?.title.lowercased().contains("start") == true
      return isDuration ? (0, .summary) : (20, .statement)
    }
    if kinds.overlaps([.impact, .detection]) { return (14, .statement) }
    if kinds.overlaps([.rootCause, .background, .resolution]) { return (26, .statement) }
    return nil
  }
}
