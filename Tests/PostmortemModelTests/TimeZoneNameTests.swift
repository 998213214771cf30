import PostmortemModel
import Testing

@Suite struct TimeZoneNameTests {
  @Test(arguments: [
    ("Timeline (all times in UTC)", "UTC=0"), ("Timeline (WAT)", "WAT=3600"), ("Time (UTC)", "UTC=0"),
    ("All times in CEST (UTC+2)", "CEST=7200 stated 7200"), ("Date and Time in CET", "CET=3600|3600"),
    ("Timeline - JST", "JST=32400"), ("All events are documented in UTC time", "UTC=0"),
    ("Timeline (West African Time)", "West African Time=Africa/Lagos"), ("All times Greenwich", "Greenwich=0"),
    ("Pacific Time", "Pacific Time=America/Los_Angeles"), ("in IST", "IST=19800|3600|7200"),
    ("All times in PDT (UTC-7).", "PDT=-25200 stated -25200"), ("(all times PT )", "PT=America/Los_Angeles"),
    ("Timezone: GMT+1", "GMT+1=3600"), ("Times are UC/Pacific", "UC/Pacific=?"), ("server time", "server time=?"),
    ("All times are Africa/Lagos", "Africa/Lagos=Africa/Lagos"), ("times in utc", "utc=0"),
  ])
  func alone(_ text: String, _ expected: String) {
    #expect(TimeNotation.zones(text) == expected)
  }

  @Test(arguments: [
    "this is est", "the IT team", "AST nodes", "an ACT of", "they met", "The MET office", "CAT pictures", "EXAMPLE",
    "UTC_NOW", "src/Pacific", "the ET scan",
  ])
  func noZones(_ text: String) {
    #expect(TimeNotation.zones(text) == "")
  }

  @Test func ambiguity() {
    #expect(meaning("13:00 IST")?.isAmbiguous == true)
    #expect(meaning("13:00 WAT")?.isAmbiguous == false)
    #expect(meaning("13:00 CET")?.isAmbiguous == false)
  }

  @Test(arguments: [ZoneRules.system, ZoneRules.builtIn])
  func seasons(_ rules: ZoneRules) throws {
    #expect(try conflict("PST", "2024-05-13", rules) == "PDT")
    #expect(try conflict("PST", "2024-01-13", rules) == nil)
    #expect(try conflict("PDT", "2024-01-13", rules) == "PST")
    #expect(try conflict("CEST", "2024-03-20", rules) == "CET")
    #expect(try conflict("BST", "2024-01-10", rules) == "GMT")
    #expect(try conflict("BST", "2024-07-10", rules) == nil)
    #expect(try conflict("MST", "2024-07-10", rules) == nil)
    #expect(try conflict("MDT", "2024-01-10", rules) == "MST")
    #expect(try conflict("AEST", "2024-01-10", rules) == nil)
    #expect(try conflict("WAT", "2024-07-10", rules) == nil)
    #expect(try conflict("PST", "2024-03-10", rules) == nil)
  }

  private func meaning(_ text: String) -> ZoneMeaning? { zone(text)?.meaning }

  private func zone(_ text: String) -> ZoneMention? {
    TimeScanner.zones(in: Array(text.utf8), range: 0..<text.utf8.count).first
  }

  private func conflict(_ name: String, _ date: String, _ rules: ZoneRules) throws -> String? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    return try #require(zone("13:00 \(name)")).seasonConflict(on: date, rules: rules)?.fitting
  }
}
