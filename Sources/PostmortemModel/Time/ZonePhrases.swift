/// Names of zones in words: "Pacific Standard Time", "West African Time", "server time".
enum ZonePhrases {
  struct Phrase: Sendable {
    /// Lower-case words with a blank between each two, in parts since most end alike.
    let parts: (StaticString, StaticString, StaticString)
    fileprivate let sense: Sense
    /// Whether the words mean a zone only where one is expected: "(Pacific)".
    let needsContext: Bool

    fileprivate init(
      _ name: StaticString, _ sense: Sense, opening: StaticString = "", ending: StaticString = "",
      needsContext: Bool = false
    ) {
      (parts, self.sense, self.needsContext) = ((opening, name, ending), sense, needsContext)
    }

    /// What the words mean.
    var meaning: ZoneMeaning {
      switch sense {
      case .generic(let identifier): .generic(identifier.description)
      case .identifier(let identifier): .identifier(identifier.description)
      case .abbreviation(let name): ZoneAbbreviations.meaning(name) ?? .unknown
      case .utc: .fixed(0)
      case .unknown: .unknown
      }
    }
  }

  /// A meaning that costs nothing until it is asked for.
  fileprivate enum Sense: Sendable {
    case generic(StaticString)
    case identifier(StaticString)
    case abbreviation(StaticString)
    case utc
    case unknown
  }

  /// The phrases that begin with a letter, "a" to "z"; several may fit, of which the longest counts.
  static func phrases(opening letter: UInt8) -> ArraySlice<Phrase> {
    let place = Int(letter) - 97
    guard byLetter.starts.indices.dropLast().contains(place) else { return [] }
    return byLetter.phrases[byLetter.starts[place]..<byLetter.starts[place + 1]]
  }

  /// All phrases by their first letter, and where those of each letter start.
  private static let byLetter: (phrases: [Phrase], starts: [Int]) = {
    let all = american + worldwide + others
    var starts = [Int](repeating: 0, count: 27)
    for phrase in all { starts[phrase.letter + 1] += 1 }
    for letter in 1..<starts.count { starts[letter] += starts[letter - 1] }
    var next = starts
    var places = [Int](repeating: 0, count: all.count)
    for (index, phrase) in all.enumerated() {
      places[next[phrase.letter]] = index
      next[phrase.letter] += 1
    }
    return (places.map { all[$0] }, starts)
  }()

  private static let american: [Phrase] =
    ([
      ("pacific", "America/Los_Angeles", "pst", "pdt"), ("eastern", "America/New_York", "est", "edt"),
      ("central", "America/Chicago", "cst", "cdt"), ("mountain", "America/Denver", "mst", "mdt"),
      ("alaska", "America/Anchorage", "akst", "akdt"), ("atlantic", "America/Halifax", "ast", "adt"),
    ] as [(StaticString, StaticString, StaticString, StaticString)]).flatMap {
      name, zone, standard, daylight in
      [
        Phrase(name, .generic(zone), ending: " time"), Phrase(name, .generic(zone), needsContext: true),
        Phrase(name, .generic(zone), opening: "us ", ending: " time"),
        Phrase(name, .generic(zone), opening: "us ", needsContext: true),
        Phrase(name, .abbreviation(standard), ending: " standard time"),
        Phrase(name, .abbreviation(daylight), ending: " daylight time"),
        Phrase(name, .abbreviation(daylight), ending: " daylight savings time"),
      ]
    }

  private static let worldwide: [Phrase] =
    ([
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
    ] as [(StaticString, StaticString)]).map { Phrase($0, .generic($1), ending: " time") }

  private static let others: [Phrase] = [
    Phrase("british summer time", .abbreviation("bst")),
    Phrase("central european summer time", .abbreviation("cest")),
    Phrase("central european standard time", .abbreviation("cet")),
    Phrase("eastern european summer time", .abbreviation("eest")),
    Phrase("western european summer time", .abbreviation("west")),
    Phrase("irish standard time", .identifier("Europe/Dublin")),
    Phrase("australian eastern standard time", .abbreviation("aest")),
    Phrase("australian eastern daylight time", .abbreviation("aedt")),
    Phrase("greenwich mean time", .utc), Phrase("greenwich", .utc, needsContext: true),
    Phrase("coordinated universal time", .utc), Phrase("universal time coordinated", .utc),
    Phrase("universal coordinated time", .utc), Phrase("universal time", .utc), Phrase("zulu time", .utc),
    Phrase("server time", .unknown), Phrase("local time", .unknown), Phrase("system time", .unknown),
    Phrase("my time", .unknown), Phrase("office time", .unknown),
  ]
}

extension ZonePhrases.Phrase {
  /// The place of its first letter in the alphabet.
  fileprivate var letter: Int {
    let opening = parts.0.utf8CodeUnitCount > 0 ? parts.0 : parts.1
    return Int(opening.utf8Start.pointee) - 97
  }
}

extension ZoneAbbreviations {
  /// The meaning of a lower-case abbreviation.
  fileprivate static func meaning(_ name: StaticString) -> ZoneMeaning? {
    entry(key: name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } })?.meaning
  }
}
