import PostmortemModel
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct TimeZoneRulesTests {
  private static let all = [ZoneRules.system, ZoneRules.builtIn]

  @Test(arguments: all)
  func gapsAndFolds(_ rules: ZoneRules) throws {
    let newYork = "America/New_York"
    #expect(try local(rules, newYork, 2024, 3, 10, 2, 30) == .nonexistent(before: -18000, after: -14400))
    #expect(try local(rules, newYork, 2024, 3, 10, 1, 59) == .unique(-18000))
    #expect(try local(rules, newYork, 2024, 3, 10, 3, 0) == .unique(-14400))
    #expect(try local(rules, newYork, 2024, 11, 3, 1, 30) == .repeated(first: -14400, second: -18000))
    #expect(try local(rules, newYork, 2024, 11, 3, 2, 0) == .unique(-18000))
    #expect(try local(rules, "Europe/Berlin", 2024, 3, 31, 2, 30) == .nonexistent(before: 3600, after: 7200))
    #expect(try local(rules, "Europe/Berlin", 2024, 10, 27, 2, 30) == .repeated(first: 7200, second: 3600))
    #expect(try local(rules, "Europe/London", 2024, 3, 31, 1, 30) == .nonexistent(before: 0, after: 3600))
    #expect(try local(rules, "Australia/Sydney", 2024, 4, 7, 2, 30) == .repeated(first: 39600, second: 36000))
  }

  @Test(arguments: all)
  func offsets(_ rules: ZoneRules) throws {
    // Between the American and the European change.
    #expect(try local(rules, "America/Los_Angeles", 2024, 3, 15, 12, 0) == .unique(-25200))
    #expect(try local(rules, "Europe/Berlin", 2024, 3, 15, 12, 0) == .unique(3600))
    #expect(try local(rules, "Africa/Cairo", 2023, 7, 1, 12, 0) == .unique(10800))
    #expect(try local(rules, "Africa/Cairo", 2023, 1, 1, 12, 0) == .unique(7200))
    #expect(try local(rules, "Africa/Lagos", 2024, 7, 1, 12, 0) == .unique(3600))
    #expect(try local(rules, "Asia/Kolkata", 2024, 7, 1, 12, 0) == .unique(19800))
    #expect(try local(rules, "America/Phoenix", 2024, 7, 1, 12, 0) == .unique(-25200))
    #expect(try local(rules, "Europe/Dublin", 2024, 7, 1, 12, 0) == .unique(3600))
    // After the tables end the rule goes on.
    #expect(try local(rules, "America/New_York", 2060, 7, 1, 12, 0) == .unique(-14400))
  }

  @Test func oneAnswerFromFilesAndTable() throws {
    guard ZoneRules.system.knows("Antarctica/Troll") else { return }
    let zones = [
      "America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Berlin", "Europe/Dublin",
      "Africa/Cairo",
      "Africa/Lagos", "Africa/Nairobi", "Asia/Tokyo", "Asia/Jerusalem", "Australia/Adelaide",
      "Pacific/Auckland",
      "America/Havana", "America/St_Johns", "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Manila",
      "Europe/Moscow",
    ]
    for zone in zones {
      for day in stride(from: 19_723, to: 20_454, by: 1) {
        let instant = Instant(seconds: day * 86_400 + 5000)
        let read = ZoneRules.system.period(zone, at: instant)
        let built = ZoneRules.builtIn.period(zone, at: instant)
        #expect(read?.offset == built?.offset, "\(zone) \(instant)")
        // Asia/Manila is "PHT"-less only since tzdb 2024b; letters may differ, offsets not.
      }
    }
  }

  @Test func unknownZones() throws {
    for rules in Self.all {
      for name in [
        "UC/Pacific", "", "../../etc/passwd", "Europe//Berlin", "/etc/passwd", "Europe", "America/",
      ] {
        #expect(try local(rules, name, 2024, 1, 1, 0, 0) == .unknown)
      }
    }
    // The table knows nothing of the years before its rules.
    #expect(try local(.builtIn, "America/New_York", 2000, 7, 1, 12, 0) == .unknown)
  }

  @Test func corruptFilesAreUnknown() throws {
    let directory = "/tmp/pmlint-zones-\(getpid())"
    mkdir(directory, 0o700)
    defer { rmdir(directory) }
    guard ZoneRules.system.knows("Antarctica/Troll") else { return }
    let good = try contents("/usr/share/zoneinfo/Europe/Berlin")
    let cases: [(String, [UInt8])] = [
      ("Empty", []), ("Text", Array("no zone".utf8)), ("Cut", Array(good.prefix(good.count / 2))),
      (
        "Counts", Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + [UInt8](repeating: 0xFF, count: 24)
      ),
      ("Zeros", Array("TZif2".utf8) + [UInt8](repeating: 0, count: 100)),
    ]
    for (name, bytes) in cases {
      let path = "\(directory)/\(name)"
      write(bytes, path)
      defer { unlink(path) }
      #expect(try local(ZoneRules(directories: [directory]), name, 2024, 1, 1, 0, 0) == .unknown)
    }
    // Every single broken byte leaves a defined answer.
    for index in stride(from: 0, to: good.count, by: 7) {
      var bytes = good
      bytes[index] ^= 0xFF
      let path = "\(directory)/Broken\(index)"
      write(bytes, path)
      _ = try local(ZoneRules(directories: [directory]), "Broken\(index)", 2024, 3, 31, 2, 30)
      unlink(path)
    }
  }

  @Test func offsetsOfMentions() throws {
    let time = try #require(ClockTime(hour: 12, minute: 0))
    let date = try #require(CivilDate(year: 2024, month: 7, day: 1))
    let expected: [(String, [Int])] = [
      ("13:00 PT", [-25200]), ("13:00 IST", [19800, 3600, 7200]), ("13:00 PST (UTC-7)", [-25200]),
      ("13:00Z", [0]),
    ]
    for (text, offsets) in expected {
      let mentions = TimeScanner.mentions(in: Array(text.utf8), range: 0..<text.utf8.count)
      guard case .clock(let clock) = mentions.first else {
        Issue.record("no clock in \(text)")
        continue
      }
      #expect(clock.writtenZone?.offsets(on: date, at: time, rules: .system) == offsets)
    }
  }

  private func local(
    _ rules: ZoneRules, _ zone: String, _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int
  ) throws -> LocalTime {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    return rules.local(zone, date, try #require(ClockTime(hour: hour, minute: minute)))
  }

  private func contents(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  private func write(_ bytes: [UInt8], _ path: String) {
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
