import PostmortemModel
import Testing

/// Measures and tasks by what stands around them.
@Suite struct ActionSectionTests {
  private func read(_ sections: String) -> Reading { Reading("# Postmortem: lost mails\n\n\(sections)\n") }

  @Test func rowsOfATableOfOwnersAreTasks() {
    let reading = read(
      """
      ## Corrective measures

      | Action | Owner | Proof |
      | --- | --- | --- |
      | Improve the queue's alerts | Platform | a test |
      """)
    #expect(reading.postmortem.tasks.map(\.line) == [7])
    #expect(reading.measures == [])
  }

  @Test func namesGroupWhatStandsBelow() {
    let reading = read(
      """
      ## Preventive measures

      1. **Testing**
         - Add a test of the full disk to `queue_test.go`
      2. **Monitoring enhancements**
         - Improve the alerts
      """)
    #expect(reading.postmortem.measures.map(\.line) == [8])
    #expect(reading.postmortem.tasks.map(\.line) == [6])
  }

  @Test func subheadingsOfTasksSortThem() {
    let reading = read(
      "## Summary\n\nThe disk was full.\n\n## Action items\n\n### Monitoring\n\n1. Alert on queues over 90 %")
    #expect(reading.postmortem.tasks.map(\.line) == [11])
    #expect(reading.sections == ["3 summary atx", "7 tasks atx"])
  }

  @Test(arguments: [
    "Improve the alerts of the queue", "Automate more of the renewals", "Alerts: need better thresholds",
    "We need to be more careful with the disk", "The renewals should be automated",
  ])
  func lessonsHoldMeasures(_ lesson: String) {
    #expect(read("## Lessons learned\n\n- \(lesson)").postmortem.measures.map(\.line) == [5])
  }

  @Test(arguments: [
    "Improved alerts were of help", "Testing was too short", "Cache-Control was set too high",
    "Monitor the disk, we were told", "The alert fired at once", "Test coverage is low",
  ])
  func lessonsThatAreNone(_ lesson: String) {
    #expect(read("## Lessons learned\n\n- \(lesson)").measures == [])
  }

  @Test(arguments: [
    "1, Add an alert on the queue\n2, Test the renewal\n3, Write a runbook for the disk",
    "1- Add an alert on the queue\n2- Test the renewal\n3- Write a runbook for the disk",
    "Add an alert on the queue\nTest the renewal\nreset the disk of the host\nWrite a runbook for it",
  ])
  func linesAreItems(_ lines: String) {
    let count = lines.split(separator: "\n").count
    #expect(read("## Task list\n\n\(lines)").postmortem.tasks.map(\.line) == Array(5..<5 + count))
  }

  @Test func whatATemplateAsksForIsNoTask() {
    let reading = read(
      """
      ## Action items

      These are only sample subheadings. Every action item should have a GitHub issue.

      - Add an alert on the queue
      """)
    #expect(reading.postmortem.tasks.map(\.line) == [7])
  }

  @Test func deedsAreTasksThatAreDone() {
    let reading = read("## Corrective measures\n\n- The script was changed so that it keeps the link")
    #expect(reading.tasks == ["5 The script was changed so that it keeps the link | done"])
  }

  @Test(arguments: [
    "We have a script for this, in case it ever happens again", "Sincerely, the mail team",
    "Author: Ada Lovelace",
  ])
  func linesThatAskForNothing(_ line: String) {
    let reading = read("## Corrective measures\n\nAdd an alert for queues over 90 %\n\n\(line)")
    #expect(reading.postmortem.tasks.map(\.line) == [5])
    #expect(reading.measures == [])
  }

  @Test(arguments: ["Every change must be read by two engineers", "Engineers must be awake"])
  func rulesAreMeasures(_ rule: String) {
    #expect(read("## Corrective measures\n\n- \(rule)").postmortem.measures.map(\.line) == [5])
  }

  @Test func labelsCountAmongTheWordsOfAMeasure() {
    let reading = read(
      """
      ## Measures

      - Queue disk: make sure that this is seen in time

      ## Tasks

      - Add an alert for the queue disk at 90 %
      """)
    #expect(reading.measures == ["5 Queue disk: make sure that this is seen in time -> 9 words"])
  }
}
