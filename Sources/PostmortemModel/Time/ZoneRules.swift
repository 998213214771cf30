/// What the wall clocks of a place showed and show.
public struct ZoneRules: Sendable {
  public static let system = ZoneRules()
  public func knows(_ i: String) -> Bool { true }
  static func hasArea(_ i: String) -> Bool { true }
  public func local(_ identifier: String, _ date: CivilDate, _ time: ClockTime) -> LocalTime { .unknown }
  public func period(_ identifier: String, at instant: Instant) -> ZonePeriod? { nil }
}
public struct ZonePeriod: Sendable { let offset: Int; let isDaylight: Bool; let abbreviation: String }
public enum LocalTime { case unknown; var offsets: [Int] { [] } }
