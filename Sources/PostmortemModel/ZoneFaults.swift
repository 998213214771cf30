public import MarkdownTree

/// A zone's name that the season of a date contradicts: "PST" in May.
public struct WrongSeasonZone: Sendable {
  public let zone: ZoneMention
  /// The first date on which it is wrong.
  public let date: CivilDate
  /// The name in use there on that date: "PDT".
  public let fitting: String
  /// The offset in use there on that date: "UTC-7".
  public let fittingOffset: String

  /// One for each name, at the first entry where it is wrong.
  static func all(in entries: [TimelineEntry], rules: ZoneRules) -> [WrongSeasonZone] {
    var faults: [WrongSeasonZone] = []
    var judged: Set<NameOnDate> = []
    var last: NameOnDate?
    for index in entries.indices {
      guard let zone = entries[index].zone, !zone.isAssumed, let date = entries[index].date,
        case .abbreviation = zone.meaning
      else { continue }
      let name = NameOnDate(name: zone.name, date: date)
      // Most entries are of the zone and day of the one before.
      if name == last { continue }
      if let last { judged.insert(last) }
      last = name
      guard !judged.contains(name), !faults.contains(where: { $0.zone.name == zone.name }),
        let conflict = zone.seasonConflict(on: date, rules: rules)
      else { continue }
      faults.append(
        WrongSeasonZone(
          zone: zone, date: date, fitting: conflict.fitting,
          fittingOffset: ZoneCandidate.offsetName(conflict.offset)))
    }
    return faults
  }

  private struct NameOnDate: Hashable {
    let name: String
    let date: CivilDate
  }
}

extension Postmortem {
  /// Where the timeline's entries have the name of the other season; none where it stands for entries of both seasons
  /// or with a number beside it, so that another name would only move the fault.
  public func places(of fault: WrongSeasonZone) -> [SourceSpan] {
    let bytes = document.source.bytes
    var places: Set<SourceSpan> = []
    for entry in timeline.entries {
      guard let zone = entry.zone, zone.name == fault.zone.name else { continue }
      let conflict = entry.date.flatMap { zone.seasonConflict(on: $0, rules: .system) }
      let isWrong = conflict?.fitting == fault.fitting && zone.statedOffset == nil
      guard isWrong, bytes[zone.span.range].elementsEqual(zone.name.utf8) else {
        if zone.span == fault.zone.span { return [] }
        continue
      }
      places.insert(zone.span)
    }
    return places.sorted()
  }
}

/// A name and a number, or two times side by side, that disagree: "PST (UTC-7)", "12:48 UTC (6:48 PDT)".
public struct ContradictoryOffset: Sendable {
  public let span: SourceSpan
  /// What the writer says beside the name: "UTC-7", "06:48 PDT".
  public let stated: String
  /// What the name gives: "UTC-8", "05:48 PDT".
  public let meant: String

  /// The names with a number beside them that they never have; where a date is known, not on that date.
  static func all(in zones: [ZoneMention], on date: CivilDate?, rules: ZoneRules) -> [ContradictoryOffset] {
    zones.compactMap { zone in
      guard let stated = zone.statedOffset else { return nil }
      let possible = zone.meaning.offsets(on: date, rules: rules)
      guard let likeliest = possible.first, !possible.contains(stated) else { return nil }
      return ContradictoryOffset(
        span: zone.span, stated: ZoneCandidate.offsetName(stated), meant: ZoneCandidate.offsetName(likeliest))
    }
  }

  /// The pairs of times with nothing but brackets or a stroke between them that are not the same moment. `clocks`
  /// are in source order, `plain` is the document's plain text.
  static func pairs(
    in clocks: [ClockMention], plain: [UInt8], on date: CivilDate?, rules: ZoneRules
  ) -> [ContradictoryOffset] {
    zip(clocks, clocks.dropFirst()).compactMap { first, second in
      guard let here = first.writtenZone, let there = second.writtenZone, here.name != there.name,
        let time = first.time, let other = second.time,
        isJoint(plain, first.span.end, second.span.start)
      else { return nil }
      let from = here.settled(on: date, rules: rules)
      let to = there.settled(on: date, rules: rules)
      // "6:48" beside "12:48" may be in the evening.
      let cycle = first.isBare12h || second.isBare12h ? 43_200 : 86_400
      let distance = (time.minutesOfDay - other.minutesOfDay) * 60
      guard let offset = from.first, let target = to.first,
        !from.contains(where: { here in to.contains { (distance - here + $0) % cycle == 0 } })
      else { return nil }
      let minutes = time.minutesOfDay + (target - offset) / 60
      guard let meant = ClockTime(minutesOfDay: minutes) else { return nil }
      return ContradictoryOffset(
        span: pairSpan(first, second, plain), stated: "\(other) \(there.name)",
        meant: "\(meant) \(there.name)")
    }
  }

  private static func pairSpan(_ first: ClockMention, _ second: ClockMention, _ plain: [UInt8]) -> SourceSpan
  {
    let end = second.span.end
    let isClosed = end < plain.count && plain[end] == UInt8(ascii: ")")
    return SourceSpan(first.span.start, isClosed ? end + 1 : end)
  }

  private static func isJoint(_ plain: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start <= end, end - start <= 6, end <= plain.count else { return false }
    return plain[start..<end].allSatisfy { " ()[]/=".utf8.contains($0) }
  }
}

extension ClockTime {
  /// The time that many minutes after a midnight, whichever day that is.
  fileprivate init?(minutesOfDay minutes: Int) {
    let inDay = (minutes % 1440 + 1440) % 1440
    self.init(hour: inDay / 60, minute: inDay % 60)
  }
}

extension ZoneMention {
  /// Its offsets, the stated one first of all.
  fileprivate func settled(on date: CivilDate?, rules: ZoneRules) -> [Int] {
    statedOffset.map { [$0] } ?? meaning.offsets(on: date, rules: rules)
  }
}

extension ZoneMeaning {
  /// All offsets that a name may stand for, the likeliest first; without a date those of both seasons.
  fileprivate func offsets(on date: CivilDate?, rules: ZoneRules) -> [Int] {
    switch self {
    case .fixed(let offset): return [offset]
    case .abbreviation(let candidates): return candidates.map(\.offset)
    case .generic(let identifier), .identifier(let identifier):
      guard let noon = ClockTime(hour: 12, minute: 0) else { return [] }
      let dates = date.map { [$0] } ?? ZoneMeaning.bothSeasons
      return dates.flatMap { rules.local(identifier, $0, noon).offsets }
    case .unknown: return []
    }
  }

  private static let bothSeasons = [
    CivilDate(year: 2024, month: 1, day: 15), CivilDate(year: 2024, month: 7, day: 15),
  ].compactMap(\.self)
}

extension ZoneCandidate {
  /// "UTC+5:30".
  public var offsetName: String { ZoneCandidate.offsetName(offset) }

  static func offsetName(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60 % 60
    let tail = minutes == 0 ? "" : ":\(minutes < 10 ? "0" : "")\(minutes)"
    return "UTC\(seconds < 0 ? "-" : "+")\(abs(seconds) / 3600)\(tail)"
  }
}
