import PostmortemModel
import Testing

/// To-do items with what is known of them.
@Suite struct TaskTests {
  private func read(_ lines: String, heading: String = "## Action items") -> [String] {
    Reading("# Postmortem: lost mails\n\n\(heading)\n\n\(lines)\n").tasks
  }

  @Test(arguments: [
    (
      "- Delete the file (owner: Ada, OPS-12) by 1 June 2024",
      "5 Delete the file (owner: Ada, OPS-12) by 1 June 2024 | owner Ada | due 1 June 2024 | tracker OPS-12"
    ),
    (
      "- Add an alert for queues over 90 % – owner: Ada",
      "5 Add an alert for queues over 90 % – owner: Ada | owner Ada"
    ),
    ("- Add an alert for queues over 90 % (@ada)", "5 Add an alert for queues over 90 % (@ada) | owner @ada"),
    (
      "- Add an alert for queues over 90 % by 1 June 2024",
      "5 Add an alert for queues over 90 % by 1 June 2024 | due 1 June 2024"
    ),
    (
      "Add an alert for queues over 90 % (Ada, 2024-06-01, OPS-12)",
      "5 Add an alert for queues over 90 % (Ada, 2024-06-01, OPS-12) | owner Ada | due 2024-06-01 | tracker OPS-12"
    ),
    (
      "Repeat the test of the queue (of Monday, 2024-06-01, on two hosts) with four hosts",
      "5 Repeat the test of the queue (of Monday, 2024-06-01, on two hosts) with four hosts"
    ),
    (
      "- Add an alert for queues over 90 % (#123)",
      "5 Add an alert for queues over 90 % (#123) | tracker #123"
    ),
    ("1. Add an alert for queues over 90 %", "5 Add an alert for queues over 90 %"),
    ("- [ ] Add an alert for queues over 90 %", "5 Add an alert for queues over 90 % | open"),
    ("- [x] Add an alert for queues over 90 %", "5 Add an alert for queues over 90 % | done"),
    ("- ~~Add an alert for queues over 90 %~~", "5 Add an alert for queues over 90 % | done"),
    ("- ✅ Add an alert for queues over 90 %", "5 ✅ Add an alert for queues over 90 % | done"),
    ("Add an alert for queues over 90 %", "5 Add an alert for queues over 90 %"),
  ])
  func attributes(_ line: String, _ expected: String) {
    #expect(read(line) == [expected])
  }

  @Test(arguments: [
    "- Add an alert (owner: TBD)", "- Add an alert (owner: )", "- Add an alert (owner: N/A)",
  ])
  func nobodyIsNoOwner(_ line: String) {
    #expect(!read(line).joined().contains("| owner"))
  }

  @Test func everyoneIsNobody() {
    #expect(read("- Add an alert (owner: everyone)") == ["5 Add an alert (owner: everyone)"])
  }

  @Test func tableInAnyOrder() {
    let table = """
      | Due | Task | Status | Who | Ticket |
      | --- | --- | --- | --- | --- |
      | 2024-06-01 | Add an alert for queues over 90 % | open | Ada | OPS-12 |
      | TBD | Delete `old.conf` | done | | |
      """
    #expect(
      read(table) == [
        "7 Add an alert for queues over 90 % | owner Ada | due 2024-06-01 | tracker OPS-12 | open",
        "8 Delete old.conf | done",
      ])
  }

  @Test(arguments: [
    ("## Maßnahmen und Aufgaben", "| Aufgabe | Verantwortlich | Frist |"),
    ("## Tareas", "| Tarea | Responsable | Fecha límite |"),
    ("## Plan d'action", "| Action | Responsable | Échéance |"),
    ("## Tarefas", "| Tarefa | Responsável | Prazo |"),
  ])
  func tablesOfOtherLanguages(_ heading: String, _ header: String) {
    let table = "\(header)\n| --- | --- | --- |\n| `queue.conf`: limit 500 | Ada | 2024-06-01 |"
    #expect(read(table, heading: heading) == ["7 queue.conf: limit 500 | owner Ada | due 2024-06-01"])
  }

  @Test func plainLines() {
    let lines = "Add an alert for queues over 90 %\nDelete `old.conf`"
    #expect(read(lines) == ["5 Add an alert for queues over 90 %", "6 Delete old.conf"])
  }

  @Test func whatStandsBeneathATaskAddsToIt() {
    let lines =
      "- Add an alert for queues over 90 %\n  - Owner: Ada\n  - Due: 2024-06-01\n- Delete `old.conf`"
    #expect(read(lines).map { $0.contains("owner Ada | due") } == [true, false])
    #expect(
      read(lines) == [
        "5 Add an alert for queues over 90 % | owner Ada | due 2024-06-01", "8 Delete old.conf",
      ])
    #expect(
      read("- Add an alert (Ada, due 2024-06-01)") == [
        "5 Add an alert (Ada, due 2024-06-01) | owner Ada | due 2024-06-01"
      ])
  }
}

/// Whether a colleague could start tomorrow and tell when it is done.
@Suite struct VaguenessTests {
  private func read(_ task: String) -> ActionItem.Vagueness? {
    Reading("# Postmortem: lost mails\n\n## Action items\n\n- \(task)\n").postmortem.tasks.first?.vagueness
  }

  @Test(arguments: [
    "Add an alert on memory above 80 % for web-01", "Write a runbook for the queue's restart",
    "Set `max_connections` to 500", "Roll out version 4.3 to all mail hosts", "Delete the old certificate",
    "Improve the alert so that it fires at 90 %", "Upgrade `libmail` to 2.1",
    "Review `queue.conf` with the storage team by 2024-06-01",
  ])
  func concrete(_ task: String) {
    #expect(read(task) == nil)
  }

  @Test(arguments: [
    "Improve testing", "Enhance the monitoring", "Be more careful", "Regularly review the code",
    "Ensure that this does not happen again", "Pay attention to the disks", "Strengthen communication",
    "Better documentation",
  ])
  func vague(_ task: String) {
    #expect(read(task) != nil)
  }

  @Test func reasons() {
    guard case .verb("Improve", _) = read("Improve testing") else {
      Issue.record("no verb")
      return
    }
    guard case .attitude = read("Be more careful with deployments") else {
      Issue.record("no attitude")
      return
    }
    guard case .recurring = read("Do code reviews regularly") else {
      Issue.record("no recurrence")
      return
    }
  }

  @Test(arguments: ["Communication", "Make deployments safer"])
  func vagueInOtherWords(_ task: String) {
    #expect(read(task) != nil)
  }
}

/// Which tasks carry out which measures.
@Suite struct MeasureTests {
  private func read(_ measures: String, _ tasks: String) -> Reading {
    Reading(
      "# Postmortem: lost mails\n\n## Corrective and preventative measures\n\n\(measures)\n\n## Tasks\n\n\(tasks)\n"
    )
  }

  @Test func itemsGoByTheirList() {
    let reading = read(
      "- Improve monitoring\n- Add a limit of 500 to the queue", "- Add an alert for queues over 90 %")
    #expect(reading.postmortem.measures.map(\.line) == [5, 6])
    #expect(reading.postmortem.tasks.map(\.line) == [10])
  }

  @Test func withoutATaskListDeliverablesAreTasks() {
    let reading = Reading(
      "# Postmortem: lost mails\n\n## Corrective and preventative measures\n\n- Improve monitoring\n- Add an alert for queues over 90 %\n"
    )
    #expect(reading.postmortem.measures.map(\.line) == [5])
    #expect(reading.postmortem.tasks.map(\.line) == [6])
  }

  @Test func words() {
    let reading = read(
      "- Improve the monitoring of the queue\n- Train the on-call engineers",
      "- Add an alert for queues over 90 %\n- Delete `old.conf`")
    #expect(
      reading.measures == [
        "5 Improve the monitoring of the queue -> 10 words", "6 Train the on-call engineers (uncovered)",
      ])
  }

  @Test func nested() {
    let reading = Reading(
      """
      # Postmortem: lost mails

      ## Corrective and preventative measures

      - Improve the monitoring of the queue
        - Add an alert for queues over 90 %
      - Enhance the training of engineers
      """)
    #expect(
      reading.measures == [
        "5 Improve the monitoring of the queue -> 6 nested",
        "7 Enhance the training of engineers (uncovered)",
      ])
    #expect(reading.tasks == ["6 Add an alert for queues over 90 %"])
  }

  @Test func vagueRestatementCoversNothing() {
    let reading = read("- Improve the monitoring of the queue", "- Enhance queue monitoring")
    #expect(reading.measures == ["5 Improve the monitoring of the queue -> 9 words (uncovered)"])
  }

  @Test func nothingInCommon() {
    let reading = read("- Improve the training of colleagues", "- Delete `old.conf`")
    #expect(reading.measures == ["5 Improve the training of colleagues (uncovered)"])
  }

  @Test func nestedBeneathFewWords() {
    let reading = Reading(
      "# Postmortem: x\n\n## Preventative measures\n\n- Improve monitoring\n  - Add an alert for queues over 90 %\n"
    )
    #expect(reading.measures == ["5 Improve monitoring -> 6 nested"])
  }

  @Test func parallelLists() {
    let reading = read(
      "- Improve the monitoring of memory\n- Stronger backups of the database\n- More care with certificates",
      "- Add an alert on memory above 80 %\n- Run a database backup at 02:00\n- Add `renew.sh` for certificates to cron"
    )
    #expect(
      reading.measures == [
        "5 Improve the monitoring of memory -> 11 parallel",
        "6 Stronger backups of the database -> 12 parallel",
        "7 More care with certificates -> 13 parallel",
      ])
  }
}
