public import MarkdownTree

/// A time zone that a text names.
public struct ZoneMention: Hashable, Sendable {
  /// The name and, where one stands beside it, the offset: all of "PST (UTC-7)".
  public internal(set) var span: SourceSpan
  private let zone: NamedZone
  /// Seconds ahead of UTC, where a number stands beside a name.
  public internal(set) var statedOffset: Int?

  init(span: SourceSpan, name: String, meaning: ZoneMeaning, statedOffset: Int? = nil) {
    self.span = span
    zone = NamedZone(name: name, meaning: meaning)
    self.statedOffset = statedOffset
  }

  /// As written, without the stated offset: "WAT", "UTC-5", "+02:00", "Pacific Time", "Africa/Lagos".
  public var name: String { zone.name }
  public var meaning: ZoneMeaning { zone.meaning }
}

/// An object, since a mention is handed on with every clock, entry and range that it governs.
private final class NamedZone: Hashable, Sendable {
  let name: String
  let meaning: ZoneMeaning

  init(name: String, meaning: ZoneMeaning) {
    self.name = name
    self.meaning = meaning
  }

  static func == (left: NamedZone, right: NamedZone) -> Bool {
    left === right || left.name == right.name && left.meaning == right.meaning
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(meaning)
  }
}

/// What the name of a zone stands for.
public enum ZoneMeaning: Hashable, Sendable {
  /// A number of seconds ahead of UTC: "UTC", "Z", "GMT", "UTC-5", "+02:00".
  case fixed(Int)
  /// An abbreviation with all that it may stand for, the likeliest first.
  case abbreviation([ZoneCandidate])
  /// A name for both seasons, resolved by the date: "PT", "Pacific Time". The value is an IANA identifier.
  case generic(String)
  /// An IANA identifier.
  case identifier(String)
  /// "server time", "UC/Pacific".
  case unknown
}

/// One of the things that an abbreviation stands for.
public struct ZoneCandidate: Hashable, Sendable {
  /// Seconds ahead of UTC.
  public let offset: Int
  /// "India", for messages.
  public let region: String
  /// An IANA zone where the abbreviation is used.
  public let identifier: String?
  /// Whether it names the daylight-saving half of the year; nil where the place knows no seasons.
  public let isDaylight: Bool?
}

extension ZoneMeaning {
  /// Whether the name stands for more than one offset.
  public var isAmbiguous: Bool {
    guard case .abbreviation(let candidates) = self else { return false }
    return candidates.contains { $0.offset != candidates.first?.offset }
  }
}

extension ZoneMention {
  /// Whether it is UTC under one of its names: "UTC", "Z", "GMT", "+00:00".
  public var isUTC: Bool { meaning == .fixed(0) }

  /// Whether readers really choose differently what the name stands for. PST is the Philippines', too, but not to most
  /// readers.
  public var isContested: Bool {
    statedOffset == nil && meaning.isAmbiguous && ZoneMention.contested.contains(name)
  }

  private static let contested: Set<String> = [
    "ACT", "ADT", "AMT", "AST", "BST", "CCT", "CST", "ECT", "GST", "IST", "SST", "WST",
  ]
}

/// A zone name that the season contradicts, with the names that would fit.
public struct SeasonConflict: Hashable, Sendable {
  /// The abbreviation in use there on that day: "PDT".
  public let fitting: String
  /// Its seconds ahead of UTC.
  public let offset: Int
}

extension ZoneMention {
  /// Says whether the name is one of the other half of the year on `date`: "PST" in May.
  ///
  /// Judged on the likeliest meaning. A name that is right somewhere with the same offset (MST: Arizona)
  /// passes.
  public func seasonConflict(on date: CivilDate, rules: ZoneRules) -> SeasonConflict? {
    guard case .abbreviation(let candidates) = meaning, let likeliest = candidates.first,
      let conflict = likeliest.seasonConflict(on: date, rules: rules)
    else { return nil }
    let fits = candidates.dropFirst().contains {
      $0.offset == likeliest.offset && $0.seasonConflict(on: date, rules: rules) == nil
    }
    return fits ? nil : conflict
  }

  /// The one offset that the mention has on any day; nil for names that stand for several.
  var fixedOffset: Int? {
    if case .fixed(let offset) = meaning { return statedOffset ?? offset }
    return nil
  }

  /// All offsets that the name may stand for at that wall time, the likeliest first; empty where it is
  /// unknown.
  ///
  /// A stated offset settles them. A repeated wall time of a generic name gives both.
  public func offsets(on date: CivilDate, at time: ClockTime, rules: ZoneRules) -> [Int] {
    if let statedOffset { return [statedOffset] }
    switch meaning {
    case .fixed(let offset): return [offset]
    case .abbreviation(let candidates):
      return candidates.reduce(into: []) { if !$0.contains($1.offset) { $0.append($1.offset) } }
    case .generic(let identifier), .identifier(let identifier):
      return rules.local(identifier, date, time).offsets
    case .unknown: return []
    }
  }
}

extension ZoneCandidate {
  fileprivate func seasonConflict(on date: CivilDate, rules: ZoneRules) -> SeasonConflict? {
    guard let identifier, isDaylight != nil,
      let morning = rules.period(identifier, at: Instant(seconds: date.dayNumber * 86_400 - offset)),
      let evening = rules.period(identifier, at: Instant(seconds: date.dayNumber * 86_400 + 86_399 - offset)),
      // On the day of the change both names are in use. Offsets tell more than flags: for the database Irish
      // summer is the standard time and its winter the exception.
      morning.offset != offset, evening.offset != offset
    else { return nil }
    return SeasonConflict(fitting: evening.abbreviation, offset: evening.offset)
  }
}
