import PostmortemModel
import Testing

/// The zone that governs each entry, and what is said of the whole.
@Suite struct TimelineZoneTests {
  @Test(arguments: [
    ("## Timeline\n\n- 10:00 WAT: lost\n- 12:30 WAT: found", "WAT"),
    ("## Timeline (WAT)\n\n- 10:00: lost\n- 12:30: found", "WAT"),
    ("## Timeline\n\nAll times are in WAT.\n\n- 10:00: lost\n- 12:30: found", "WAT"),
    ("## Timeline (West African Time)\n\n- 10:00: lost\n- 12:30: found", "West African Time"),
    ("## Timeline\n\n### 13 May 2024 (WAT)\n\n- 10:00: lost\n- 12:30: found", "WAT"),
    ("## Timeline\n\n| Time (WAT) | Event |\n| --- | --- |\n| 10:00 | lost |\n| 12:30 | found |", "WAT"),
    (
      "## Summary\n\nFrom 10:00 to 12:30 (WAT) mails were lost.\n\n## Timeline\n\n- 10:00: lost\n- 12:30: found",
      "WAT"
    ),
    ("**Date:** 13 May 2024, 10:00 WAT\n\n## Timeline\n\n- 10:00: lost\n- 12:30: found", "WAT"),
    ("## Timeline\n\n- 10:00: lost\n- 12:30: found\n\n## Notes\n\nTimes are in WAT.", "WAT"),
    ("## Timeline (UTC+1)\n\n- 10:00: lost\n- 12:30: found", "UTC+1"),
    ("## Timeline (Africa/Lagos)\n\n- 10:00: lost\n- 12:30: found", "Africa/Lagos"),
  ])
  func stated(_ body: String, _ zone: String) {
    let timeline = Reading("# Postmortem: lost mails\n\n\(body)\n").postmortem.timeline
    #expect(timeline.entries.map { $0.zone?.name } == [zone, zone])
    #expect(timeline.zone == .stated)
  }

  @Test func frontMatter() {
    let timeline = Reading(
      "---\ntimezone: Africa/Lagos\n---\n# Postmortem: lost mails\n\n## Timeline\n\n- 10:00: lost\n"
    )
    .postmortem.timeline
    #expect(timeline.zone == .stated)
  }

  @Test func nearestStatementGoverns() {
    let timeline = Reading(
      "# Postmortem: lost mails, 13 May 2024\n\n## Timeline (UTC)\n\n- 10:00: lost\n- 13:30 CEST (11:30 UTC): an alert fires\n- 12:30: found\n"
    ).postmortem.timeline
    #expect(timeline.entries.map { $0.zone?.name } == ["UTC", "CEST", "UTC"])
    #expect(timeline.entries.map(\.offset) == [0, 5400, 9000])
    #expect(timeline.zone == .stated)
  }

  @Test(arguments: [
    ("- 10:00: lost\n- 12:30: found", Timeline.ZoneVerdict.missing),
    ("- 10:00 UTC: lost\n- 14:30 CEST: found", .mixed),
    ("- 10:00 GMT: lost\n- 12:30 UTC: found", .stated),
    ("- 10:00 UTC: lost\n- 12:30: found", .stated),
    ("- 13 May 2024: lost\n- 14 May 2024: found", nil),
    ("Mails were lost.", nil),
  ])
  func verdict(_ lines: String, _ expected: Timeline.ZoneVerdict?) {
    #expect(
      Reading("# Postmortem: lost mails\n\n## Timeline\n\n\(lines)\n").postmortem.timeline.zone == expected)
  }

  @Test(arguments: [
    ("Pacific time", Timeline.ZoneVerdict.mixed), ("Pacific time, with UTC", .stated), ("GMT", .stated),
  ])
  func headingInAnotherZone(_ zone: String, _ expected: Timeline.ZoneVerdict) {
    let timeline = Reading(
      "# Postmortem: lost mails\n\n## Timeline (\(zone))\n\n- 10:00 UTC: lost\n- 12:30 UTC: found\n"
    ).postmortem.timeline
    #expect(timeline.zone == expected)
  }

  @Test func summaryInAnotherZoneIsMixed() {
    let timeline = Reading(
      "# Postmortem: lost mails\n\n## Summary\n\nFrom 12:00 to 14:30 CEST mails were lost.\n\n## Timeline (UTC)\n\n- 10:00: lost\n- 12:30: found\n"
    ).postmortem.timeline
    #expect(timeline.zone == .mixed)
    #expect(timeline.strayZones.map(\.name) == ["CEST"])
  }

  @Test func instants() {
    let entries = Reading(
      "# Postmortem: lost mails, 13 May 2024\n\n## Timeline\n\n- 10:00 WAT: lost\n- 10:30 IST: an alert fires\n- 10:30 CEST: found\n"
    ).postmortem.timeline.entries
    // IST is India, Ireland or Israel.
    #expect(entries.map { $0.instant?.description } == ["2024-05-13T09:00:00Z", nil, "2024-05-13T08:30:00Z"])
  }
}

/// Which entries stand out of order.
@Suite struct TimelineOrderTests {
  private func misplaced(_ times: [String]) -> [Int] {
    Reading("# Postmortem: lost mails\n\n## Timeline (UTC)\n\n" + times.map { "- \($0): a step\n" }.joined())
      .misplaced
  }

  @Test(arguments: [
    (["10:00", "10:20", "12:30"], []), (["10:00", "10:00", "12:30"], []),
    (["10:00", "11:30", "10:20", "11:40"], [7]),
    (["10:00", "11:55", "10:10", "10:20", "10:30"], [6]), (["13:00", "12:10", "13:20", "13:30"], [6]),
    (["10:00", "10:40", "10:30"], [7]), (["23:50", "00:10", "00:20"], []), (["5:00 PM", "1:00 AM"], []),
    (["10:00", "17:00", "09:10"], []), (["11:30", "10:20", "10:00"], [6, 7]),
  ])
  func fewestEntries(_ times: [String], _ lines: [Int]) {
    #expect(misplaced(times) == lines)
  }

  @Test func newestFirst() {
    let timeline = Reading(
      "# Postmortem: lost mails\n\n## Timeline (UTC)\n\n- 12:30: found\n- 11:10: an alert fires\n- 10:20: lost\n- 10:00: deployed\n"
    ).postmortem.timeline
    #expect(timeline.isNewestFirst)
    #expect(timeline.outOfOrder.map(\.entry) == [])
  }

  @Test func secondTimelineStartsAfresh() {
    let reading = Reading(
      "# Postmortem: lost mails\n\n## Timeline (UTC)\n\n- 14:00: lost\n- 15:30: found\n\n## Follow-up timeline (UTC)\n\n- 09:00: the disk is ordered\n- 11:00: it is built in\n"
    )
    #expect(reading.misplaced == [])
    #expect(reading.postmortem.timeline.entries.map(\.timeline) == [0, 0, 1, 1])
  }

  @Test func misplacedEntryKnowsItsPredecessor() {
    let postmortem = Reading(
      "# Postmortem: lost mails\n\n## Timeline (UTC)\n\n- 10:00: a\n- 11:30: b\n- 10:20: c\n- 11:40: d\n"
    ).postmortem
    #expect(postmortem.timeline.outOfOrder.map { [$0.entry, $0.after] } == [[2, 1]])
  }
}
