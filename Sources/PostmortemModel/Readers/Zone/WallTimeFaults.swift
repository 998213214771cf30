import MarkdownTree

/// A wall time that the clocks of its place never showed, or showed twice, for daylight saving.
public struct WallTimeFault: Sendable {
  public let entry: TimelineEntry
  public let zone: ZoneMention
  public let date: CivilDate
  public let time: ClockTime
  public let local: LocalTime
  /// "UTC-7" and "UTC-8", the earlier time first; none of a time that never was.
  public var offsetNames: [String] { local.offsets.map { ZoneCandidate.offsetName($0) } }
}

extension WallTimeFault {
  /// The entries within the hour that is left out when clocks spring forward, or told twice when they fall back.
  static func all(in entries: [TimelineEntry], _ text: ReportText, rules: ZoneRules) -> [WallTimeFault] {
    // Most entries are of the zone and day of the one before, and on most days no clock is changed.
    var steady: (place: String, date: CivilDate)?
    return entries.compactMap { entry in
      guard let date = entry.date, let time = entry.time, let zone = entry.zone, zone.statedOffset == nil,
        let place = zone.meaning.decidingPlace
      else { return nil }
      if let steady, steady.date == date, steady.place == place { return nil }
      if rules.isSteady(place, around: date) {
        steady = (place, date)
        return nil
      }
      guard let local = zone.faultyWallTime(date, time, rules: rules)
      else { return nil }
      if case .repeated = local, tellsOffset(entry, text) { return nil }
      return WallTimeFault(entry: entry, zone: zone, date: date, time: time, local: local)
    }
  }

  /// "01:30 PT (08:30 UTC)": the second time settles the first.
  private static func tellsOffset(_ entry: TimelineEntry, _ text: ReportText) -> Bool {
    let near = entry.span.start..<entry.span.end + 40
    return text.times(ofLine: text.line(at: entry.span.start), in: near).contains {
      if case .clock(let clock) = $0, case .fixed? = clock.writtenZone?.meaning { true } else { false }
    }
  }
}

extension ZoneMeaning {
  /// The place without whose change of clocks no wall time is faulty.
  fileprivate var decidingPlace: String? {
    switch self {
    case .generic(let identifier), .identifier(let identifier): identifier
    case .abbreviation(let candidates):
      candidates.first?.isDaylight == nil ? nil : candidates.first?.identifier
    case .fixed, .unknown: nil
    }
  }
}

extension ZoneMention {
  /// Nil where the wall time is one that clocks showed once, or nothing is known.
  fileprivate func faultyWallTime(_ date: CivilDate, _ time: ClockTime, rules: ZoneRules) -> LocalTime? {
    switch meaning {
    case .generic(let identifier), .identifier(let identifier):
      switch rules.local(identifier, date, time) {
      case .unique, .unknown: return nil
      case .repeated(let first, let second): return .repeated(first: first, second: second)
      case .nonexistent(let before, let after): return .nonexistent(before: before, after: after)
      }
    case .abbreviation(let candidates):
      // "01:30 PST" says which of the two it is; "02:30 PST" is on no clock, unless elsewhere.
      guard let likeliest = candidates.first, !isContested else { return nil }
      let locals = candidates.filter { $0.offset == likeliest.offset }.map { candidate in
        candidate.isDaylight == nil
          ? .unknown : candidate.identifier.map { rules.local($0, date, time) } ?? .unknown
      }
      guard let first = locals.first, locals.allSatisfy({ $0 == first }) else { return nil }
      if case .nonexistent = first { return first }
      return nil
    case .fixed, .unknown: return nil
    }
  }
}
