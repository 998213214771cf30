import Guarded

/// What the wall clocks of the world's places showed and will show.
///
/// Read from the system's time zone database; where it has none, from a table of the common zones' present
/// rules. Foundation's TimeZone is no choice: it fails in static binaries and resolves gaps and folds
/// silently.
public struct ZoneRules: Sendable {
  private let directories: [String]

  /// The rules of this system: `TZDIR` and the usual directories, then the built-in table.
  public static let system = ZoneRules(directories: ZoneFile.systemDirectories())
  /// The built-in table alone.
  public static let builtIn = ZoneRules(directories: [])

  /// Files read once and kept, in the order of their paths. A missing file is kept as nil.
  ///
  /// No dictionary: what Swift's runtime does for the first of its kind takes a fifth of the time of a report.
  private static let cache = Guarded<[(path: String, table: ZoneTable?)]>([])

  /// Rules from the zone files in the first of `directories` that has them.
  public init(directories: [String]) { self.directories = directories }

  /// Whether `identifier` is a zone.
  public func knows(_ identifier: String) -> Bool { table(identifier) != nil }

  /// What the wall clocks of `identifier` showed at an instant; nil outside the known years.
  public func period(_ identifier: String, at instant: Instant) -> ZonePeriod? {
    table(identifier)?.period(at: instant.seconds)
  }

  /// The offsets that a wall time may have in `identifier`.
  public func local(_ identifier: String, _ date: CivilDate, _ time: ClockTime) -> LocalTime {
    guard let table = table(identifier) else { return .unknown }
    let wall = date.dayNumber * 86_400 + time.secondsOfDay
    guard let after = table.period(at: wall + 86_400) else { return .unknown }
    // On the first day that a table knows there is no day before.
    let before = table.period(at: wall - 86_400) ?? after
    let fitting = before.offset == after.offset ? [before.offset] : [before.offset, after.offset]
    let offsets = fitting.filter { table.period(at: wall - $0)?.offset == $0 }
    switch offsets.count {
    case 0:
      return before.offset == after.offset
        ? .unknown : .nonexistent(before: before.offset, after: after.offset)
    case 1: return .unique(offsets[0])
    default: return .repeated(first: max(offsets[0], offsets[1]), second: min(offsets[0], offsets[1]))
    }
  }

  /// Whether the clocks of `identifier` are changed on no day near a date, as far as is known.
  func isSteady(_ identifier: String, around date: CivilDate) -> Bool {
    let midnight = date.dayNumber * 86_400
    return table(identifier)?.isSteady(from: midnight - 2 * 86_400, to: midnight + 3 * 86_400) ?? true
  }

  private func table(_ identifier: String) -> ZoneTable? {
    guard ZoneRules.isSafe(identifier) else { return nil }
    for directory in directories {
      let path = directory + "/" + identifier
      let known = ZoneRules.cache.withLock { files -> ZoneTable?? in
        let place = files.partitioningIndex { $0.path >= path }
        return place < files.count && files[place].path == path ? .some(files[place].table) : nil
      }
      if let known {
        if let known { return known.isCorrupt ? nil : known }
        continue
      }
      // Read outside the lock: two threads may read the same file, to the same end.
      let contents = ZoneFile.contents(path)
      let table = contents.map { ZoneTable(file: $0) ?? .corrupt }
      ZoneRules.cache.withLock { files in
        let place = files.partitioningIndex { $0.path >= path }
        if place == files.count || files[place].path != path { files.insert((path, table), at: place) }
      }
      if let table { return table.isCorrupt ? nil : table }
    }
    return BuiltInZones.table(identifier)
  }

  /// Whether the name holds nothing that leads out of the directory: letters, digits, `_`, `+`, `-`, single
  /// slashes.
  static func isSafe(_ identifier: String) -> Bool {
    guard (1...64).contains(identifier.utf8.count), let first = identifier.utf8.first,
      (65...90).contains(first)
    else {
      return false
    }
    var previous: UInt8 = 0
    for byte in identifier.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case UInt8(ascii: "/") where previous != byte: break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }

  /// Whether the name begins with an area of the database: "Africa/", "US/".
  static func hasArea(_ identifier: String) -> Bool { areas.contains { identifier.hasPrefix($0) } }

  /// The areas of the database, each with its slash.
  static let areas = [
    "Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Brazil/", "Canada/",
    "Chile/", "Etc/", "Europe/", "Indian/", "Mexico/", "Pacific/", "US/",
  ]
}

/// A stretch of time in which the wall clocks of a place keep their distance to UTC.
public struct ZonePeriod: Hashable, Sendable {
  /// Seconds ahead of UTC.
  public let offset: Int
  public let isDaylight: Bool
  /// "PDT"; a number such as "+03" where the database has no letters.
  public let abbreviation: String
}

/// How a wall time stands to UTC.
public enum LocalTime: Hashable, Sendable {
  case unique(Int)
  /// Shown twice, as when clocks fall back: the offsets of its first and its second time.
  case repeated(first: Int, second: Int)
  /// Never shown, as when clocks spring forward: the offsets before and after the gap.
  case nonexistent(before: Int, after: Int)
  case unknown

  /// The offsets it may have, the earlier instant first; none where it is unknown or never shown.
  public var offsets: [Int] {
    switch self {
    case .unique(let offset): [offset]
    case .repeated(let first, let second): [first, second]
    case .nonexistent, .unknown: []
    }
  }
}
