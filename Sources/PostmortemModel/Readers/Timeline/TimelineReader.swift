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
    let phaseReader = PhaseReader(text: text)
    let entries = raw.indices.map { index in
      let entry = raw[index]
      return TimelineEntry(
        span: entry.span, line: text.lines[entry.line].number + 1, time: entry.clock?.time,
        clock: entry.clock,
        endTime: entry.end?.time, endSpan: entry.end?.span, date: days[index].date,
        dateSource: days[index].source,
        writtenDate: entry.date ?? entry.dayHeading, zone: zones[index], zoneIsOwn: entry.zone != nil,
        instant: instants[index], textSpan: entry.textSpan, phases: phaseReader.phases(of: entry),
        timeline: entry.timeline, offset: offsets[index])
    }
    let (misplaced, isNewestFirst) = order(entries)
    let stray = strayZones(raw, zones, zoneReader)
    return Timeline(
      entries: entries, zone: verdict(raw, zones, stray), strayZones: stray, sectionsWithoutTimes: without,
      outOfOrder: misplaced, isNewestFirst: isNewestFirst)
  }

  // MARK: Time

  private func instant(_ date: CivilDate?, _ time: ClockTime?, _ zone: ZoneMention?) -> Instant? {
    guard let date, let time, let zone else { return nil }
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
    var first: [Int: Int] = [:]
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
      let start = first[raw[index].timeline] ?? seconds
      first[raw[index].timeline] = start
      result.append(seconds - start)
    }
    return result
  }

  /// For each entry whether its bare clock is one of the afternoon: after a step back at noon, and as long as the clock
  /// goes on from there.
  private func afternoons(_ raw: [RawEntry]) -> [Bool] {
    var result: [Bool] = []
    for (index, entry) in raw.enumerated() {
      guard index > 0, raw[index - 1].timeline == entry.timeline else {
        result.append(false)
        continue
      }
      let goesOn = result[index - 1] && DayResolver.goesOn(entry, after: raw[index - 1])
      result.append(goesOn || DayResolver.isAfternoon(entry, after: raw[index - 1]))
    }
    return result
  }

  // MARK: Order

  private func order(_ entries: [TimelineEntry]) -> ([Timeline.Misplacement], isNewestFirst: Bool) {
    var result: [Timeline.Misplacement] = []
    var isNewestFirst = false
    for timeline in Set(entries.map(\.timeline)).sorted() {
      let members = entries.indices.filter {
        entries[$0].timeline == timeline && entries[$0].offset != nil && entries[$0].time != nil
      }
      if falls(members, entries) {
        isNewestFirst = true
        continue
      }
      let removed = EntryOrder.misplaced(members.map { entries[$0].offset ?? 0 })
      for position in removed {
        let entry = members[position]
        let later = members[..<position].last { (entries[$0].offset ?? 0) > (entries[entry].offset ?? 0) }
        let next = members[(position + 1)...].first {
          (entries[$0].offset ?? 0) < (entries[entry].offset ?? 0)
        }
        result.append(Timeline.Misplacement(entry: entry, after: later ?? next ?? entry))
      }
    }
    return (result, isNewestFirst)
  }

  /// Whether a timeline runs from the newest entry to the oldest.
  private func falls(_ members: [Int], _ entries: [TimelineEntry]) -> Bool {
    guard members.count >= 4 else { return false }
    let hasDates = members.contains { entries[$0].dateSource == .entry }
    let steps = zip(members, members.dropFirst()).map { first, second in
      let (a, b) = (entries[first], entries[second])
      return hasDates
        ? (b.offset ?? 0) - (a.offset ?? 0) : (b.time?.secondsOfDay ?? 0) - (a.time?.secondsOfDay ?? 0)
    }
    return steps.allSatisfy { $0 <= 0 } && steps.contains { $0 < 0 }
  }

  // MARK: Zone

  private func verdict(_ raw: [RawEntry], _ zones: [ZoneMention?], _ stray: [ZoneMention]) -> Timeline
    .ZoneVerdict?
  {
    let timed = raw.indices.filter { raw[$0].clock != nil }
    if timed.isEmpty { return nil }
    if timed.contains(where: { zones[$0] == nil }) { return .missing }
    return stray.isEmpty ? .stated : .mixed
  }

  /// Zones of entries, and of the incident's times in the summary, that differ from the one of most entries.
  private func strayZones(_ raw: [RawEntry], _ zones: [ZoneMention?], _ reader: ZoneReader) -> [ZoneMention] {
    let used = zones.compactMap(\.self)
    guard let main = mostCommon(used) else { return [] }
    var stray: [ZoneMention] = []
    for zone in used where !ZoneReader.agree(zone, main) && !stray.contains(where: { $0.name == zone.name }) {
      stray.append(zone)
    }
    return stray
  }

  private func mostCommon(_ zones: [ZoneMention]) -> ZoneMention? {
    var counts: [String: Int] = [:]
    for zone in zones { counts[zone.name, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return zones.first { counts[$0.name] == most }
  }
}
