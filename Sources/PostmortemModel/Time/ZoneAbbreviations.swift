/// Abbreviations of time zones with all they may stand for.
///
/// Those of the IANA time zone database and, where it has none, those in common usage. Abbreviations are
/// ambiguous by nature; the likeliest meaning in an English report stands first.
enum ZoneAbbreviations {
  /// Where an abbreviation counts as a zone.
  enum Trust: Sendable {
    /// Anywhere, in upper case.
    case anywhere
    /// Beside a clock, in parentheses, or after "time", "in" and the like: it is also something else.
    case inContext
  }

  struct Entry: Sendable {
    let meaning: ZoneMeaning
    let trust: Trust
    /// Whether it may stand in lower case after a clock: "10:00 utc", but not "10:00 eat".
    let isReadInLowerCase: Bool
  }

  /// The longest abbreviation, in letters.
  static let longest = 5

  /// Of equal names the last counts.
  private static let named: [(name: StaticString, entry: Entry)] =
    seasonal.map { ($0, entry(.abbreviation($1), $0)) }
    + generic.map { ($0, entry(.generic($1), $0)) }
    + (["UTC", "GMT", "Z", "UCT"] as [StaticString]).map { ($0, entry(.fixed(0), $0)) }

  private static let entries: [Entry] = named.map(\.entry)

  /// The places of the entries, from 1, by the letters of their names packed into one number.
  private static let numbers = table(named.map(\.name))

  /// The entry for the letters `from ..< to` of `text`, whatever their case.
  static func entry(_ text: TimeText, _ from: Int, _ to: Int) -> Entry? {
    guard from < to, to - from <= longest else { return nil }
    var key: UInt64 = 0
    for offset in from..<to { key = key << 8 | UInt64(text.lower(offset)) }
    return entry(key: key)
  }

  /// The entry for lower-case letters, one in each byte of the key.
  static func entry(key: UInt64) -> Entry? {
    let number = numbers.value(key)
    return number == 0 ? nil : entries[Int(number) - 1]
  }

  private static func key(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1 | 32) } }
  }

  private static func entry(_ meaning: ZoneMeaning, _ name: StaticString) -> Entry {
    let key = key(name)
    return Entry(
      meaning: meaning,
      trust: trusted.value(key) != 0 ? .anywhere : .inContext,
      isReadInLowerCase: words.value(key) == 0
    )
  }

  /// Some names, each with a number that is not 0.
  private static func table(_ names: [StaticString]) -> HashTable {
    var table = HashTable(capacity: names.count)
    for index in names.indices { table.insert(UInt16(index + 1), for: key(names[index])) }
    return table
  }

  private static let trusted = table([
    "UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "CET", "CEST", "MEZ", "MESZ", "EET",
    "EEST",
    "WEST",
    "BST", "IST", "WAT", "SAST", "JST", "KST", "HKT", "AEST", "AEDT", "ACST", "ACDT", "AWST", "NZST", "NZDT",
    "AKST", "AKDT", "MSK", "SGT",
  ])

  /// Those that are words when in lower case.
  private static let words = table([
    "EAT", "CAT", "MET", "ART", "ACT", "WIT", "WET", "WEST", "PET", "COT", "ET", "HST", "Z", "MEST", "CT",
  ])

  private static let generic: [(StaticString, String)] = [
    ("PT", "America/Los_Angeles"), ("ET", "America/New_York"), ("CT", "America/Chicago"),
    ("MT", "America/Denver"),
    ("AKT", "America/Anchorage"),
  ]

  private static func standard(_ hours: Double, _ region: String, _ identifier: String? = nil)
    -> ZoneCandidate
  {
    ZoneCandidate(offset: Int(hours * 3600), region: region, identifier: identifier, isDaylight: false)
  }

  private static func daylight(_ hours: Double, _ region: String, _ identifier: String? = nil)
    -> ZoneCandidate
  {
    ZoneCandidate(offset: Int(hours * 3600), region: region, identifier: identifier, isDaylight: true)
  }

  private static func all(_ hours: Double, _ region: String, _ identifier: String? = nil) -> ZoneCandidate {
    ZoneCandidate(offset: Int(hours * 3600), region: region, identifier: identifier, isDaylight: nil)
  }

  private static let seasonal: [(StaticString, [ZoneCandidate])] = [
    (
      "IST",
      [
        all(5.5, "India", "Asia/Kolkata"), daylight(1, "Ireland", "Europe/Dublin"),
        standard(2, "Israel", "Asia/Jerusalem"),
      ]
    ),
    (
      "BST",
      [
        daylight(1, "United Kingdom", "Europe/London"), all(6, "Bangladesh", "Asia/Dhaka"),
        all(11, "Bougainville", "Pacific/Bougainville"),
      ]
    ),
    (
      "CST",
      [
        standard(-6, "North America", "America/Chicago"), all(8, "China", "Asia/Shanghai"),
        standard(-5, "Cuba", "America/Havana"),
      ]
    ),
    ("CDT", [daylight(-5, "North America", "America/Chicago"), daylight(-4, "Cuba", "America/Havana")]),
    ("AST", [standard(-4, "Atlantic Canada", "America/Halifax"), all(3, "Arabia", "Asia/Riyadh")]),
    ("ADT", [daylight(-3, "Atlantic Canada", "America/Halifax"), daylight(4, "Arabia")]),
    (
      "EST",
      [
        standard(-5, "North America", "America/New_York"),
        standard(10, "eastern Australia", "Australia/Sydney"),
      ]
    ),
    (
      "EDT",
      [
        daylight(-4, "North America", "America/New_York"),
        daylight(11, "eastern Australia", "Australia/Sydney"),
      ]
    ),
    (
      "PST",
      [
        standard(-8, "North America", "America/Los_Angeles"), all(8, "Philippines", "Asia/Manila"),
      ]
    ),
    ("PDT", [daylight(-7, "North America", "America/Los_Angeles")]),
    (
      "MST",
      [
        standard(-7, "North America", "America/Denver"), all(-7, "Arizona", "America/Phoenix"),
        all(8, "Malaysia", "Asia/Kuala_Lumpur"), all(6.5, "Myanmar", "Asia/Yangon"),
      ]
    ),
    ("MDT", [daylight(-6, "North America", "America/Denver")]),
    ("SST", [all(-11, "Samoa", "Pacific/Pago_Pago"), all(8, "Singapore", "Asia/Singapore")]),
    ("AMT", [all(-4, "Amazon", "America/Manaus"), all(4, "Armenia", "Asia/Yerevan")]),
    ("GST", [all(4, "Gulf", "Asia/Dubai"), all(-2, "South Georgia", "Atlantic/South_Georgia")]),
    (
      "ECT", [all(-5, "Ecuador", "America/Guayaquil"), all(-4, "eastern Caribbean", "America/Port_of_Spain")]
    ),
    ("WST", [all(8, "western Australia", "Australia/Perth"), all(13, "Samoa", "Pacific/Apia")]),
    (
      "ACT",
      [all(-5, "Acre", "America/Rio_Branco"), standard(9.5, "central Australia", "Australia/Adelaide")]
    ),
    ("CCT", [all(8, "China", "Asia/Shanghai"), all(6.5, "Cocos Islands", "Indian/Cocos")]),
    ("MSK", [all(3, "Moscow", "Europe/Moscow")]),
    ("KST", [all(9, "Korea", "Asia/Seoul")]),
    ("WAT", [all(1, "West Africa", "Africa/Lagos")]),
    ("CAT", [all(2, "Central Africa", "Africa/Maputo")]),
    ("SAST", [all(2, "South Africa", "Africa/Johannesburg")]),
    ("EAT", [all(3, "East Africa", "Africa/Nairobi")]),
    ("WET", [standard(0, "western Europe", "Europe/Lisbon")]),
    ("WEST", [daylight(1, "western Europe", "Europe/Lisbon")]),
    ("CET", [standard(1, "central Europe", "Europe/Berlin"), all(1, "Algeria and Tunisia", nil)]),
    ("CEST", [daylight(2, "central Europe", "Europe/Berlin")]),
    ("MEZ", [standard(1, "central Europe", "Europe/Berlin")]),
    ("MESZ", [daylight(2, "central Europe", "Europe/Berlin")]),
    ("MET", [standard(1, "central Europe", "Europe/Berlin")]),
    ("MEST", [daylight(2, "central Europe", "Europe/Berlin")]),
    ("EET", [standard(2, "eastern Europe", "Europe/Athens")]),
    ("EEST", [daylight(3, "eastern Europe", "Europe/Athens")]),
    ("PKT", [all(5, "Pakistan", "Asia/Karachi")]),
    ("WIB", [all(7, "western Indonesia", "Asia/Jakarta")]),
    ("WITA", [all(8, "central Indonesia", "Asia/Makassar")]),
    ("WIT", [all(9, "eastern Indonesia", "Asia/Jayapura")]),
    ("HKT", [all(8, "Hong Kong", "Asia/Hong_Kong")]),
    ("AWST", [all(8, "western Australia", "Australia/Perth")]),
    ("JST", [all(9, "Japan", "Asia/Tokyo")]),
    (
      "ACST",
      [standard(9.5, "central Australia", "Australia/Adelaide"), all(9.5, "Darwin", "Australia/Darwin")]
    ),
    ("ACDT", [daylight(10.5, "central Australia", "Australia/Adelaide")]),
    (
      "AEST",
      [standard(10, "eastern Australia", "Australia/Sydney"), all(10, "Queensland", "Australia/Brisbane")]
    ),
    ("AEDT", [daylight(11, "eastern Australia", "Australia/Sydney")]),
    ("CHST", [all(10, "Guam", "Pacific/Guam")]),
    ("NZST", [standard(12, "New Zealand", "Pacific/Auckland")]),
    ("NZDT", [daylight(13, "New Zealand", "Pacific/Auckland")]),
    ("NST", [standard(-3.5, "Newfoundland", "America/St_Johns")]),
    ("NDT", [daylight(-2.5, "Newfoundland", "America/St_Johns")]),
    ("AKST", [standard(-9, "Alaska", "America/Anchorage")]),
    ("AKDT", [daylight(-8, "Alaska", "America/Anchorage")]),
    ("HST", [standard(-10, "Hawaii", "Pacific/Honolulu")]),
    ("HDT", [daylight(-9, "Aleutian Islands", "America/Adak")]),
    ("SGT", [all(8, "Singapore", "Asia/Singapore")]),
    ("PHT", [all(8, "Philippines", "Asia/Manila")]),
    ("ICT", [all(7, "Indochina", "Asia/Bangkok")]),
    ("BDT", [all(6, "Bangladesh", "Asia/Dhaka")]),
    ("NPT", [all(5.75, "Nepal", "Asia/Kathmandu")]),
    ("TRT", [all(3, "Türkiye", "Europe/Istanbul")]),
    ("ART", [all(-3, "Argentina", "America/Argentina/Buenos_Aires")]),
    ("BRT", [all(-3, "Brazil", "America/Sao_Paulo")]),
    ("CLT", [standard(-4, "Chile", "America/Santiago")]),
    ("CLST", [daylight(-3, "Chile", "America/Santiago")]),
    ("COT", [all(-5, "Colombia", "America/Bogota")]),
    ("PET", [all(-5, "Peru", "America/Lima")]),
    ("VET", [all(-4, "Venezuela", "America/Caracas")]),
  ]
}
