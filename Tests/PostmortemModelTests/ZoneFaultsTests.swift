import MarkdownTree
import Testing

@testable import PostmortemModel

/// Names, numbers and times that contradict each other.
@Suite struct ZoneFaultsTests {
  private static let may = CivilDate(year: 2024, month: 5, day: 13)

  @Test(arguments: [
    ("14:00 PST (UTC-7)", "UTC-7", "UTC-8"),
    ("14:00 IST (UTC+5)", "UTC+5", "UTC+5:30"),
  ])
  func namesAndNumbersThatDisagree(text: String, stated: String, meant: String) {
    let faults = ContradictoryOffset.all(in: zones(text), on: Self.may, rules: .builtIn)
    #expect(faults.map(\.stated) == [stated])
    #expect(faults.map(\.meant) == [meant])
  }

  @Test(arguments: [
    "14:00 PDT (UTC-7)", "14:00 CEST (UTC+2)", "14:00 IST (UTC+1)", "14:00 WAT", "14:00 UTC+2",
  ])
  func namesAndNumbersThatAgree(text: String) {
    #expect(ContradictoryOffset.all(in: zones(text), on: Self.may, rules: .builtIn).isEmpty)
  }

  @Test func timesSideBySide() {
    let faults = pairs("12:48 UTC (06:48 PDT)")
    #expect(faults.map(\.stated) == ["06:48 PDT"])
    #expect(faults.map(\.meant) == ["05:48 PDT"])
  }

  @Test(arguments: [
    "23:15 UTC / 16:15 PDT", "14:00 UTC (16:00 CEST)", "12:00 UTC and 12:30 CEST", "01:00 CEST (23:00 UTC)",
  ])
  func timesThatAddUp(text: String) {
    #expect(pairs(text).isEmpty)
  }

  private func clocks(_ text: String) -> [ClockMention] {
    let bytes = Array(text.utf8)
    return TimeScanner.mentions(in: bytes, range: 0..<bytes.count).compactMap {
      if case .clock(let clock) = $0 { clock } else { nil }
    }
  }

  private func zones(_ text: String) -> [ZoneMention] { clocks(text).compactMap(\.writtenZone) }

  private func pairs(_ text: String) -> [ContradictoryOffset] {
    ContradictoryOffset.pairs(in: clocks(text), plain: Array(text.utf8), on: Self.may, rules: .builtIn)
  }
}
