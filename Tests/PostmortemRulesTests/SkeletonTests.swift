import Foundation
import MarkdownTree
import PostmortemModel
import PostmortemRules
import Testing

/// A skeleton is a blank template until it is filled in, and then clean.
@Suite struct SkeletonTests {
  private func skeleton(_ profile: Profile) throws -> String {
    let date = try #require(CivilDate(naming: "2024-05-13"))
    return Skeleton(title: "Checkout is down", profile: profile, date: date, zone: "UTC").text
  }

  private func findings(_ text: String, _ profile: Profile, _ dialect: Dialect = .standard) -> [String] {
    let document = Document(parsing: SourceText(text))
    let postmortem = Postmortem(reading: document, fileName: "report.md", dialect: dialect)
    return Linter(profile: profile).findings(
      in: postmortem, surroundings: Surroundings(today: CivilDate(naming: "2024-05-16"), fileExists: nil)
    )
    .map { "\($0.rule): \($0.message)" }
  }

  @Test(arguments: Profile.all)
  func isABlankTemplate(in profile: Profile) throws {
    #expect(findings(try skeleton(profile), profile).map { $0.prefix(14) } == ["blank-template"])
  }

  @Test(arguments: Profile.all)
  func filledInItIsClean(in profile: Profile) throws {
    let found = findings(filled(try skeleton(profile), profile), profile)
    #expect(found == [])
  }

  /// With sections that only the team has.
  @Test func anOwnProfileHasOne() throws {
    let text = """
      profiles:
        ours: {extends: google-sre, sections: {recommended: []}}
      sections:
        kinds: {customer-letter: [Letter to customers]}
        names: {tasks: [What we owe]}
        required: [summary, impact, timeline, root-cause, customer-letter, tasks]
      zone: utc

      """
    let reading = ConfigurationReader.read(Array(text.utf8), version: "1.0.0")
    #expect(reading.problems == [])
    let (configuration, settings) = (reading.configuration, reading.configuration.settings)
    guard case .fixed(let own)? = configuration.selection(named: "ours") else {
      Issue.record("there is no such profile")
      return
    }
    let profile = own.adopting(settings)
    let blank = try skeleton(profile)
    #expect(blank.contains("\n## Customer letter\n"))
    #expect(findings(blank, profile, settings.dialect).map { $0.prefix(14) } == ["blank-template"])
    #expect(findings(filled(blank, profile), profile, settings.dialect) == [])
  }

  /// What a writer might put in place of each comment, by the heading or field above it.
  private func filled(_ skeleton: String, _ profile: Profile) -> String {
    var heading = ""
    var lines: [String] = []
    for line in skeleton.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" || $0 == " " }.prefix { $0 != "(" }).trimmed
      }
      guard let comment = line.range(of: "<!--") else {
        lines.append(line)
        if line.hasPrefix("|---") { lines.append(taskRow(profile)) }
        continue
      }
      let label = String(line[..<comment.lowerBound])
      if label.isEmpty, heading == "Root cause", profile.words != nil {
        lines.append(Array(repeating: Self.story, count: 6).joined(separator: "\n\n"))
      } else if label.isEmpty {
        lines.append(heading == "Action items" && !profile.tasks.isEmpty ? "" : Self.texts[heading] ?? "?")
      } else {
        lines.append(
          label
            + (label.contains("Status")
              ? "final" : label.contains("Severity") ? "SEV-2" : "the payments team"))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func taskRow(_ profile: Profile) -> String {
    let cells = profile.tasks.map { field in
      switch field {
      case .owner: "@ana"
      case .due: "2024-06-03"
      case .tracker: "OPS-12"
      case .priority: "P1"
      }
    }
    let second = profile.tasks.map {
      $0 == .priority ? "P2" : $0 == .tracker ? "OPS-13" : $0 == .owner ? "@tom" : "2024-06-10"
    }
    return "| "
      + (["Add an alert for certificates that expire within 14 days"] + cells).joined(separator: " | ")
      + " |\n"
      + "| " + (["Renew the gateway's certificate by `cert-manager`"] + second).joined(separator: " | ")
      + " |"
  }

  private static let story =
    "The certificate of the payment gateway expired in the afternoon because its renewal had been switched off in a migration, "
    + "and every connection of the checkout to the gateway was refused until a new certificate was deployed."
  private static let texts = [
    "Summary":
      "On 13 May 2024 the checkout failed for 12 % of the customers, because the certificate of the payment gateway had expired.",
    "Impact": "12 % of the orders failed, which hit 3,400 customers.",
    "Timeline": """
    - 14:28 The certificate of the gateway expired.
    - 14:30 Orders started failing.
    - 14:34 An alert fired for failed payments and paged the on-call engineer.
    - 14:36 The on-call engineer acknowledged the page.
    - 14:45 The network was suspected, but it was ruled out.
    - 14:50 The incident was escalated to the payments team.
    - 15:05 A new certificate was deployed and the errors dropped.
    - 15:10 All orders went through again, the incident was resolved.
    """,
    "Root cause": story, "Contributing factors": story, "What happened": story, "Fault": story,
    "Trigger": story,
    "Lead-up":
      "The gateway was moved to another cluster in April, and the renewal of its certificate was left behind.",
    "Five whys": """
    1. Why did orders fail? Because the gateway refused every connection.
    2. Why did it refuse them? Because its certificate had expired.
    3. Why had it expired? Because the renewal was left behind in a migration.
    4. Why was that not seen? Because no alert watches the dates of certificates.
    """,
    "Resolution":
      "A new certificate was issued and deployed to all gateways, after which every order went through again.",
    "Detection":
      "An alert for failed payments paged the on-call engineer four minutes after the first failure.",
    "Response":
      "The on-call engineer looked at the network first and then called in the payments team, which deployed a new certificate.",
    "Investigation":
      "The network was suspected for ten minutes, until a trace showed that the certificate was refused.",
    "Escalation": "The on-call engineer called in the payments team at 14:50 through the pager.",
    "Lessons learned": "Certificates are part of a migration, and their dates have to be watched like disks.",
    "What went well": "- The alert fired four minutes after the first failure.",
    "What went wrong": "- The network was suspected for ten minutes.",
    "Where we got lucky": "- The payments team was at its desks.",
    "Corrective and preventative measures": "- Alert on certificates that expire",
    "Action items": "- Add an alert for certificates that expire within 14 days (@ana, 2024-06-03)",
    "Tasks": "- Add an alert for certificates that expire within 14 days (@ana, 2024-06-03)",
    "Metrics": "Time to detect: 4 minutes.",
    "Supporting data": "The graph of failed payments is in the dashboard of the gateway.",
    "Background": "Every order is paid through a gateway that checks the certificate of its caller.",
    "Responders": "The on-call engineer of the checkout and the payments team.",
    "Communication": "The status page was updated at 14:40 and at 15:15.",
    "Recurrence": "It has not happened before.",
    "Prevention": "An alert on the dates of certificates would have shown it two weeks before.",
    "Customer letter": "All customers whose orders had failed were told on 14 May, and got a voucher.",
    "Duration": "40 minutes, from 14:30 to 15:10.",
  ]
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
