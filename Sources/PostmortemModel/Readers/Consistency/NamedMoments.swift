import MarkdownTree

/// A moment that an entry names in so few words that nothing else can be meant: "Resolved", "Outage begins".
struct NamedMoment: Hashable {
  let phase: Phase
  /// The word that tells the phase: what is "repaired" need not be "resolved".
  let word: String
}

/// Compares two timelines of one incident, such as a list of key moments and the course in full.
struct NamedMoments {
  let text: ReportText
  let timeline: Timeline
  private static let slack = 5 * 60

  /// The names that an entry is made of, of one phase: "Repaired", "Incident repaired and resolved". None where it tells
  /// more.
  func names(of entry: TimelineEntry) -> [NamedMoment] {
    guard entry.lines.count == 1, entry.phases.count == 1, let phase = entry.phases.first else { return [] }
    let line = entry.lines.lowerBound
    let told = text.words(ofLine: line, from: entry.textSpan.start)
      .filter { !text.words[$0].traits.contains(.digits) }
    let isPair = told.contains { text.isWord($0, "and") }
    guard told.count <= (isPair ? 4 : 3) else { return [] }
    let hits = text.cues(ofLine: line).filter { $0.cue.phase == phase }
    return hits.suffix(isPair ? 2 : 1).map {
      NamedMoment(phase: phase, word: text.folded($0.words.lowerBound))
    }
  }

  /// The moments that two timelines name alike and tell at different times, each in the shorter timeline.
  func conflicts() -> [DurationStatement] {
    if timeline.entries.last?.timeline == 0 { return [] }
    let parts = timeline.parts
    guard let first = parts.first else { return [] }
    return parts.dropFirst().flatMap { other -> [DurationStatement] in
      guard tellTheSame(first, other) else { return [] }
      return first.count <= other.count
        ? conflicts(of: first, with: other) : conflicts(of: other, with: first)
    }
  }

  /// Whether two timelines share a moment, so that they are of one incident.
  private func tellTheSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let moments = Set(one.compactMap { timeline.entries[$0].moment })
    return other.contains { timeline.entries[$0].moment.map(moments.contains) ?? false }
  }

  private func conflicts(of short: Range<Int>, with long: Range<Int>) -> [DurationStatement] {
    let known = lastEntries(of: long)
    return lastEntries(of: short).compactMap { name, index in
      guard let other = known[name], let stated = timeline.entries[index].moment,
        let told = timeline.entries[other].moment,
        abs(stated - told) > NamedMoments.slack
      else { return nil }
      return statement(timeline.entries[index], timeline.entries[other])
    }
    .sorted { $0.line < $1.line }
  }

  private func lastEntries(of part: Range<Int>) -> [NamedMoment: Int] {
    var result: [NamedMoment: Int] = [:]
    for index in part {
      for name in names(of: timeline.entries[index]) { result[name] = index }
    }
    return result
  }

  private func statement(_ entry: TimelineEntry, _ other: TimelineEntry) -> DurationStatement {
    DurationStatement(
      content: .moment, span: entry.span.joined(with: entry.textSpan), line: entry.line,
      conflict: DurationStatement.Conflict(
        stated: entry.time?.description ?? "",
        nearest: "'\(text.text(other.textSpan))' at \(other.time?.description ?? "")",
        nearestSpan: other.span))
  }
}
