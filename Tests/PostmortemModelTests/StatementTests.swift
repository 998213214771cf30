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

  @Test func nothingContradictsAnOpenTimeline() {
    let reading = Reading(
      "# Postmortem: lost mails\n\n## Summary\n\nThe outage lasted 4 hours.\n\n## Timeline (UTC)\n\n- 14:30: mails wait\n- 16:45: Ada looks at the queue\n"
    )
    #expect(reading.statements == ["'4 hours' fits"])
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
