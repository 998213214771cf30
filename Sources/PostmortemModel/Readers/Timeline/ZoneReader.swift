import MarkdownTree

/// Gives the entries their zones, from the nearest statement.
struct ZoneReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  /// The zone of each entry; nil for dates without a time, and where no zone is stated anywhere.
  func zones(of entries: [RawEntry]) -> [ZoneMention?] {
    var result: [ZoneMention?] = []
    result.reserveCapacity(entries.count)
    var neighbour: ZoneMention?
    var elsewhere: ZoneMention??
    for index in entries.indices {
      if index == 0 || entries[index - 1].timeline != entries[index].timeline {
        neighbour = firstZone(ofTimelineAt: index, entries)
      }
      let scope = entries[index].scopeZone
      let zone = settled(entries[index].zone, by: scope) ?? scope
      if let told = entries[index].zone ?? scope { neighbour = told }
      if entries[index].clock == nil {
        result.append(nil)
      } else if let near = zone ?? neighbour {
        result.append(near)
      } else {
        let stated =
          elsewhere ?? (statedZone(outside: entries) ?? firstZone(of: entries) ?? text.dialect.zone)
        elsewhere = .some(stated)
        result.append(stated)
      }
    }
    return result
  }

  /// The first zone of the timeline that begins with an entry: the nearest for all entries before it.
  private func firstZone(ofTimelineAt start: Int, _ entries: [RawEntry]) -> ZoneMention? {
    for index in start..<entries.count where entries[index].zone != nil || entries[index].scopeZone != nil {
      let isSame = entries[index].timeline == entries[start].timeline
      return isSame ? entries[index].zone ?? entries[index].scopeZone : nil
    }
    return nil
  }

  private func firstZone(of entries: [RawEntry]) -> ZoneMention? {
    entries.lazy.compactMap { $0.zone ?? $0.scopeZone }.first
  }

  /// An entry's own zone with the offset that the heading states for that name: "IST" below "IST (UTC+5:30)".
  private func settled(_ own: ZoneMention?, by scope: ZoneMention?) -> ZoneMention? {
    guard var zone = own, zone.statedOffset == nil, let scope, scope.name == zone.name else { return own }
    zone.statedOffset = scope.statedOffset
    return zone
  }

  /// The zone that the report states outside its timelines: "All times in PDT" first, then with the incident's times in
  /// summary and head, then with any clock time.
  func statedZone(outside entries: [RawEntry]) -> ZoneMention? {
    var isEntry = [Bool](repeating: false, count: text.lines.count)
    for index in entries.indices { isEntry[entries[index].line] = true }
    var best: (rank: Int, zone: ZoneMention)?
    for line in text.lines.indices where shapes.isReadable(line) && !isEntry[line] {
      if let found = zone(in: line), best.map({ found.rank < $0.rank }) ?? true { best = found }
      if best?.rank == 0 { break }
    }
    return best?.zone ?? frontMatterZone()
  }

  /// The zone of a time in front matter: `detected_at: 2024-05-13T18:40:00-03:00`.
  private func frontMatterZone() -> ZoneMention? {
    for field in text.document.frontMatter?.fields ?? [] {
      let range = field.valueSpan.range.clamped(to: 0..<text.source.bytes.count)
      if ["timezone", "time_zone", "time-zone", "tz"].contains(field.key.lowercased()),
        let zone = TimeScanner.zones(in: text.source.bytes, range: range).first
      {
        return zone
      }
      for case .clock(let clock) in TimeScanner.mentions(in: text.source.bytes, range: range) {
        if let zone = clock.writtenZone { return zone }
      }
    }
    return nil
  }

  private func zone(in line: Int) -> (rank: Int, zone: ZoneMention)? {
    if text.speaksOfTimes(line),
      let zone = TimeScanner.zones(in: text.plain, range: text.lines[line].span.range).first
    {
      return (0, zone)
    }
    guard text.tells([.clock, .range], line) else { return nil }
    for mention in text.times[line] {
      let zone: ZoneMention?
      switch mention {
      case .clock(let clock): zone = clock.writtenZone
      case .range(let range): zone = range.start.zone ?? range.end.zone
      default: zone = nil
      }
      guard let zone else { continue }
      let kinds = outline.kindSet(ofLine: line)
      return (kinds.overlaps([.summary, .metadata, .title, .impact]) ? 1 : 2, zone)
    }
    return nil
  }

  /// Whether two names may stand for the same zone: UTC and GMT, PT and PST.
  static func agree(_ left: ZoneMention, _ right: ZoneMention) -> Bool {
    if left.name == right.name { return true }
    let offsets = [left, right].map { ZoneReader.offsets($0) }
    if offsets[0].isEmpty || offsets[1].isEmpty { return true }
    // Two rare meanings do not meet: PST is the Philippines' and MST Malaysia's, but not in one report.
    return !ZoneReader.usualOffsets(left, of: offsets[0]).isDisjoint(with: offsets[1])
      || !ZoneReader.usualOffsets(right, of: offsets[1]).isDisjoint(with: offsets[0])
  }

  /// The offset that nearly all writers of an abbreviation mean; all that readers choose between where they differ.
  private static func usualOffsets(_ zone: ZoneMention, of all: Set<Int>) -> Set<Int> {
    guard zone.statedOffset == nil, !zone.isContested, case .abbreviation(let candidates) = zone.meaning,
      let usual = candidates.first
    else { return all }
    return [usual.offset]
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
