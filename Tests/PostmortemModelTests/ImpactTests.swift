import PostmortemModel
import Testing

@Suite struct PercentageTests {
  /// The percentages of a sentence below "Impact".
  private func read(_ sentence: String) -> [String] {
    Reading("# Postmortem: lost mails\n\n## Impact\n\n\(sentence)\n").percentages
  }

  @Test(arguments: [
    "80 % of our users could not log in.", "80% of requests failed.",
    "About 80 percent of the traffic was lost.",
    "80 % of transactions were declined.", "We lost 80 % of our revenue.",
    "80 % der Nutzer waren betroffen.", "80 % de los usuarios no podían entrar.",
  ])
  func impactShares(_ sentence: String) {
    #expect(read(sentence) == ["80 impact share"])
  }

  @Test func theRemainingShareIsOneToo() {
    #expect(
      read("78 % of users saw an outage, while the remaining 22 % faced a slow page.")
        == ["78 impact share", "22 impact share"])
  }

  @Test(arguments: ["It hit 80 per cent of all customers.", "ユーザーの80%に影響。"])
  func impactInOtherWords(_ sentence: String) {
    #expect(read(sentence).map { $0.hasPrefix("80 impact") } == [true])
    withKnownIssue("only shares that are written 80 % of …") {
      #expect(read(sentence) == ["80 impact share"])
    }
  }

  @Test(arguments: ["80 % of the mails were lost.", "80 % of the parcels were sent twice."])
  func sharesOfWhateverItMayBe(_ sentence: String) {
    let text = "# Postmortem: lost mails\n\n## Impact\n\n\(sentence)\n"
    #expect(Reading(text).measurements.first == "percentage '80 %'")
  }

  @Test func goalsAreNoImpact() {
    #expect(read("Our goal is an availability of 98 %.") == ["98"])
  }

  @Test func attributesInBracesAreNoImpact() {
    #expect(read("![x](a.png){width=80%}") == ["80"])
  }

  @Test(arguments: [
    "The CPU was at 98 %.", "The processor was at 98 % and checkout was slow.", "Memory use rose to 98 %.",
    "The disk was 98 % full.", "The alert fires at an error rate above 98 %.", "Traffic came back to 98 %.",
    "Sales grew by 98 % before it.", "The discount was 98 %.",
  ])
  func somethingElse(_ sentence: String) {
    #expect(read(sentence) == ["98"])
  }

  @Test(arguments: [
    "<img src=\"a.png\" width=\"80%\">", "[a link](https://example.org/a%20b)",
    "```\n80 % of users\n```", "a%b", "100 km",
  ])
  func none(_ text: String) {
    #expect(read(text) == [])
  }

  @Test(arguments: [
    ("10 % of users and 20 % of orders were hit.", ["10 impact share", "20 impact share"]),
    ("12.5 % of users were hit.", ["12.5 impact share"]),
    ("12,5 % der Nutzer waren betroffen.", ["12.5 impact share"]),
    ("120 % of users were hit.", ["120 impact share"]), ("10-20 % of users were hit.", ["20 impact share"]),
  ])
  func values(_ sentence: String, _ expected: [String]) {
    #expect(read(sentence) == expected)
  }
}

@Suite struct ImpactTests {
  /// What tells the hit first in a sentence below "Impact".
  private func first(_ sentence: String) -> String? {
    Reading("# Postmortem: lost mails\n\n## Impact\n\n\(sentence)\n").measurements.first
  }

  @Test(arguments: [
    ("80 % of users saw errors.", "percentage '80 %'"), ("All users saw errors.", "totality 'All users'"),
    ("Every request failed.", "totality 'Every request'"),
    ("12,300 users saw errors.", "count '12,300 users'"),
    ("About 450\nsessions failed.", "count '450 sessions'"),
    ("500 staff were affected.", "count '500 staff'"), ("We lost 37 orders.", "count '37 orders'"),
    ("The hub was entirely inaccessible.", "totality 'entirely inaccessible'"),
    ("All volumes of the rack were erased.", "totality 'All'"),
    ("No real user was affected.", "totality 'No real user was affected'"),
    ("One night's copy was skipped; no data was lost.", "count 'One night'"),
    ("2 source keys are missing.", "count '2 source keys'"),
    ("It cost us $12,300.", "count '12,300'"),
    ("| Metric | Value |\n| --- | --- |\n| Objects | 400K |", "count '400K'"),
  ])
  func told(_ sentence: String, _ expected: String) {
    #expect(first(sentence) == expected)
  }

  @Test(arguments: ["## Impact", "**Impact:**", "Impact:"])
  func nameOfTheSectionTellsNoLoss(_ name: String) {
    let report = "# Postmortem: lost mails\n\n\(name)\nEvery part of it was read again.\n"
    #expect(!Reading(report).postmortem.impact.isQuantified)
  }

  @Test func toldInOtherWords() {
    withKnownIssue("a blank between thousands; nobody as a totality") {
      #expect(first("12 300 users saw errors.") == "count '12 300 users'")
      #expect(first("No customer could log in.") == "totality 'No customer'")
    }
  }

  @Test(arguments: [
    "Some users saw errors.", "Many customers complained.", "It lasted 3 hours.", "The site was slow.",
    "The CPU was at 98 %.", "The queue restarted at 10:30.",
    "Support collected the tickets in one thread.", "All changes were reviewed.",
    "Port 8443 was closed for 10 minutes.",
    "There was no alert.", "It answered with 503 errors.", "See #12 for the notes.",
  ])
  func notTold(_ sentence: String) {
    #expect(!Reading("# Postmortem: lost mails\n\n## Impact\n\n\(sentence)\n").postmortem.impact.isQuantified)
  }

  @Test func countsInTheSummary() {
    let postmortem = Reading(
      "# Postmortem: lost mails\n\n## Summary\n\nFor two hours, 340,000 users got no mail.\n"
    ).postmortem
    #expect(postmortem.impact.isQuantified)
  }
}
