import MarkdownTree

/// Reads the timeline: entries with day, zone, instant and phases, their order, and the verdict on the zone.
struct TimelineReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let incidentDay: IncidentDay

  func timeline() -> Timeline {
    let (raw, without) = EntryFinder(text: text, shapes: shapes, outline: outline).entries()
    let zoneReader = ZoneReader(text: text, shapes: shapes, outline: outline)
    let zones = zoneReader.zones(of: raw)
    let days = DayResolver(incident: incidentDay.day, reference: incidentDay.reference(with: raw)).days(
      of: raw)
    let afternoons = afternoons(raw)
    let instants = raw.indices.map { index in
      // "1:17" after "11:57" is likely the afternoon, which is too little for an instant.
      afternoons[index] ? nil : instant(days[index].date, raw[index].clock?.time, zones[index])
    }
    let offsets = offsets(raw, days, instants, afternoons)
    let phases = PhaseReader(text: text).phases(of: raw)
    let entries = raw.indices.map { index in
      let entry = raw[index]
      return TimelineEntry(
        span: entry.span, line: text.lines[entry.line].number + 1, time: entry.clock?.time,
        clock: entry.clock,
        endTime: entry.end?.time, endSpan: entry.end?.span, date: days[index].date,
        dateSource: days[index].source,
        writtenDate: entry.date ?? entry.dayHeading, zone: zones[index], zoneIsOwn: entry.zone != nil,
        instant: instants[index], textSpan: entry.textSpan, lines: entry.lines, phases: phases[index],
        timeline: entry.timeline, offset: offsets[index], phaseSet: PhaseSet(phases[index]))
    }
    let (misplaced, isNewestFirst) = ReadingOrder(entries).judge()
    let stray = strayZones(raw, zones, zoneReader)
    return Timeline(
      entries: entries, zone: verdict(raw, zones, stray), strayZones: stray, sectionsWithoutTimes: without,
      outOfOrder: misplaced, isNewestFirst: isNewestFirst)
  }

  // MARK: Time

  private func instant(_ date: CivilDate?, _ time: ClockTime?, _ zone: ZoneMention?) -> Instant? {
    guard let date, let time, let zone else { return nil }
    if let offset = zone.fixedOffset { return Instant(date, time, offset: offset) }
    let offsets = zone.offsets(on: date, at: time, rules: .system)
    // Of an abbreviation the likeliest meaning stands first; a repeated wall time has two equal ones.
    let isSettled: Bool
    if case .abbreviation = zone.meaning {
      isSettled = !zone.isContested
    } else {
      isSettled = Set(offsets).count == 1
    }
    guard isSettled, let offset = offsets.first else { return nil }
    return Instant(date, time, offset: offset)
  }

  /// Seconds since the first entry of each timeline; real time where every instant is known.
  private func offsets(
    _ raw: [RawEntry], _ days: [DayResolver.Day], _ instants: [Instant?], _ afternoons: [Bool]
  ) -> [Int?] {
    let isReal = raw.indices.allSatisfy { instants[$0] != nil || raw[$0].clock?.time == nil }
    var result: [Int?] = []
    result.reserveCapacity(raw.count)
    var first: (timeline: Int, seconds: Int)?
    for index in raw.indices {
      var seconds = days[index].number * 86_400
      if let time = raw[index].clock?.time {
        seconds += time.secondsOfDay
        if afternoons[index] { seconds += 43_200 }
      } else if raw[index].clock != nil {
        result.append(nil)
        continue
      }
      if isReal, let instant = instants[index] { seconds = instant.seconds }
      // The entries of a timeline stand together.
      if first?.timeline != raw[index].timeline { first = (raw[index].timeline, seconds) }
      result.append(seconds - (first?.seconds ?? seconds))
    }
    return result
  }

  /// For each entry whether its bare clock is one of the afternoon: after a step back at noon, and as long as the clock
  /// goes on from there.
  private func afternoons(_ raw: [RawEntry]) -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(raw.count)
    for index in raw.indices {
      guard index > 0, raw[index - 1].timeline == raw[index].timeline else {
        result.append(false)
        continue
      }
      let goesOn = result[index - 1] && DayResolver.goesOn(raw[index], after: raw[index - 1])
      result.append(goesOn || DayResolver.isAfternoon(raw[index], after: raw[index - 1]))
    }
    return result
  }

  // MARK: Zone

  private func verdict(_ raw: [RawEntry], _ zones: [ZoneMention?], _ stray: [ZoneMention]) -> Timeline
    .ZoneVerdict?
  {
    guard raw.indices.contains(where: { raw[$0].clock != nil }) else { return nil }
    if raw.indices.contains(where: { raw[$0].clock != nil && zones[$0] == nil }) { return .missing }
    return stray.isEmpty ? .stated : .mixed
  }

  /// Zones of entries, and of the incident's times in the summary, that differ from the one of most entries.
  private func strayZones(_ raw: [RawEntry], _ zones: [ZoneMention?], _ reader: ZoneReader) -> [ZoneMention] {
    guard let main = mostCommon(zones) else { return [] }
    var stray: [ZoneMention] = []
    var names: Set<String> = []
    func note(_ zone: ZoneMention, _ line: Int) {
      if zone.name == main.name || names.contains(zone.name) || ZoneReader.agree(zone, main)
        || isConverted(line, to: main)
      {
        return
      }
      stray.append(zone)
      names.insert(zone.name)
    }
    for index in raw.indices {
      if let zone = zones[index] { note(zone, raw[index].line) }
      // "Timeline (Pacific time)" above times in UTC.
      if let scope = raw[index].scopeZone, raw[index].zone != nil, scope.name != main.name,
        !isNamed(main, beside: scope)
      {
        note(scope, text.line(at: scope.span.start))
      }
    }
    for line in text.lines.indices where shapes.isReadable(line) {
      guard text.tells(.range, line), outline.kindSet(ofLine: line) == .summary else { continue }
      for case .range(let range) in text.times[line] {
        if let zone = range.end.zone ?? range.start.zone { note(zone, line) }
      }
    }
    return stray
  }

  /// "Timeline (Pacific time, with UTC)".
  private func isNamed(_ main: ZoneMention, beside scope: ZoneMention) -> Bool {
    let line = text.lines[text.line(at: scope.span.start)].span
    return TimeScanner.zones(in: text.plain, range: line.range).contains { ZoneReader.agree($0, main) }
  }

  /// Whether a line tells its time in the timeline's zone as well: "13:30 CEST (11:30 UTC)".
  private func isConverted(_ line: Int, to main: ZoneMention) -> Bool {
    text.times[line].contains { mention in
      if case .clock(let clock) = mention, let zone = clock.writtenZone {
        return ZoneReader.agree(zone, main)
      }
      return false
    }
  }

  /// The zone whose name stands most often.
  private func mostCommon(_ zones: [ZoneMention?]) -> ZoneMention? {
    guard let first = zones.lazy.compactMap(\.self).first else { return nil }
    if zones.allSatisfy({ $0 == nil || $0?.name == first.name }) { return first }
    var counts: [String: Int] = [:]
    for case let zone? in zones { counts[zone.name, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return zones.lazy.compactMap(\.self).first { counts[$0.name] == most }
  }
}
