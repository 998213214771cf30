import PostmortemModel
import Testing

/// What the words of an entry say of the incident's course.
@Suite struct PhaseTests {
  private func phases(_ words: String) -> String {
    Reading("# Postmortem: lost mails\n\n## Timeline (UTC)\n\n- 10:00: \(words)\n").phases.first ?? "no entry"
  }

  @Test(arguments: [
    ("Version 4.2 was deployed", "trigger"), ("The certificate expired", "trigger"),
    ("The service went down", "impact-start"), ("Outage begins", "impact-start"),
    ("An alert fired", "detected"), ("A customer reported lost mails", "detected"),
    ("The on-call engineer acknowledged the page", "acknowledged"), ("A war room was opened", "declared"),
    ("Ben inspects the queue", "investigating"), ("The network was ruled out", "misleading"),
    ("The incident was escalated to the storage team", "escalated"),
    ("The status page was updated", "communicated"),
    ("The root cause was identified", "identified"), ("Restarting the queue", "mitigating"),
    ("The release was rolled back", "mitigated"), ("The service was fully restored", "resolved"),
    ("Stability confirmed", "verified"), ("The incident was closed", "closed"), ("Lunch", ""),
    ("**OUTAGE BEGINS**", "impact-start"), ("**OUTAGE MITIGATED**", "mitigated"), ("OUTAGE ENDS", "resolved"),
  ])
  func each(_ words: String, _ expected: String) {
    #expect(
      phases(words).split(separator: ", ").map(String.init).contains(expected) || expected == phases(words))
  }

  @Test(arguments: [
    ("The rollback failed", Phase.mitigated), ("Failed configuration change rollback", .mitigated),
    ("The service was not restored", .resolved), ("The restart did not help", .resolved),
    ("Restarted the queue, mails are still lost, the problem was not fixed", .resolved),
    ("The service is gradually restored", .resolved),
    ("Mail begins to recover, partially restored", .resolved),
    ("We tried to fix the queue without success", .resolved), ("DNS resolves slowly", .resolved),
    ("The alert resolved itself", .resolved),
    ("A restore of the backup was started", .resolved),
  ])
  func isNot(_ words: String, _ phase: Phase) {
    #expect(!phases(words).split(separator: ", ").contains(phase.rawValue[...]), "\(phases(words))")
  }

  @Test(arguments: [
    ("The rollback failed", Phase.mitigating), ("Failed configuration change rollback", .mitigating),
    ("The restart did not help", .mitigating), ("The service is gradually restored", .mitigated),
    ("Mail is partially restored", .mitigated),
  ])
  func isInstead(_ words: String, _ phase: Phase) {
    #expect(phases(words).split(separator: ", ").contains(phase.rawValue[...]), "\(phases(words))")
  }
}

/// Lengths between the moments of the timeline.
@Suite struct DurationTests {
  private func durations(_ lines: [String]) -> [Int?] {
    let durations = Reading(
      "# Postmortem: lost mails, 13 May 2024\n\n## Timeline (UTC)\n\n" + lines.map { "- \($0)\n" }.joined()
    ).postmortem.durations
    return [durations.detect, durations.mitigate, durations.resolve, durations.incident].map { $0?.seconds }
  }

  @Test func allMoments() {
    let lines = [
      "10:00: the service went down", "10:10: an alert fired", "10:40: the release was rolled back",
      "11:00: the service was fully restored", "11:30: the incident was closed",
    ]
    #expect(durations(lines) == [600, 2400, 3600, 5400])
  }

  @Test func firstDetectionAndLastResolutionCount() {
    let lines = [
      "10:00: the service went down", "10:10: an alert fired", "10:20: customers reported errors",
      "11:00: the service was restored", "11:10: the service went down again",
      "12:00: the service was restored",
    ]
    // What went down again was not mitigated.
    #expect(durations(lines) == [600, 7200, 7200, 7200])
  }

  @Test func reportAfterTheResolutionIsNoDetection() {
    let lines = [
      "10:00: the service went down", "11:00: the service was restored",
      "11:30: users reported that all is well",
    ]
    #expect(durations(lines)[0] == nil)
  }

  @Test func failedRollbackMitigatesNothing() {
    let lines = [
      "10:00: the service went down", "10:20: the rollback failed",
      "11:00: the second rollback worked and the service was restored",
    ]
    #expect(durations(lines) == [nil, 3600, 3600, 3600])
  }

  @Test func acrossZonesAndMidnight() {
    let lines = ["23:00 UTC: the service went down", "02:30 CEST: the service was restored"]
    #expect(durations(lines) == [nil, 5400, 5400, 5400])
  }

  @Test func nothingIsKnown() {
    #expect(durations(["10:00: lunch"]) == [nil, nil, nil, nil])
    #expect(durations([]) == [nil, nil, nil, nil])
  }
}
