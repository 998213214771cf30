import PostmortemModel
import Testing

/// What tasks are for, how urgent they are, and whether they are told as done.
@Suite struct PurposeTests {
  private func task(_ line: String, heading: String = "## Action items") -> ActionItem? {
    Reading("# Postmortem: lost mails\n\n\(heading)\n\n\(line)\n").postmortem.tasks.first
  }

  @Test(arguments: [
    ("- Let `migrate.sh` reject empty buckets", [ActionItem.Kind.prevent]),
    ("- Add an alert for queues over 90 %", [.detect]),
    ("- Write a runbook for restoring a bucket", [.mitigate]),
    ("- Fix the broken index", [.repair]),
    ("- Investigate the slow queries of 13 May", [.investigate]),
    ("- Train the operators", [.people]),
    ("- Alert when the validation fails", [.prevent, .detect]),
    ("- Give each bucket its own name", []),
  ])
  func kinds(_ line: String, _ expected: [ActionItem.Kind]) {
    #expect(task(line)?.kinds == expected)
  }

  @Test(arguments: [
    ("- [P2] Add an alert for queues over 90 %", "P2"),
    ("- P1: Add an alert for queues over 90 %", "P1"),
    ("- Add an alert for queues over 90 % (priority: high)", "high"),
    ("- Add an alert for queues over 90 % (high priority)", "high"),
    ("- Add an alert for queues over 90 %, P3", "P3"),
    ("- Add an alert for queues with a high load", nil),
    ("- Page the team for P1 incidents only", nil),
  ])
  func priorities(_ line: String, _ expected: String?) {
    #expect(task(line)?.priority?.text == expected)
  }

  @Test func prioritiesOfHeadings() {
    #expect(
      task("- Add an alert for queues over 90 %", heading: "## Action items (P1)")?.priority?.text == "P1")
    #expect(task("- Low priority:\n  - Add an alert for queues over 90 %")?.priority?.text == "Low")
    #expect(
      task("| Action | Prio |\n|---|---|\n| Add an alert for long queues | medium |")?.priority?.text
        == "medium")
  }

  @Test(arguments: [
    ("- Train the operators", "Train"), ("- Run a workshop on queues", "Run a workshop"),
    ("- Take care when deploying", "Take care"), ("- Train the model on new mails", nil),
    ("- Add a check and train the operators", nil), ("- Add an alert for queues over 90 %", nil),
  ])
  func appeals(_ line: String, _ expected: String?) {
    #expect(task(line)?.appeal?.text == expected)
  }

  @Test(arguments: [
    ("- Added an alert for long queues", true), ("- We have doubled the pool of workers", true),
    ("- The pool was doubled to 20 workers", true), ("- Automated the restore", true),
    ("- Automated tests for empty queues", false), ("- Add an alert for long queues", false),
    ("- The pool will be doubled to 20 workers", false), ("- Need an alert for long queues", false),
  ])
  func past(_ line: String, _ expected: Bool) {
    #expect(task(line)?.isToldInPast == expected)
  }
}
