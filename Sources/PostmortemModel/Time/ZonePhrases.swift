/// Names of zones in words: "Pacific Standard Time", "West African Time", "server time".
enum ZonePhrases {
  struct Phrase: Sendable {
    /// Lower-case words with a blank between each two.
    let letters: [UInt8]
    let wordCount: Int
    let meaning: ZoneMeaning
    /// Whether the words mean a zone only where one is expected: "(Pacific)".
    let needsContext: Bool
  }

  /// By first letter, "a" to "z", longer phrases first.
  static let byLetter: [[Phrase]] = {
    var table = [[Phrase]](repeating: [], count: 26)
    for (text, meaning, needsContext) in all {
      guard let first = text.utf8.first, (97...122).contains(first) else { continue }
      let wordCount = text.utf8.count { $0 == 0x20 } + 1
      table[Int(first) - 97].append(
        Phrase(
          letters: Array(text.utf8), wordCount: wordCount, meaning: meaning, needsContext: needsContext))
    }
    return table.map { $0.sorted { $0.wordCount > $1.wordCount } }
  }()

  private static let all: [(String, ZoneMeaning, Bool)] = american + worldwide + local

  private static let american: [(String, ZoneMeaning, Bool)] = [
    ("pacific", "America/Los_Angeles", "pst", "pdt"), ("eastern", "America/New_York", "est", "edt"),
    ("central", "America/Chicago", "cst", "cdt"), ("mountain", "America/Denver", "mst", "mdt"),
    ("alaska", "America/Anchorage", "akst", "akdt"), ("atlantic", "America/Halifax", "ast", "adt"),
  ].flatMap { (name, identifier, standard, daylight) -> [(String, ZoneMeaning, Bool)] in
    [
      ("\(name) time", .generic(identifier), false), (name, .generic(identifier), true),
      ("us \(name) time", .generic(identifier), false), ("us \(name)", .generic(identifier), true),
      ("\(name) standard time", abbreviation(standard), false),
      ("\(name) daylight time", abbreviation(daylight), false),
      ("\(name) daylight savings time", abbreviation(daylight), false),
    ]
  }

  private static let worldwide: [(String, ZoneMeaning, Bool)] =
    [
      ("west africa", "Africa/Lagos"), ("west african", "Africa/Lagos"),
      ("west africa standard", "Africa/Lagos"),
      ("nigeria", "Africa/Lagos"), ("nigerian", "Africa/Lagos"), ("lagos", "Africa/Lagos"),
      ("east africa", "Africa/Nairobi"), ("east african", "Africa/Nairobi"),
      ("eastern africa", "Africa/Nairobi"), ("eastern african", "Africa/Nairobi"),
      ("kenya", "Africa/Nairobi"), ("kenyan", "Africa/Nairobi"), ("nairobi", "Africa/Nairobi"),
      ("central africa", "Africa/Maputo"), ("central african", "Africa/Maputo"),
      ("south africa", "Africa/Johannesburg"), ("south african", "Africa/Johannesburg"),
      ("south africa standard", "Africa/Johannesburg"), ("south african standard", "Africa/Johannesburg"),
      ("egypt", "Africa/Cairo"), ("cairo", "Africa/Cairo"), ("ghana", "Africa/Accra"),
      ("accra", "Africa/Accra"),
      ("ethiopian", "Africa/Addis_Ababa"), ("moroccan", "Africa/Casablanca"),
      ("central european", "Europe/Berlin"), ("eastern european", "Europe/Athens"),
      ("western european", "Europe/Lisbon"), ("london", "Europe/London"), ("uk", "Europe/London"),
      ("british", "Europe/London"), ("berlin", "Europe/Berlin"), ("paris", "Europe/Paris"),
      ("moscow", "Europe/Moscow"), ("india", "Asia/Kolkata"), ("indian", "Asia/Kolkata"),
      ("india standard", "Asia/Kolkata"), ("indian standard", "Asia/Kolkata"), ("japan", "Asia/Tokyo"),
      ("japan standard", "Asia/Tokyo"), ("tokyo", "Asia/Tokyo"), ("china", "Asia/Shanghai"),
      ("china standard", "Asia/Shanghai"), ("beijing", "Asia/Shanghai"), ("singapore", "Asia/Singapore"),
      ("singapore standard", "Asia/Singapore"), ("hong kong", "Asia/Hong_Kong"),
      ("korea standard", "Asia/Seoul"),
      ("pakistan standard", "Asia/Karachi"), ("australian eastern", "Australia/Sydney"),
      ("sydney", "Australia/Sydney"), ("brasília", "America/Sao_Paulo"), ("brasilia", "America/Sao_Paulo"),
      ("colombia", "America/Bogota"), ("new york", "America/New_York"),
      ("san francisco", "America/Los_Angeles"),
      ("abuja", "Africa/Lagos"), ("kigali", "Africa/Kigali"), ("rwanda", "Africa/Kigali"),
      ("kampala", "Africa/Kampala"), ("uganda", "Africa/Kampala"), ("tanzania", "Africa/Dar_es_Salaam"),
      ("dar es salaam", "Africa/Dar_es_Salaam"), ("addis ababa", "Africa/Addis_Ababa"),
      ("ethiopia", "Africa/Addis_Ababa"), ("harare", "Africa/Harare"), ("zimbabwe", "Africa/Harare"),
      ("lusaka", "Africa/Lusaka"), ("zambia", "Africa/Lusaka"), ("gaborone", "Africa/Gaborone"),
      ("botswana", "Africa/Gaborone"), ("johannesburg", "Africa/Johannesburg"),
      ("cape town", "Africa/Johannesburg"), ("casablanca", "Africa/Casablanca"),
      ("morocco", "Africa/Casablanca"), ("algiers", "Africa/Algiers"), ("algeria", "Africa/Algiers"),
      ("tunis", "Africa/Tunis"), ("tunisia", "Africa/Tunis"), ("dakar", "Africa/Dakar"),
      ("khartoum", "Africa/Khartoum"), ("egyptian", "Africa/Cairo"), ("madrid", "Europe/Madrid"),
      ("amsterdam", "Europe/Amsterdam"), ("brussels", "Europe/Brussels"), ("rome", "Europe/Rome"),
      ("vienna", "Europe/Vienna"), ("zurich", "Europe/Zurich"), ("stockholm", "Europe/Stockholm"),
      ("copenhagen", "Europe/Copenhagen"), ("oslo", "Europe/Oslo"), ("helsinki", "Europe/Helsinki"),
      ("warsaw", "Europe/Warsaw"), ("prague", "Europe/Prague"), ("kyiv", "Europe/Kyiv"),
      ("athens", "Europe/Athens"), ("istanbul", "Europe/Istanbul"), ("lisbon", "Europe/Lisbon"),
      ("dublin", "Europe/Dublin"), ("dubai", "Asia/Dubai"), ("riyadh", "Asia/Riyadh"),
      ("israel", "Asia/Jerusalem"), ("karachi", "Asia/Karachi"), ("dhaka", "Asia/Dhaka"),
      ("nepal", "Asia/Kathmandu"), ("bangkok", "Asia/Bangkok"), ("jakarta", "Asia/Jakarta"),
      ("manila", "Asia/Manila"), ("taipei", "Asia/Taipei"), ("seoul", "Asia/Seoul"),
      ("korean", "Asia/Seoul"), ("melbourne", "Australia/Melbourne"), ("auckland", "Pacific/Auckland"),
      ("toronto", "America/Toronto"), ("chicago", "America/Chicago"), ("denver", "America/Denver"),
      ("los angeles", "America/Los_Angeles"), ("seattle", "America/Los_Angeles"),
      ("bogota", "America/Bogota"), ("bogotá", "America/Bogota"), ("lima", "America/Lima"),
      ("buenos aires", "America/Argentina/Buenos_Aires"), ("sao paulo", "America/Sao_Paulo"),
      ("são paulo", "America/Sao_Paulo"), ("mexico city", "America/Mexico_City"),
    ].map { ("\($0) time", .generic($1), false) } + [
      ("british summer time", abbreviation("bst"), false),
      ("central european summer time", abbreviation("cest"), false),
      ("central european standard time", abbreviation("cet"), false),
      ("eastern european summer time", abbreviation("eest"), false),
      ("western european summer time", abbreviation("west"), false),
      ("irish standard time", .identifier("Europe/Dublin"), false),
      ("australian eastern standard time", abbreviation("aest"), false),
      ("australian eastern daylight time", abbreviation("aedt"), false),
      ("greenwich mean time", .fixed(0), false), ("greenwich", .fixed(0), true),
      ("coordinated universal time", .fixed(0), false), ("universal time coordinated", .fixed(0), false),
      ("universal coordinated time", .fixed(0), false), ("universal time", .fixed(0), false),
      ("zulu time", .fixed(0), false),
    ]

  private static let local: [(String, ZoneMeaning, Bool)] = [
    ("server time", .unknown, false), ("local time", .unknown, false), ("system time", .unknown, false),
    ("my time", .unknown, false), ("office time", .unknown, false),
  ]

  private static func abbreviation(_ name: String) -> ZoneMeaning {
    ZoneAbbreviations.meaning(name) ?? .unknown
  }
}

extension ZoneAbbreviations {
  /// The meaning of a lower-case abbreviation.
  fileprivate static func meaning(_ name: String) -> ZoneMeaning? {
    entry(key: name.utf8.reduce(0) { $0 << 8 | UInt64($1) })?.meaning
  }
}
