import Testing

@Suite struct TimeDurationTests {
  @Test(arguments: [
    ("2 hours 30 minutes", "9000/60"), ("1 hour and 45 minutes", "6300/60"), ("1h 45m", "6300/60"),
    ("0h 38m", "2280/60"), ("~24h40m", "about 88800/60"), ("47 minutes", "2820/60"), ("90-minute", "5400/60"),
    ("30 mins", "1800/60"), ("1.5 hours", "5400/360"), ("45s", "45/1"), ("2 days", "172800/86400"),
    ("1h30", "5400/60"), ("PT1H30M", "5400/60"), ("01:45:00 hours", "6300/1"),
    ("Duration: 1:30 hours", "5400/60"),
    ("took 5m", "300/60"), ("Duration: 45m", "2700/60"), ("1 heure 30", "5400/60"), ("2 horas", "7200/3600"),
    ("25 minutos", "1500/60"), ("~1 Stunde", "about 3600/3600"), ("25分", "1500/60"), ("1時間30分", "5400/60"),
    ("10-30 minutes", "600...1800/60"), ("5 to 10 min", "300...600/60"),
    ("between 5 and 10 minutes", "300...600/60"), ("2 hrs, 15 mins", "8100/60"),
    ("a 2-hour 15-minute outage", "8100/60"),
  ])
  func numbers(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    ("half an hour", "1800/1800"), ("an hour", "3600/3600"), ("an hour and a half", "5400/1800"),
    ("nine hours", "32400/3600"), ("forty-five minutes", "2700/60"), ("two and a half hours", "9000/1800"),
    ("2 and a half hours", "9000/360"), ("2 and half hours", "9000/360"), ("two and half hours", "9000/1800"),
    ("just over nine hours", "over 32400/3600"), ("at least 5 minutes", "over 300/60"),
    ("up to 20 min", "upTo 1200/60"), ("less than 2 hours", "under 7200/3600"),
    ("about 2 hours", "about 7200/3600"),
    ("a few minutes", ""), ("a second instance", ""), ("5 m", ""),
  ])
  func words(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }
}
