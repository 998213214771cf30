import Testing

@Suite struct TimeDateTests {
  @Test(arguments: [
    ("2024-05-13", "2024-5-13"), ("2024/05/13", "2024-5-13"), ("13-05-2024", "2024-5-13"),
    ("05/13/2024", "2024-5-13"), ("13.05.2024", "2024-5-13"), ("03, 14, 2024", "2024-3-14"),
    ("03/10/2021", "2021-3-10 ambiguous"), ("04/02/25", "2025-4-2 ambiguous"),
    ("04-02-2025", "2025-2-4 ambiguous"),
    ("12-05 16:21", "?-12-5; 16:21"), ("[03-20 16:46] x", "?-3-20; 16:46"),
    ("2024-05-13T14:30:00Z", "2024-5-13; 14:30 Z=0"),
    ("2024-05-13 14:30+0200", "2024-5-13; 14:30 +0200=7200"),
    ("[29/Jun/2022:20:28:01]", "2022-6-29"),
  ])
  func numbers(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    ("May 10th, 2023", "2023-5-10"), ("March 15,  2024", "2024-3-15"), ("May 10", "?-5-10"),
    ("10 May 2023", "2023-5-10"), ("10th of May", "?-5-10"), ("19. April", "?-4-19"),
    ("January23, 2021", "2021-1-23"), ("Tues Jun 28", "?-6-28 day2"), ("Sun, Oct 31", "?-10-31 day7"),
    ("Nov 1", "?-11-1"), ("febr 20, 2022", "2022-2-20"), ("Sept 3", "?-9-3"), ("10-May-2024", "2024-5-10"),
    ("2014-August-11", "2014-8-11"), ("2014 Aug 11", "2014-8-11"),
    ("10 de mayo de 2023", "2023-5-10"), ("1er mars 2024", "2024-3-1"), ("5 février 2024", "2024-2-5"),
    ("13. März 2024", "2024-3-13"), ("15 de março de 2024", "2024-3-15"), ("2026年6月25日", "2026-6-25"),
    ("6月25日", "?-6-25"), ("12月3日(火)", "?-12-3 day2"), ("Monday, February 14", "?-2-14 day1"),
    ("2024-05-13 (Monday)", "2024-5-13 day1"), ("March 3 - 5, 2024", "2024-3-3 -> 2024-3-5"),
  ])
  func names(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    ("31 April 2024", "2024-4-31 impossible"), ("2024-04-31", "2024-4-31 impossible"),
    ("February 29, 2023", "2023-2-29 impossible"),
    ("Monday, May 14, 2024", "2024-5-14 day1 wrong-weekday"), ("Tuesday, May 14, 2024", "2024-5-14 day2"),
  ])
  func wrongDates(_ text: String, _ expected: String) {
    #expect(TimeNotation.mentions(text) == expected)
  }

  @Test(arguments: [
    "you may 10 times", "they march 5 steps", "1.2.10", "24/7", "1/2", "5/10 users", "Set 10 replicas",
    "in May we", "2024-1234", "CVE-2024-05-13x", "/blog/2024/05/13/x", "1.18.2024-rc",
  ])
  func noDates(_ text: String) {
    #expect(TimeNotation.mentions(text) == "")
  }
}
