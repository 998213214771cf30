import PostmortemModel
import Testing

/// Stated windows and lengths against the timeline.
@Suite struct StatementTests {
  /// The statements of a summary above a timeline from 14:30 to 16:45 UTC.
  private func read(_ sentence: String, heading: String = "Summary") -> [String] {
    Reading(
      """
      # Postmortem: lost mails

      ## \(heading)

      \(sentence)

      ## Timeline (UTC)

      - 14:30: the service went down
      - 14:40: an alert fired
      - 16:45: the service was fully restored
      """
    ).statements
  }

  @Test(arguments: [
    ("Mails were lost from 14:30 to 16:45 UTC.", "'14:30 to 16:45 UTC' fits"),
    ("Mails were lost from 2:30 PM to 4:45 PM UTC.", "'2:30 PM to 4:45 PM UTC' fits"),
    ("Mails were lost from 14:30 to 17:00 UTC.", "'14:30 to 17:00 UTC' conflicts"),
    ("Mails were lost from 15:15 to 16:45 UTC.", "'15:15 to 16:45 UTC' conflicts"),
    ("Mails were lost from 16:30 to 18:45 CEST.", "'16:30 to 18:45 CEST' fits"),
    ("Mails were lost from 14:30 to about 17:00 UTC.", "'14:30 to about 17:00 UTC' fits"),
    ("The outage lasted 2 hours and 15 minutes.", "'2 hours and 15 minutes' fits"),
    ("The outage lasted 135 minutes.", "'135 minutes' fits"),
    ("The outage lasted 2 hours.", "'2 hours' fits"),
    ("The outage lasted about 2.5 hours.", "'2.5 hours' fits"),
    ("The outage lasted 4 hours.", "'4 hours' conflicts"),
    ("The outage lasted 45 minutes.", "'45 minutes' conflicts"),
    ("The outage lasted over 2 hours.", "'2 hours' fits"),
    ("The outage lasted less than 3 hours.", "'3 hours' fits"),
    ("The outage lasted less than 1 hour.", "'1 hour' conflicts"),
    ("The service was down for 2 hours and 5 minutes, from the alert on.", "'2 hours and 5 minutes' fits"),
  ])
  func againstTheTimeline(_ sentence: String, _ expected: String) {
    #expect(
      read(sentence).map { $0.replacing("about ", with: "") } == [expected.replacing("about ", with: "")])
  }

  @Test(arguments: [
    "The cache lives for 24 hours.", "Backups are kept for 30 days.", "The 30-day error budget is spent.",
    "Mails were lost.",
  ])
  func lengthsOfOtherThings(_ sentence: String) {
    #expect(read(sentence).allSatisfy { $0.hasSuffix(" fits") })
  }

  @Test func fieldsAreStatements() {
    #expect(read("**Duration:** 4 hours") == ["'4 hours' conflicts"])
    #expect(read("4 hours", heading: "Duration") == ["'4 hours' conflicts"])
  }

  @Test(arguments: [
    ("- Start time: 2:30 PM (UTC)\n- End time: 5:00 PM (UTC)", ["'5:00 PM (UTC)' conflicts"]),
    ("Start: 14:30 UTC, End: 17:00 UTC", ["'17:00 UTC' conflicts"]),
    ("Start time: 14:30 UTC\n\nEnd time: 16:45 UTC", []), ("End of support: 17:00 UTC", []),
    ("Start and end time: 14:30, 17:00 UTC", []),
  ])
  func fieldsMakeAWindow(_ fields: String, _ expected: [String]) {
    #expect(read(fields) == expected)
  }

  @Test func lengthsBesideKeyMomentsAreCompared() {
    let reading = Reading(
      """
      # Postmortem: lost mails

      - **Key events**
        - First detected: 2024-05-13 10:15 UTC
        - Repaired: 2024-05-15 14:38 UTC

      - **Time to repair**: 35h 36m

      - **Context**:
        - 2024-05-13 10:15 UTC: the queue stops
        - 2024-05-15 16:01 UTC: incident repaired and resolved
      """)
    #expect(
      reading.statements == ["'Repaired: 2024-05-15 14:38 UTC' conflicts", "'35h 36m' conflicts"])
  }

  @Test func nothingContradictsAnOpenTimeline() {
    let reading = Reading(
      "# Postmortem: lost mails\n\n## Summary\n\nThe outage lasted 4 hours.\n\n## Timeline (UTC)\n\n- 14:30: mails wait\n- 16:45: Ada looks at the queue\n"
    )
    #expect(reading.statements == ["'4 hours' fits"])
  }

  @Test func outageEndsAtNoMomentOfTrouble() {
    let timeline = """
      # Postmortem: lost mails

      ## Summary

      The outage lasted from 14:30 to 15:10 UTC.

      ## Timeline (UTC)

      - 14:30: the service went down
      - 15:10: the team started to restart the queue
      - 16:45: the service was fully restored
      """
    #expect(Reading(timeline).statements == ["'14:30 to 15:10 UTC' conflicts"])
    let repaired = timeline.replacing("the team started to restart the queue", with: "the queue got its disk")
    #expect(Reading(repaired).statements == ["'14:30 to 15:10 UTC' fits"])
  }

  @Test func lengthBesideItsWindowIsToldOnce() {
    #expect(read("The outage lasted 5 hours (14:30 to 19:30 UTC).") == ["'14:30 to 19:30 UTC' conflicts"])
    #expect(
      read("The outage lasted about 5 hours (14:30 to 19:20 UTC).") == ["'14:30 to 19:20 UTC' conflicts"])
  }

  @Test func toldRecovery() {
    #expect(read("The service was restored at 16:45.") == [])
    #expect(read("The service was restored at 17:30.") == ["'17:30' conflicts"])
    #expect(read("The service could not be restored at 17:30.") == [])
    #expect(read("It was partially restored by 15:30.") == [])
  }

  @Test func conflictTellsWhatCameNearest() {
    let postmortem = Reading(
      "# Postmortem: lost mails\n\n## Summary\n\nThe outage lasted 4 hours.\n\n## Timeline (UTC)\n\n- 14:30: the service went down\n- 16:45: the service was restored\n"
    ).postmortem
    let conflict = postmortem.statements.first?.conflict
    #expect(conflict?.stated == "4 h")
    #expect(conflict?.nearest == "2 h 15 min from 14:30 to 16:45")
  }
}
