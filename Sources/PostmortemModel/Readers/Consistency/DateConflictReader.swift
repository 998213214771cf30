import MarkdownTree

/// Compares the dates of head, summary and timeline.
struct DateConflictReader {
  let reading: Reading
  let timeline: Timeline
  let head: [HeadDate]
  /// The day on which the incident began, as far as it is known.
  let incidentStart: CivilDate?

  func conflicts() -> [DateConflict] {
    let wrongYears = YearReader(timeline: timeline).conflicts()
    let told = timelineDays(without: wrongYears)
    let summary = summaryDates()
    var result = wrongYears
    if let first = summary.first, let last = told.last, summary.allSatisfy({ !isNear($0.date, told) }),
      // One of several dates before the timeline may be the silent beginning.
      first.date > last || summaryDateCount() == 1
    {
      result += [conflict(.summary, first.date, first.span, told)].compactMap(\.self)
    }
    let days = (told + summary.map(\.date)).sorted()
    let withLabelled = (days + head.filter { $0.role == .incident || $0.role == .start }.map(\.date)).sorted()
    for date in head {
      let others = date.role == .incident || date.role == .start ? days : withLabelled
      if let conflict = conflict(date, others) { result.append(conflict) }
    }
    return result
  }

  private func conflict(_ head: HeadDate, _ days: [CivilDate]) -> DateConflict? {
    if isNear(head.date, days) { return nil }
    switch head.role {
    case .incident: return conflict(.field, head.date, head.span, days)
    case .start:
      return days.last.map { $0 < head.date } == true ? conflict(.field, head.date, head.span, days) : nil
    case .title where namesIncident(head.span): return conflict(.title, head.date, head.span, days)
    case .title, .fileName, .document, .unnamed:
      guard let start = incidentStart, isNear(start, days), head.date.dayNumber < start.dayNumber - 1 else {
        return nil
      }
      let kind: DateConflict.Kind =
        head.role == .title ? .title : head.role == .fileName ? .fileName : .documentBefore
      return DateConflict(kind: kind, date: head.date, span: head.span, nearest: start)
    }
  }

  private func conflict(
    _ kind: DateConflict.Kind, _ date: CivilDate, _ span: SourceSpan, _ days: [CivilDate]
  ) -> DateConflict? {
    nearest(to: date, days).map { DateConflict(kind: kind, date: date, span: span, nearest: $0) }
  }

  /// - Parameter days: in order.
  private func isNear(_ date: CivilDate, _ days: [CivilDate]) -> Bool {
    nearest(to: date, days).map { abs($0.dayNumber - date.dayNumber) <= 1 } ?? false
  }

  private func nearest(to date: CivilDate, _ days: [CivilDate]) -> CivilDate? {
    let next = days.partitioningIndex { $0 >= date }
    return days[max(0, next - 1)..<min(days.count, next + 1)]
      .min { abs($0.dayNumber - date.dayNumber) < abs($1.dayNumber - date.dayNumber) }
  }

  /// "… on 2024-05-13", "outage of 13 May": what happened on that day, not when it was written.
  private func namesIncident(_ date: SourceSpan) -> Bool {
    let line = reading.text.line(at: date.start)
    let before = reading.text.wordRanges[line].last { Int(reading.text.words[$0].end) <= date.start }
    return before.map {
      reading.text.isWord($0, ["on", "of", "am", "vom", "le", "du", "del", "el", "em", "de"])
    } ?? false
  }

  /// The days that the timeline itself writes.
  private func timelineDays(without wrong: [DateConflict]) -> [CivilDate] {
    let wrong = Set(wrong.map(\.span))
    var days: [CivilDate] = []
    for entry in timeline.entries {
      guard let date = entry.date,
        entry.writtenDate != nil || entry.dateSource == .rollover || entry.dateSource == .previousEntry,
        entry.writtenDate.map({ !wrong.contains($0.span) && !$0.isAmbiguousOrder }) ?? true
      else { continue }
      days.append(date)
    }
    // "04/05/24" may be either day.
    if timeline.entries.contains(where: { $0.writtenDate?.isAmbiguousOrder == true }) { return [] }
    return days.sorted()
  }

  private func summaryDateCount() -> Int {
    let text = reading.text
    return text.lines.indices.filter {
      reading.outline.kindSet(ofLine: $0).contains(.summary) && text.tellsDate($0)
    }
    .reduce(0) { count, line in
      count + text.times[line].count { if case .date = $0 { true } else { false } }
    }
  }

  /// The dates with which the summary tells when it happened.
  private func summaryDates() -> [(date: CivilDate, span: SourceSpan)] {
    let text = reading.text
    var result: [(date: CivilDate, span: SourceSpan)] = []
    for line in text.lines.indices
    where text.tellsDate(line) && reading.shapes.isReadable(line) && !text.lines[line].context.isHeading
      && reading.outline.kindSet(ofLine: line).contains(.summary)
    {
      for case .date(let mention) in text.times[line] {
        guard let date = mention.date, !mention.isAmbiguousOrder, tellsIncident(mention.span, line) else {
          continue
        }
        result.append((date, mention.span))
      }
    }
    return result
  }

  /// Whether the sentence around a date tells the incident and not a change before it.
  private func tellsIncident(_ span: SourceSpan, _ line: Int) -> Bool {
    let text = reading.text
    let words = text.wordRanges[line]
    let word = words.partitioningIndex { Int(text.words[$0].end) > span.start }
    let sentence = SentenceFinder(text: text).sentence(around: min(word, words.upperBound - 1), ofLine: line)
    let hits = text.cues(openingIn: sentence)
    return hits.contains {
      $0.cue == .durationOfIncident || $0.cue == .impactVerb || $0.cue == .postmortemWord
    }
      && !hits.contains { $0.cue == .otherDate || $0.cue == .documentDate }
  }
}
