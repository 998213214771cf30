import PostmortemModel
import Testing

/// Shapes that reports of strangers have, each told in our own words.
@Suite struct WildShapeTests {
  private func report(_ rest: String) -> Reading { Reading("# Postmortem: lost mails\n\n\(rest)\n") }

  // MARK: Sections

  @Test(arguments: [
    ("Root Cause Explanation", "root-cause"), ("Resolution explanation", "resolution"),
    ("Solving", "resolution"),
    ("The End", "conclusion"), ("Link", "references"), ("Description de l’incident", "summary"),
    ("Plan d’amélioration pour éviter cela", "measures"), ("Data e hora", "metadata"), ("まとめ", "conclusion"),
    ("Medidas correctivas y preventivas", "measures"), ("Akar masalah", "root-cause"),
    ("Kronologi", "timeline"),
    ("Root cause and resolution must contain", "root-cause+resolution"),
  ])
  func names(_ name: String, _ kinds: String) {
    #expect(
      report("## \(name)\n\nThe queue was full, and mails were dropped.").sections == ["3 \(kinds) atx"])
  }

  @Test func labelsWithTimesAreEntries() {
    let reading = report(
      "## Timeline\n\n- **Detection (May 3, 2024, 8:00 PM)**: the alarm rang\n"
        + "- **Resolution (May 3, 2024, 9:00 PM)**: the cache was emptied")
    #expect(reading.sections == ["3 timeline atx"])
    #expect(reading.timeline == ["5 20:00 2024-05-03 -", "6 21:00 2024-05-03 -"])
    #expect(reading.phases == ["detected", "resolved"])
  }

  @Test func improvementsAmongActionItemsSortThem() {
    let reading = report(
      "## Action items\n\n### Process improvements\n\n1. Write down who may restart the hub")
    #expect(reading.measures.isEmpty)
    #expect(reading.tasks == ["7 Write down who may restart the hub"])
  }

  @Test func firstHeadingWithASlip() {
    #expect(Reading("<h1>Issue Sumary:</h1>\n<p>Mails were lost.</p>\n").sections == ["1 summary html"])
  }

  @Test(arguments: ["# Postmortem analysis", "# Post-incident analysis"])
  func titles(_ heading: String) {
    #expect(Reading("\(heading)\n\n## Summary\n\nMails were lost.\n").sections == ["3 summary atx"])
  }

  // MARK: Timeline

  @Test func entriesRunOnWithoutAFullStop() {
    let reading = report(
      "## Timeline\n\n1:00pm EAT: the queue filled up 1:05pm EAT: the alarm rang\n- a log line 1:09pm EAT: it was emptied"
    )
    #expect(reading.timeline == ["5 13:00 - EAT", "5 13:05 - EAT", "6 13:09 - EAT"])
  }

  @Test func timesInsideAnEntryAreNone() {
    let reading = report(
      "## Timeline\n\n- 1:00 pm: we wrote \"down since 12:40 pm: sorry\"\n- 1:20 pm: mended")
    #expect(reading.timeline.count == 2)
  }

  @Test func stepsBelowABareTimeline() {
    let reading = report(
      "Timeline:\n\nIssue Detection:\n\nSeen at 08:00 UTC on May 3, 2024 by the alarm.\nEscalation:\n\nThe mail team was called."
    )
    #expect(reading.timeline == ["7 08:00 2024-05-03 UTC"])
  }

  @Test(arguments: ["Kigali", "Lagos", "Madrid", "São Paulo"])
  func citiesAreZones(_ city: String) {
    let reading = report("## Timeline (\(city) time)\n\n- 10:00 alarm\n- 10:20 restored")
    #expect(reading.timeline.allSatisfy { $0.hasSuffix("\(city) time") })
  }

  @Test func emojiCodesGluedToTimes() {
    let reading = report(
      "## Timeline\n\n<p>:small_blue_diamond:10:00 UTC: alarm</p>\n<p>:small_blue_diamond:10:20 UTC: restored</p>"
    )
    #expect(reading.timeline == ["5 10:00 - UTC", "6 10:20 - UTC"])
  }

  @Test func dottedClockBeforeAZone() {
    let reading = report(
      "## Timeline\n\n| Time | Event |\n|---|---|\n| 21.55 WIB | alarm |\n| 22.10 WIB | restored |")
    #expect(reading.timeline == ["7 21:55 - WIB", "8 22:10 - WIB"])
  }

  // MARK: Tasks

  @Test func deadlineOnTheNextLine() {
    let reading = report("Tasks:\n\n    Task: Add an alert for full queues.\n    Deadline: June 1, 2024.")
    #expect(reading.tasks == ["5 Task: Add an alert for full queues. | due June 1, 2024"])
  }

  @Test(arguments: [
    "Code must be tested before it is merged", "If you merge, you are not allowed to review your own work",
    "Before closing the file, double-check its syntax",
  ])
  func rulesAreNoTasks(_ rule: String) {
    #expect(report("## Preventive measures\n\n- \(rule)").measures == ["5 \(rule) (uncovered)"])
  }

  @Test(arguments: [
    "Conduct reviews of changes before each deployment", "Set up some kind of monitoring",
    "Implement pooling best practices", "Schedule regular training for the team",
  ])
  func vagueTasks(_ task: String) {
    #expect(report("## Tasks\n\n- \(task)").tasks == ["5 \(task) | vague"])
  }

  @Test(arguments: [
    "Introduce automated tests of the queue", "Conduct quarterly reviews of the limits",
    "Route the alarms of the queue to the mail team",
  ])
  func concreteTasks(_ task: String) {
    #expect(report("## Tasks\n\n- \(task)").tasks == ["5 \(task)"])
  }

  @Test func doneInASecondSentence() {
    #expect(
      report("## Tasks\n\n- Add checks to all hosts. Implemented in `checks.yml`.").tasks
        == ["5 Add checks to all hosts. Implemented in checks.yml. | done"])
  }

  @Test func whatWasDoneIsCovered() {
    #expect(
      report("## Measures\n\n- A larger queue was introduced on all hosts").measures
        .allSatisfy { !$0.hasSuffix("(uncovered)") })
  }

  @Test(arguments: ["監視アラートを追加する", "タイムアウト設定を変更する"])
  func japaneseTasks(_ task: String) {
    #expect(report("## 再発防止策\n\n- \(task)").tasks == ["5 \(task)"])
  }

  // MARK: Statements

  private func statements(_ summary: String, _ timeline: String) -> [String] {
    report("## Summary\n\n\(summary)\n\n## Timeline (UTC)\n\n\(timeline)").statements
  }

  @Test func recoveryAtAnotherTime() {
    let timeline = "- 10:00 The alarm rang\n- 10:40 The service was restored"
    #expect(statements("The service was restored at 17:00.", timeline) == ["'17:00' conflicts"])
    #expect(statements("The service was restored at 10:40.", timeline).isEmpty)
    #expect(statements("Mails were restored at 17:00 UTC+9.", timeline).isEmpty)
  }

  @Test func recoveryToldInsideAnEntry() {
    #expect(
      statements(
        "The outage lasted 2 hours.",
        "- 10:00 The alarm rang\n- 11:00 The limit was raised, with full recovery by 12:00")
        == ["'2 hours' fits"])
  }

  @Test func lengthFromBeforeTheFirstReaction() {
    #expect(
      statements(
        "The outage lasted 4 hours.",
        "- 07:00 Nodes were renewed\n- 08:00 Mails were late\n- 09:00 We investigated\n- 12:00 All was resolved"
      )
        == ["'4 hours' fits"])
  }

  @Test(arguments: ["at maximum 16 hours", "at most 16 hours"])
  func boundsAreNoLengths(_ bound: String) {
    #expect(
      statements("The outage lasted \(bound).", "- 02:00 The alarm rang\n- 10:40 The service was restored")
        .allSatisfy { $0.hasSuffix("fits") })
  }

  @Test func windowOfAnotherMonth() {
    #expect(
      statements(
        "The outage was from June 10, 2024, 08:00 to June 10, 2024, 10:00.",
        "- May 10, 2024, 08:00: the alarm rang"
      )
      .contains { $0.hasSuffix("conflicts") })
  }

  // MARK: Impact, language

  @Test(arguments: [
    "The outage lasted three hours, causing service disruptions.",
    "Some could not look at or complete transactions.",
  ])
  func noNumberOfTheImpact(_ text: String) {
    #expect(report("## Impact\n\n\(text)").measurements.isEmpty)
  }

  @Test(arguments: [
    ("TODO: mail the list", ["TODO"]), ("TODO", ["TODO"]),
    ("The next step is to be determined", ["to be determined"]),
    ("Mails that wait in the queue to be added to the index were lost", []),
  ])
  func placeholders(_ text: String, _ expected: [String]) {
    #expect(report("## Background\n\n\(text)").placeholders == expected)
  }

  @Test func userErrorReportsBlameNobody() {
    #expect(report("## Timeline\n\n- 10:00 A surge in user error reports").blame.isEmpty)
  }

  // MARK: Class

  @Test func assignmentsAreNoReports() {
    let text =
      "# 0x19\n\n- Issue Summary must contain:\n  - the duration\n- Timeline must contain:\n  - bullets\n"
      + "- Root cause and resolution must contain:\n  - the cause\n"
    #expect(Reading(text).postmortem.kind == .other)
  }

  @Test func guidesAreNoReports() {
    let text =
      "# Writing an effective postmortem\n\n## Key components of a postmortem\n\n1. **Timeline:**\n   - Say what came when.\n"
      + "2. **Impact:**\n   - Say who was hit.\n\n## Tips for writing\n\n- **Be brief:** nobody reads more.\n"
    #expect(Reading(text).postmortem.kind == .other)
  }
}
