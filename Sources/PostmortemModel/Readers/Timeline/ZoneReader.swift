import MarkdownTree

/// Gives the entries their zones, from the nearest statement.
struct ZoneReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  /// The zone of each entry; nil for dates without a time, and where no zone is stated anywhere.
  func zones(of entries: [RawEntry]) -> [ZoneMention?] {
    let stated = statedZone(outside: entries)
    var result: [ZoneMention?] = []
    for (index, entry) in entries.enumerated() {
      guard entry.clock != nil else {
        result.append(nil)
        continue
      }
      let zone = settled(entry.zone, by: entry.scopeZone) ?? entry.scopeZone
      result.append(
        zone ?? neighbour(of: index, entries) ?? stated
          ?? entries.lazy.compactMap { $0.zone ?? $0.scopeZone }.first)
    }
    return result
  }

  /// An entry's own zone with the offset that the heading states for that name: "IST" below "IST (UTC+5:30)".
  private func settled(_ own: ZoneMention?, by scope: ZoneMention?) -> ZoneMention? {
    guard var zone = own, zone.statedOffset == nil, let scope, scope.name == zone.name else { return own }
    zone.statedOffset = scope.statedOffset
    return zone
  }

  /// The zone of the nearest entry of the same timeline that has its own, first looking back.
  private func neighbour(of index: Int, _ entries: [RawEntry]) -> ZoneMention? {
    let timeline = entries[index].timeline
    for other in entries[..<index].reversed() {
      if other.timeline != timeline { break }
      if let zone = other.zone ?? other.scopeZone { return zone }
    }
    for other in entries[(index + 1)...] {
      if other.timeline != timeline { break }
      if let zone = other.zone ?? other.scopeZone { return zone }
    }
    return nil
  }

  /// The zone that the report states outside its timelines: "All times in PDT" first, then with the incident's times in
  /// summary and head, then with any clock time.
  func statedZone(outside entries: [RawEntry]) -> ZoneMention? {
    let entryLines = Set(entries.map(\.line))
    var best: (rank: Int, zone: ZoneMention)?
    for line in text.lines.indices where shapes.isReadable(line) && !entryLines.contains(line) {
      if let found = zone(in: line), best.map({ found.rank < $0.rank }) ?? true { best = found }
      if best?.rank == 0 { break }
    }
    return best?.zone ?? frontMatterZone()
  }

  /// The zone of a time in front matter: `detected_at: 2024-05-13T18:40:00-03:00`.
  private func frontMatterZone() -> ZoneMention? {
    for field in text.document.frontMatter?.fields ?? [] {
      let range = field.valueSpan.range.clamped(to: 0..<text.source.bytes.count)
      for case .clock(let clock) in TimeScanner.mentions(in: text.source.bytes, range: range) {
        if let zone = clock.writtenZone { return zone }
      }
    }
    return nil
  }

  private func zone(in line: Int) -> (rank: Int, zone: ZoneMention)? {
    if speaksOfTimes(line),
      let zone = TimeScanner.zones(in: text.plain, range: text.lines[line].span.range).first
    {
      return (0, zone)
    }
    for mention in text.times[line] {
      let zone: ZoneMention?
      switch mention {
      case .clock(let clock): zone = clock.writtenZone
      case .range(let range): zone = range.start.zone ?? range.end.zone
      default: zone = nil
      }
      guard let zone else { continue }
      let kinds = outline.kinds(ofLine: line)
      return (
        kinds.contains(.summary) || kinds.contains(.metadata) || kinds.contains(.title)
          || kinds.contains(.impact) ? 1 : 2, zone
      )
    }
    return nil
  }

  /// "All times in …", "Times are …", "Timezone: …".
  private func speaksOfTimes(_ line: Int) -> Bool {
    text.wordRanges[line].count <= 16 && text.cues(ofLine: line).contains { $0.cue == .timesWord }
  }

  /// Whether two names may stand for the same zone: UTC and GMT, PT and PST.
  static func agree(_ left: ZoneMention, _ right: ZoneMention) -> Bool {
    if left.name == right.name { return true }
    let offsets = [left, right].map { ZoneReader.offsets($0) }
    return !offsets[0].isDisjoint(with: offsets[1]) || offsets[0].isEmpty || offsets[1].isEmpty
  }

  /// All offsets that a zone has in either season.
  private static func offsets(_ zone: ZoneMention) -> Set<Int> {
    if let stated = zone.statedOffset { return [stated] }
    switch zone.meaning {
    case .fixed(let offset): return [offset]
    case .abbreviation(let candidates): return Set(candidates.map(\.offset))
    case .generic, .identifier:
      let noon = ClockTime(hour: 12, minute: 0)
      let days = [CivilDate(year: 2024, month: 1, day: 15), CivilDate(year: 2024, month: 7, day: 15)]
        .compactMap(\.self)
      guard let noon else { return [] }
      return Set(days.flatMap { zone.offsets(on: $0, at: noon, rules: .system) })
    case .unknown: return []
    }
  }
}
