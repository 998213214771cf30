import PostmortemModel
import Testing

/// What a report tells twice, and not the same way.
@Suite struct ConflictTests {
  private static let timeline = """
    ## Timeline (UTC)

    - 2024-05-13 10:00: uploads start failing
    - 2024-05-13 10:20: an alert reports failed uploads
    - 2024-05-13 11:15: uploads are fully restored
    """

  private func read(_ head: String, fileName: String? = nil) -> Postmortem {
    Reading("\(head)\n\n\(Self.timeline)\n", fileName: fileName).postmortem
  }

  @Test(arguments: [
    ("# Lost uploads on 2024-05-23", DateConflict.Kind.title),
    ("# Retrospective 2024-05-03", .title),
    ("# Lost uploads\n\n**Incident date:** 1 June 2024", .field),
    ("# Lost uploads\n\n**Published:** 1 May 2024", .documentBefore),
    (
      "# Lost uploads\n\n| Field | Value |\n|---|---|\n| Date | 2023-05-13 |\n| Status | final |",
      .documentBefore
    ),
    ("# Lost uploads\n\n## Summary\n\nOn 3 May 2024 the uploads failed.", .summary),
  ])
  func dates(_ head: String, _ expected: DateConflict.Kind) {
    #expect(read(head).dateConflicts.map(\.kind) == [expected])
  }

  @Test(arguments: [
    "# Lost uploads on 2024-05-14", "# Postmortem of 13 May 2024", "# Lost uploads (2024-05-20)",
    "# Lost uploads\n\n**Date:** 2024-05-20", "# Lost uploads\n\n**Published:** 1 June 2024",
    "# Lost uploads\n\n## Summary\n\nA change of 3 May 2024 made uploads fail.",
    "# Lost uploads\n\n## Summary\n\nOn 13.05.2024 uploads failed, as on 2024-01-02.",
  ])
  func datesThatAgree(_ head: String) {
    #expect(read(head).dateConflicts.isEmpty)
  }

  @Test func namesOfFiles() {
    #expect(
      read("# Lost uploads", fileName: "reports/2024_04_13.md").dateConflicts.map(\.kind) == [.fileName])
    #expect(read("# Lost uploads", fileName: "2024-05-20-lost.md").dateConflicts.isEmpty)
    #expect(read("# Lost uploads", fileName: "lost-1.2.3.md").dateConflicts.isEmpty)
  }

  @Test(arguments: [
    ("TTD: 20 min", 0), ("TTD: 19 min", 0), ("TTD: 5m", 1), ("MTTD is about 18 minutes", 0), ("TTR: 75m", 0),
    ("Time to recovery: 2 h 15 min", 1), ("Time to mitigate: 55 minutes", 0), ("TTR: N/A", 0),
    ("| TTD | TTR |\n|---|---|\n| 20 min | 3 hours |", 1),
  ])
  func metrics(_ line: String, _ count: Int) {
    #expect(read("# Lost uploads\n\n## Summary\n\n\(line)").metricConflicts.count == count)
  }

  @Test(arguments: [
    ("3 of 10 users (50 %)", 1), ("3 of 10 users (30%)", 0), ("3 out of 10 users (31 %)", 0),
    ("38 % of the orders (5,214 of 13,720)", 0), ("38 % of the orders, 214 of 13,720, failed", 1),
    ("about 1 of 3 users (30 %)", 0), ("1 of 3 users (33.3 %)", 0), ("1 of 3 users (34.5 %)", 1),
    ("3 of 10 servers (50 % of the traffic)", 0), ("1.5 of 3 TB (20 %)", 0),
    ("3 of 4 million users (90 %)", 0),
  ])
  func counts(_ line: String, _ count: Int) {
    #expect(read("# Lost uploads\n\n## Impact\n\n\(line)").countConflicts.count == count)
  }

  @Test(arguments: [
    ("Severity: SEV-2\n\n## Summary\n\nA SEV1.", true), ("Severity: SEV-2\n\n## Summary\n\nA sev 2.", false),
    ("Severity: 2 (major)\n\n## Summary\n\nA SEV-1.", true),
    ("Severity: SEV-1\n\n## Summary\n\nRaised from SEV-2.", false),
    ("Severity: high\n\n## Summary\n\nA SEV-1.", false),
  ])
  func severities(_ head: String, _ isConflicting: Bool) {
    #expect((read("# Lost uploads\n\n\(head)").severityConflict != nil) == isConflicting)
  }
}
