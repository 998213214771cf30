import PostmortemModel
import Testing

@Suite struct BlameTests {
  private func read(_ sentence: String, heading: String = "Root cause") -> [String] {
    Reading("# Postmortem: lost mails\n\n## \(heading)\n\n\(sentence)\n").blame
  }

  @Test(arguments: [
    ("The cause was human error.", "humanError 'human error'"),
    ("It was an operator error.", "humanError 'operator error'"),
    ("An engineer forgot to renew the certificate.", "actor"),
    ("The intern ignored the alert.", "actor"), ("The developer was careless.", "judgement"),
    ("A negligent engineer deleted the table.", "judgement"),
    ("It was the fault of the database team.", "actor 'fault of the database team'"),
    ("The on-call engineer had carelessly ignored the alert.", "actor"),
    ("The engineer on call forgot the key.", "actor"), ("The operator will be disciplined.", "punishment"),
  ])
  func blames(_ sentence: String, _ expected: String) {
    #expect(read(sentence).contains { $0.hasPrefix(expected) }, "\(read(sentence))")
  }

  @Test(arguments: [
    "The health check failed to notice the full disk.", "The script forgot no file.",
    "The change was merged by Ada.", "The engineer on call restarted the queue.",
    "The request failed.",
    "The team could not reach the host.", "> It was human error.", "`human error`",
    "The server failed to start.", "Monitoring missed the full disk.",
    "The engineer's change broke the cache.", "The team’s dashboard failed to load.",
    "The developers' laptops failed to connect.", "The team manager service failed to start.",
    "Human error was ruled out as the cause.", "The culprit was a cache.", "The deploy was to blame.",
    "The payments team is responsible for the gateway.", "A change inadvertently removed the index.",
  ])
  func blamesNobody(_ sentence: String) {
    #expect(read(sentence) == [])
  }

  @Test func namesAndDenials() {
    withKnownIssue("names as actors; human error that is denied") {
      #expect(read("Bob failed to check the disk.").map { $0.hasPrefix("actor") } == [true])
      #expect(read("This report is blameless: human error is never a cause.") == [])
    }
  }

  @Test func knowsWhereTheCauseIsTold() {
    let inCause = Reading("# Postmortem: x\n\n## Root cause\n\nIt was human error.\n").postmortem.blame
    let inLessons = Reading("# Postmortem: x\n\n## Lessons learned\n\nThe engineer forgot to write a test.\n")
      .postmortem.blame
    #expect(inCause.map(\.isInCause) == [true])
    #expect(inLessons.map(\.isInCause) == [false])
  }
}

@Suite struct PlaceholderTests {
  private func read(_ text: String) -> [String] {
    Reading(
      "# Postmortem: lost mails\n\n## Summary\n\nOne in ten mails was lost.\n\n## Timeline (UTC)\n\n- 10:00: a mail is lost\n- 11:00: the service was restored\n\n## Root cause\n\n\(text)\n\n## Resolution\n\nThe disk was made larger.\n"
    ).placeholders
  }

  @Test(arguments: [
    ("TBD", "TBD"), ("The cause was XXX.", "XXX"),
    ("Cause: <insert cause>.", "<insert cause>"), ("[describe the cause]", "[describe the cause]"),
    ("Lorem ipsum dolor sit amet", "Lorem ipsum"), ("{{ cause }}", "{{ cause }}"),
  ])
  func leftIn(_ text: String, _ expected: String) {
    #expect(read(text) == [expected])
  }

  @Test func todoAloneBelowAHeading() {
    #expect(read("TODO") == ["TODO"])
  }

  @Test func angleBracketsOnALineOfTheirOwn() {
    #expect(read("<insert the cause here>") == ["<insert the cause here>"])
  }

  @Test(arguments: [
    "`TODO`", "The disk was full.", "See [the log](log.md).", "The todo app lost mails.", "<!-- TODO -->",
    "The page showed a <b>blank</b> form.", "We waited for an hour [1].", "a < b and c > d",
  ])
  func notLeftIn(_ text: String) {
    #expect(read(text) == [])
  }
}

@Suite struct ClassTests {
  private func kind(_ text: String, _ name: String? = nil) -> Postmortem.Class {
    Reading(text, fileName: name).postmortem.kind
  }

  @Test func postmortems() {
    #expect(
      kind(
        "# Postmortem: lost mails\n\n## Summary\n\nOne in ten mails was lost.\n\n## Root cause\n\nA full disk.\n"
      ) == .postmortem)
    #expect(
      kind(
        "Issue Summary\nMails were lost.\n\nTimeline\n10:00 UTC the first mail is lost\n11:00 UTC mail flows\n\nRoot cause\nA full disk.\n"
      )
        == .postmortem)
  }

  @Test func templates() {
    let form = """
      # Postmortem: [title]

      ## Summary

      _Describe in two sentences what happened._

      ## Impact

      TBD

      ## Timeline

      - HH:MM: what happened

      ## Root cause

      <!-- ask why five times -->

      ## Action items

      - [ ] TODO
      """
    #expect(kind(form) == .template)
  }

  @Test(arguments: [
    "", "   \n\n", "# A library\n\n## Installation\n\nRun `make`.\n\n## Usage\n\nCall it.\n",
    "# Runbook: restart the queue\n\n1. Log in\n2. Run `restart`\n",
    "# 12. Use a queue\n\n## Status\n\nAccepted\n\n## Context\n\nMails are slow.\n\n## Decision\n\nWe use a queue.\n\n## Consequences\n\nOne more host.\n",
    "# Meeting 2024-05-13\n\n- Ada: the queue\n- Ben: the disk\n",
    "# Changelog\n\n## 1.2\n\n- Fixed a crash\n\n## 1.1\n\n- Added a queue\n",
    "# How to write a good postmortem\n\nA postmortem tells what happened and why. Write it soon, and blame nobody.\n",
  ])
  func others(_ text: String) {
    #expect(kind(text) == .other)
  }

  @Test func emptiness() {
    #expect(Reading("").postmortem.isEmpty)
    #expect(Reading("# Postmortem: lost mails\n\n## Summary\n").postmortem.isEmpty)
    #expect(!Reading("# Postmortem: lost mails\n\nMails were lost.\n").postmortem.isEmpty)
  }
}
