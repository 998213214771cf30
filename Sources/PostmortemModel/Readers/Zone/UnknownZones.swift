import MarkdownTree

/// A zone's name that no database of zones has: "UC/Pacific", "server time".
public struct UnknownZone: Sendable {
  public let zone: ZoneMention
  /// The name of the database that comes nearest, for slips of the pen.
  public let nearest: String?
}

extension Postmortem {
  /// Each unknown name once, unless its line says what it stands for: "server time (UTC)".
  public var unknownZones: [UnknownZone] {
    var known: Set<String> = []
    return zones.compactMap { zone in
      guard zone.meaning == .unknown, zone.statedOffset == nil, known.insert(zone.name).inserted,
        !isExplained(zone)
      else { return nil }
      return UnknownZone(zone: zone, nearest: UnknownZone.nearest(to: zone.name, rules: .system))
    }
  }

  private func isExplained(_ zone: ZoneMention) -> Bool {
    let line = reading.text.lines[reading.text.line(at: zone.span.start)].span
    return TimeScanner.zones(in: reading.text.plain, range: line.range).contains { $0.meaning != .unknown }
  }
}

extension UnknownZone {
  /// The name with the area that was meant: "US/Pacific".
  static func nearest(to name: String, rules: ZoneRules) -> String? {
    let letters = Array(name.utf8)
    guard let slash = letters.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let place = String(decoding: letters[(slash + 1)...], as: UTF8.self)
    for distance in 1...2 {
      let found = ZoneRules.areas.filter {
        EditDistance.isWithin(distance, Array(letters[...slash]), Array($0.utf8)) && rules.knows($0 + place)
      }
      if let only = found.first { return found.count == 1 ? only + place : nil }
    }
    return nil
  }
}
