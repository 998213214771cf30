import Testing

@Suite struct TimeClockTests {
  @Test(arguments: [
    ("at 14:05 it", "14:05"), ("02:05 AM", "02:05 am"), ("2:05pm", "14:05 pm"), ("2:05 p.m. x", "14:05 pm"),
    ("10:30   AM", "10:30 am"), ("14:05:07.123 x", "14:05"), ("2.30pm", "14:30 pm"), ("14.30 Uhr", "14:30"),
    ("14.30h", "14:30"), ("10h47", "10:47"), ("à 10h", "10:00"), ("2100hrs", "21:00"),
    ("2100 hours", "21:00"),
    ("11:21a", "11:21 am"), ("2pm", "14:00 pm"), ("2 PM", "14:00 pm"), ("noon", "12:00"),
    ("midnight", "00:00"),
    ("12:10 AM", "00:10 am"), ("12:10 PM", "12:10 pm"), ("[10:30] x", "10:30 bare"),
    ("12:00: 50", "12:00 bare"),
    ("24:00", "00:00 end-of-day"), ("~13:30", "13:30 about"), ("around 5pm", "17:00 pm about"),
    ("10.12:30 PM: done", "12:30 pm"), ("10時30分", "10:30"), ("午後3時", "15:00 pm"), ("12 noon", "12:00"),
    ("2024-05-13 15.26 it", "2024-5-13; 15:26"), ("at 15.26 it", ""),
    ("version 2024-05-13 1.26", "2024-5-13"),
    ("9:30 hrs", "09:30 bare"),
  ])
  func forms(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    ("14:15pm", "14:15 pm meridiemOn24Hour"), ("13:06 PM", "13:06 pm meridiemOn24Hour"),
    ("25:10", "--:-- hourOutOfRange"), ("9:75", "--:-- minuteOutOfRange"),
    ("3:AM", "--:-- am missingHourOrMinute"), (":30 PM", "--:-- pm missingHourOrMinute"),
    ("10:00 M", "10:00 strayMeridiem"), ("10:00 PMM", "22:00 pm strayMeridiem"),
  ])
  func defects(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    "ratio 1:1", "localhost:8080", "10.30.0.1", "v2.30", "12:34:56:78", "split 80:20", "video (46:00)",
    "#10:30",
    "5xx", "3M", "10m users", "50:50", "12:5", "a1b2:30", "24/7", "10:30%",
  ])
  func noClocks(_ text: String) {
    #expect(TimeNotation.mentions(text) == "")
  }

  @Test(arguments: [
    ("14:30 UTC", "14:30 UTC=0"), ("2:30 PM (WAT)", "14:30 pm WAT=3600"), ("14:30Z", "14:30 Z=0"),
    ("11:49 AM (PST): x", "11:49 am PST=-28800|28800"), ("14:30+02:00", "14:30 +02:00=7200"),
    ("13:00 (UTC-5)", "13:00 UTC-5=-18000"), ("13:00 Pacific Time", "13:00 Pacific Time=America/Los_Angeles"),
    ("UTC 14:30", "14:30 UTC=0"), ("14:30 UTC time", "14:30 UTC=0"), ("13:00 utc", "13:00 utc=0"),
    ("2pm pst", "14:00 pm pst=-28800|28800"), ("1400 UTC", "14:00 UTC=0"), ("13:00 eat lunch", "13:00"),
    ("6:26 PM PT", "18:26 pm PT=America/Los_Angeles"), ("13:00, UTC", "13:00 UTC=0"),
    ("13:00 (PST (UTC-7))", "13:00 PST=-28800|28800 stated -25200"),
    ("13:00 UTC-5 (EST)", "13:00 EST=-18000|36000 stated -18000"),
    ("23:15 UTC / 16:15 PDT", "23:15 UTC=0; 16:15 PDT=-25200"),
    ("10:00 AM EST/3:00 PM GMT", "10:00 am EST=-18000|36000; 15:00 pm GMT=0"),
    ("12:00 midnight UTC", "00:00 am UTC=0"), ("12:00 noon", "12:00 pm"),
    ("13:00 Africa/Lagos", "13:00 Africa/Lagos=Africa/Lagos"), ("14:30 -0500", "14:30 -0500=-18000"),
    ("14:00 CEST", "14:00 CEST=7200"), ("13:00 IT team", "13:00"),
  ])
  func zones(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test func elapsedMarksAreNoClocks() {
    #expect(TimeNotation.mentions("+00:03") == "+180")
    #expect(TimeNotation.mentions("T+00:10:23 x") == "+623")
    #expect(TimeNotation.mentions("T+15 min") == "+900")
    // A blank makes an offset, a gap between columns does not.
    #expect(TimeNotation.mentions("13:00 +03:00") == "13:00 +03:00=10800")
    #expect(TimeNotation.mentions("13:00   +00:03") == "13:00; +180")
  }
}
