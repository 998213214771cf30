import Testing

@Suite struct TimeRangeTests {
  @Test(arguments: [
    (
      "On May 10th, 2023, from 2:30 PM to 5:00 PM (WAT)",
      "2023-5-10 14:30 pm WAT=3600 -> 2023-5-10 17:00 pm WAT=3600"
    ),
    (
      "February 14, 2024, 10:30 AM - 12:45 PM UTC",
      "2024-2-14 10:30 am UTC=0 -> 2024-2-14 12:45 pm UTC=0"
    ),
    ("2024-06-20 14:00 UTC to 2024-06-20 16:30 UTC", "2024-6-20 14:00 UTC=0 -> 2024-6-20 16:30 UTC=0"),
    (
      "March 15, 2024, 10:00 AM UTC to March 16, 2024, 2:00 AM UTC",
      "2024-3-15 10:00 am UTC=0 -> 2024-3-16 02:00 am UTC=0"
    ),
    (
      "August 8th, 2024, 15:00 - August 9th, 2024, 19:30 (UTC)",
      "2024-8-8 15:00 UTC=0 -> 2024-8-9 19:30 UTC=0"
    ),
    (
      "starting at 08:30 AM and ending at 10:15 AM UTC on August 19, 2024",
      "2024-8-19 08:30 am UTC=0 -> 2024-8-19 10:15 am UTC=0"
    ),
    (
      "from 10:00 AM to 11:30 AM (UTC) on February 14, 2024",
      "2024-2-14 10:00 am UTC=0 -> 2024-2-14 11:30 am UTC=0"
    ),
    (
      "13:20pm ~ 13:30pm EAT",
      "13:20 pm meridiemOn24Hour EAT=10800 -> 13:30 pm meridiemOn24Hour EAT=10800"
    ),
  ])
  func datesAndZonesAreShared(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    ("between 9:00 and 11:00 AM", "09:00 am? -> 11:00 am"), ("10:30 to 2:30 AM", "22:30 pm? -> 02:30 am"),
    ("10-11:30 PM", "22:00 pm? -> 23:30 pm"), ("9 - 11 AM", "09:00 am? -> 11:00 am"),
    ("11:00 AM - 1:00", "11:00 am -> 13:00 pm?"),
  ])
  func meridiemsAreFilledIn(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    ("8:20 - 8:24", "08:20 bare -> 08:24 bare"), ("18:20-18:24", "18:20 -> 18:24"),
    ("started at 13:00 and was fully resolved at 14:00.", "13:00 -> 14:00"),
    ("de 10h à 11h30", "10:00 -> 11:30"), ("das 10h às 11h", "10:00 -> 11:00"),
    ("entre las 13:00 y las 14:30", "13:00 -> 14:30"), ("von 13:00 bis 14:30 Uhr", "13:00 -> 14:30"),
    ("13:00〜14:30", "13:00 -> 14:30"), ("13:00 → 14:30", "13:00 -> 14:30"), ("13:00 until 14:00", "13:00 -> 14:00"),
    ("Between May 5, 2024 and May 7, 2024", "2024-5-5 -> 2024-5-7"),
  ])
  func joints(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    ("at 13:00 and 14:00 we", "13:00; 14:00"), ("13:00. Until 14:00", "13:00; 14:00"),
    ("13:00 / 14:00", "13:00; 14:00"), ("13:00 deployed, 14:00 reverted", "13:00; 14:00"),
  ])
  func noRanges(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }
}
