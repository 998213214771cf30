/// The present rules of the common zones, for systems without a time zone database.
///
/// Written by hand; the tests compare the offsets of the most used ones with the system's database. Each
/// holds from the first full year on in which no other rule applied; before that the zone is unknown here.
enum BuiltInZones {
  /// The table of a zone; nil where it is not among the common ones.
  static func table(_ identifier: String) -> ZoneTable? {
    guard let (text, year) = rules[links[identifier] ?? identifier] else { return nil }
    return PosixZoneRule(Array(text.utf8)).map { ZoneTable(rule: $0, since: year) }
  }

  private static let rules: [String: (String, Int)] = [
    "UTC": ("UTC0", 1972), "Africa/Lagos": ("WAT-1", 1980), "Africa/Nairobi": ("EAT-3", 1980),
    "Africa/Johannesburg": ("SAST-2", 1980), "Africa/Maputo": ("CAT-2", 1980),
    "Africa/Abidjan": ("GMT0", 1980),
    "Africa/Cairo": ("EET-2EEST,M4.5.5/0,M10.5.4/24", 2023), "Africa/Algiers": ("CET-1", 1982),
    "Africa/Tunis": ("CET-1", 2009), "America/New_York": ("EST5EDT,M3.2.0,M11.1.0", 2007),
    "America/Chicago": ("CST6CDT,M3.2.0,M11.1.0", 2007), "America/Denver": ("MST7MDT,M3.2.0,M11.1.0", 2007),
    "America/Los_Angeles": ("PST8PDT,M3.2.0,M11.1.0", 2007), "America/Phoenix": ("MST7", 1970),
    "America/Anchorage": ("AKST9AKDT,M3.2.0,M11.1.0", 2007),
    "America/Halifax": ("AST4ADT,M3.2.0,M11.1.0", 2007),
    "America/Toronto": ("EST5EDT,M3.2.0,M11.1.0", 2007),
    "America/St_Johns": ("NST3:30NDT,M3.2.0,M11.1.0", 2012),
    "America/Adak": ("HST10HDT,M3.2.0,M11.1.0", 2007), "America/Havana": ("CST5CDT,M3.2.0/0,M11.1.0/1", 2013),
    "America/Mexico_City": ("CST6", 2023), "America/Sao_Paulo": ("<-03>3", 2020),
    "America/Manaus": ("<-04>4", 1995), "America/Argentina/Buenos_Aires": ("<-03>3", 2010),
    "America/Bogota": ("<-05>5", 1994), "America/Lima": ("<-05>5", 1995), "America/Caracas": ("<-04>4", 2017),
    "America/Guayaquil": ("<-05>5", 1994), "America/Port_of_Spain": ("AST4", 1970),
    "Pacific/Honolulu": ("HST10", 1970), "Pacific/Pago_Pago": ("SST11", 1970),
    "Pacific/Guam": ("ChST-10", 2001),
    "Pacific/Auckland": ("NZST-12NZDT,M9.5.0,M4.1.0/3", 2008),
    "Europe/London": ("GMT0BST,M3.5.0/1,M10.5.0", 1996),
    "Europe/Dublin": ("GMT0IST,M3.5.0/1,M10.5.0", 1996), "Europe/Lisbon": ("WET0WEST,M3.5.0/1,M10.5.0", 1997),
    "Europe/Berlin": ("CET-1CEST,M3.5.0,M10.5.0/3", 1996),
    "Europe/Athens": ("EET-2EEST,M3.5.0/3,M10.5.0/4", 1996), "Europe/Moscow": ("MSK-3", 2015),
    "Europe/Kyiv": ("EET-2EEST,M3.5.0/3,M10.5.0/4", 1997), "Europe/Istanbul": ("<+03>-3", 2017),
    "Asia/Kolkata": ("IST-5:30", 1970), "Asia/Karachi": ("PKT-5", 2010), "Asia/Dhaka": ("<+06>-6", 2010),
    "Asia/Tokyo": ("JST-9", 1970), "Asia/Seoul": ("KST-9", 1989), "Asia/Shanghai": ("CST-8", 1992),
    "Asia/Hong_Kong": ("HKT-8", 1980), "Asia/Singapore": ("<+08>-8", 1982), "Asia/Manila": ("PST-8", 1991),
    "Asia/Jakarta": ("WIB-7", 1970), "Asia/Makassar": ("WITA-8", 1970), "Asia/Jayapura": ("WIT-9", 1970),
    "Asia/Bangkok": ("<+07>-7", 1970), "Asia/Dubai": ("<+04>-4", 1970), "Asia/Riyadh": ("<+03>-3", 1970),
    "Asia/Kathmandu": ("<+0545>-5:45", 1986), "Asia/Yangon": ("<+0630>-6:30", 1970),
    "Asia/Jerusalem": ("IST-2IDT,M3.4.4/26,M10.5.0", 2013), "Australia/Perth": ("AWST-8", 2010),
    "Australia/Sydney": ("AEST-10AEDT,M10.1.0,M4.1.0/3", 2008), "Australia/Brisbane": ("AEST-10", 1993),
    "Australia/Adelaide": ("ACST-9:30ACDT,M10.1.0,M4.1.0/3", 2008), "Australia/Darwin": ("ACST-9:30", 1970),
  ]

  private static let links: [String: String] = [
    "Etc/UTC": "UTC", "Etc/GMT": "UTC", "GMT": "UTC", "Africa/Accra": "Africa/Abidjan",
    "Africa/Addis_Ababa": "Africa/Nairobi", "Africa/Kampala": "Africa/Nairobi",
    "Africa/Kigali": "Africa/Maputo",
    "Africa/Dar_es_Salaam": "Africa/Nairobi", "Africa/Harare": "Africa/Maputo",
    "Africa/Lusaka": "Africa/Maputo",
    "Africa/Kinshasa": "Africa/Lagos", "Africa/Douala": "Africa/Lagos",
    "US/Pacific": "America/Los_Angeles", "US/Mountain": "America/Denver", "US/Central": "America/Chicago",
    "US/Eastern": "America/New_York", "US/Arizona": "America/Phoenix", "US/Hawaii": "Pacific/Honolulu",
    "America/Detroit": "America/New_York", "America/Montreal": "America/Toronto",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires", "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Saigon": "Asia/Bangkok", "Asia/Ho_Chi_Minh": "Asia/Bangkok", "Asia/Kuala_Lumpur": "Asia/Singapore",
    "Australia/Melbourne": "Australia/Sydney", "Australia/Hobart": "Australia/Sydney",
    "Europe/Kiev": "Europe/Kyiv", "Europe/Paris": "Europe/Berlin", "Europe/Madrid": "Europe/Berlin",
    "Europe/Rome": "Europe/Berlin", "Europe/Amsterdam": "Europe/Berlin", "Europe/Brussels": "Europe/Berlin",
    "Europe/Vienna": "Europe/Berlin", "Europe/Zurich": "Europe/Berlin", "Europe/Warsaw": "Europe/Berlin",
    "Europe/Prague": "Europe/Berlin", "Europe/Stockholm": "Europe/Berlin", "Europe/Oslo": "Europe/Berlin",
    "Europe/Copenhagen": "Europe/Berlin", "Europe/Budapest": "Europe/Berlin",
    "Europe/Helsinki": "Europe/Athens",
    "Europe/Bucharest": "Europe/Athens", "Europe/Sofia": "Europe/Athens",
  ]
}
