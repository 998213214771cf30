import MarkdownTree

/// Finds rows of a timeline that stand in another year than their neighbours, on a day that would fit in theirs.
struct YearReader {
  let timeline: Timeline

  private struct Row {
    let entry: Int
    let mention: DateMention
    let date: CivilDate
  }

  /// More days between two rows part them.
  private static let gap = 180

  func conflicts() -> [DateConflict] {
    if !spansGap { return [] }
    var rows: [Int: [Row]] = [:]
    var seen: Set<SourceSpan> = []
    for (index, entry) in timeline.entries.enumerated() {
      guard let mention = entry.writtenDate, let date = mention.date, seen.insert(mention.span).inserted
      else {
        continue
      }
      rows[entry.timeline, default: []].append(Row(entry: index, mention: mention, date: date))
    }
    return rows.keys.sorted().flatMap { conflicts(in: rows[$0] ?? []) }
  }

  /// Whether the written dates lie so far apart at all, as they hardly ever do.
  private var spansGap: Bool {
    var span: (first: CivilDate, last: CivilDate)?
    for entry in timeline.entries {
      guard let date = entry.writtenDate?.date else { continue }
      span = span.map { (min($0.first, date), max($0.last, date)) } ?? (date, date)
    }
    return span.map { $0.last.dayNumber - $0.first.dayNumber > YearReader.gap } ?? false
  }

  /// The rows are grouped by gaps of more than half a year; the largest group tells the year.
  private func conflicts(in rows: [Row]) -> [DateConflict] {
    let sorted = rows.sorted { ($0.date, $0.entry) < ($1.date, $1.entry) }
    var groups: [[Row]] = []
    for row in sorted {
      if let last = groups.last?.last, row.date.dayNumber - last.date.dayNumber <= YearReader.gap {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    guard groups.count > 1, let main = groups.max(by: { $0.count < $1.count }), main.count > 1,
      let first = main.first, let last = main.last
    else { return [] }
    let order = main.map(\.entry)
    guard let opening = order.min(), let end = order.max() else { return [] }
    return groups.filter { $0.count * 2 <= main.count }.flatMap { $0 }.compactMap { row in
      guard let meant = shifted(row.date, between: first.date, last.date),
        isSlip(row, meant, first: first, opening: opening, end: end)
      else { return nil }
      return DateConflict(kind: .year, date: row.date, span: row.mention.span, nearest: meant)
    }
  }

  /// The same day of another year, if it lies among the others.
  private func shifted(_ date: CivilDate, between first: CivilDate, _ last: CivilDate) -> CivilDate? {
    Set([first.year, last.year]).sorted().lazy.compactMap {
      CivilDate(year: $0, month: date.month, day: date.day)
    }.first { $0.dayNumber >= first.dayNumber - 1 && $0.dayNumber <= last.dayNumber + 1 }
  }

  /// A row before all others may tell what was a year ago, one after them what came a year later: unless it tells the
  /// incident itself.
  private func isSlip(_ row: Row, _ meant: CivilDate, first: Row, opening: Int, end: Int) -> Bool {
    if row.entry > opening, row.entry < end { return true }
    let entry = timeline.entries[row.entry]
    guard entry.time != nil else { return false }
    if row.entry > end { return row.date > first.date }
    return meant == first.date && entry.phases.contains { $0 == .impactStart || $0 == .detected }
  }
}
