import PostmortemModel
import Testing

@Suite struct TimeCalendarTests {
  @Test func datesThatNoCalendarHas() {
    #expect(CivilDate(year: 2024, month: 4, day: 31) == nil)
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2024, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 2024, month: 1, day: 0) == nil)
    #expect(ClockTime(hour: 24, minute: 0) == nil)
    #expect(ClockTime(hour: 23, minute: 60) == nil)
  }

  @Test func dayNumbersRunBothWays() throws {
    for number in stride(from: -719_162, through: 2_932_896, by: 97) {
      #expect(CivilDate(dayNumber: number).dayNumber == number)
    }
    #expect(CivilDate(dayNumber: 0).description == "1970-01-01")
    #expect(CivilDate(dayNumber: .max).description == "9999-12-31")
    #expect(CivilDate(dayNumber: .min).description == "0001-01-01")
    let date = try #require(CivilDate(year: 2024, month: 2, day: 28))
    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(date.adding(days: -59).description == "2023-12-31")
    #expect(date.weekday == 3)
    #expect(CivilDate(dayNumber: -1).weekday == 3)
  }

  @Test func instantsPrintInUTC() throws {
    let date = try #require(CivilDate(year: 2024, month: 5, day: 13))
    let time = try #require(ClockTime(hour: 14, minute: 30))
    #expect(Instant(date, time, offset: 0).description == "2024-05-13T14:30:00Z")
    #expect(Instant(date, time, offset: -36_000).description == "2024-05-14T00:30:00Z")
    #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
    #expect(time.description == "14:30")
  }
}
