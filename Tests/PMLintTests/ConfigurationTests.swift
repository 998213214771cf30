import Foundation
import Testing

/// What each key of a configuration changes in a run, as people see it.
@Suite struct ConfigurationTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: ".git"), withIntermediateDirectories: true)
    try scratch.write(report, to: "reports/a.md")
  }

  private let report = """
    # Postmortem: checkout outage

    - **Date**: 2024-05-13

    ## In a nutshell

    Checkout failed for 12 % of requests for 40 minutes after a deploy.

    ## Customer letter

    We wrote to all customers who had tried to pay, and gave them a voucher.

    ## Timeline

    - 10:00 Deploy of version 4.2 begins
    - 10:05 Errors rise and the alert fires
    - 10:20 Rolled back, errors gone, incident resolved

    ## Root cause

    The new version held a lock on the orders table while it read the cache, so that requests waited for each other.
    The review was asleep at the wheel.

    ## Action items

    - Streamline the deploy of the checkout
    - Synergise the teams
    - Add an alert for lock waits, Falcon Squad, by 2024-06-01, INC000123

    """

  /// The findings of a run, one a line: "6 missing-zone".
  private func findings(_ configuration: String, _ arguments: String...) throws -> [String] {
    try scratch.write(configuration, to: ".pmlint.yml")
    let outcome = try Program.run(["--format", "json"] + arguments + ["reports"], in: scratch.url)
    #expect(outcome.errors == "")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let found = json?["diagnostics"] as? [[String: Any]] ?? []
    return found.map { "\($0["severity"] ?? "") \($0["rule"] ?? "")" }
  }

  @Test func namesOfSectionsAreKnown() throws {
    #expect(try findings("").contains("error missing-section"))
    let names = "sections: {names: {summary: [In a nutshell]}, required: [summary, timeline]}\n"
    #expect(try !findings(names).contains("error missing-section"))
    #expect(try findings(names + "rules: {unmarked-heading: error}\n").isEmpty == false)
  }

  @Test func kindsOfOnesOwnAreRequiredAndOrdered() throws {
    let own = "sections: {kinds: {letter: [Customer letter]}, required: [letter, tasks]"
    #expect(try !findings(own + "}\n").contains("error missing-section"))
    #expect(try !findings(own + ", order: [letter, timeline]}\n").contains("info misordered-sections"))
    #expect(try findings(own + ", order: [timeline, letter]}\n").contains("info misordered-sections"))
    #expect(
      try findings("sections: {kinds: {letter: [Letter to nobody]}, required: [letter]}\n")
        .contains("error missing-section"))
    let shown = try scratch.run("inspect", "reports/a.md").output
    #expect(shown.contains("✗ letter                missing"))
  }

  @Test func recommendedSectionsAreTold() throws {
    try scratch.write("sections: {recommended: [background]}\n", to: ".pmlint.yml")
    #expect(try scratch.run("inspect", "reports/a.md").output.contains("– background            missing"))
  }

  @Test func wordsChangeWhatIsFound() throws {
    let plain = try findings("")
    #expect(plain.contains("warning vague-task"))
    #expect(!plain.contains("warning blaming-language"))
    #expect(try !findings("vocabulary: {accept: streamline}\n").contains("warning vague-task"))
    let own = "vocabulary: {accept: [streamline], vague-verbs: [synergis*], blame: [asleep at the wheel]}\n"
    let found = try findings(own)
    #expect(found.contains("warning vague-task"))
    #expect(found.contains("warning blaming-language"))
    #expect(
      try !findings("vocabulary: {blame: [asleep at the wheel], accept: [asleep at]}\n")
        .contains("warning blaming-language"))
  }

  @Test func ownersAndTicketsCount() throws {
    try scratch.write(
      "vocabulary: {owners: [Falcon Squad], trackers: ['INC\\d{6}']}\n", to: ".pmlint.yml")
    let shown = try scratch.run("inspect", "reports/a.md").output
    #expect(shown.contains("owner Falcon Squad · due 2024-06-01 · tracker INC000123 · concrete"))
    let bare = try scratch.run("inspect", "--no-config", "reports/a.md").output
    #expect(bare.contains("no owner · due 2024-06-01 · no tracker · concrete"))
  }

  @Test func zoneIsAssumedOrAsked() throws {
    #expect(try findings("").contains("error missing-zone"))
    #expect(try !findings("zone: any\n").contains("error missing-zone"))
    #expect(try findings("zone: any\nrules: {missing-zone: info}\n").contains("info missing-zone"))
    #expect(try !findings("zone: Europe/Berlin\n").contains { $0.contains("zone") })
    let shown = try scratch.run("inspect", "reports/a.md").output
    #expect(shown.contains("2024-05-13T08:00:00Z"))
    #expect(try !findings("zone: PST\n").contains { $0.hasSuffix("-zone") })
    try scratch.write(report.replacing("## Timeline", with: "## Timeline (CEST)"), to: "reports/a.md")
    #expect(try findings("zone: utc\n").contains("info non-utc-time"))
  }

  @Test func rulesAndCategoriesHaveSeverities() throws {
    #expect(try findings("rules: {all: off}\n") == [])
    #expect(try findings("rules: {all: off, missing-zone: info}\n") == ["info missing-zone"])
    #expect(try findings("rules: {missing-zone: info, zone: off}\n").contains("info missing-zone"))
    #expect(try findings("rules: {tasks: error}\n").contains("error vague-task"))
    #expect(try findings("rules: {zone: off}\n", "--select", "missing-zone") == ["error missing-zone"])
    #expect(try !findings("").contains("info untracked-task"))
    #expect(try findings("rules: {untracked-task: error}\n").contains("error untracked-task"))
  }

  @Test func profilesAreChosenAndExtended() throws {
    let own = """
      profile: ours
      profiles:
        ours: {extends: mid, tasks: [owner, tracker]}
        mid: {extends: minimal, zone: any, rules: {unowned-task: error}}

      """
    let found = try findings(own)
    #expect(!found.contains("error missing-zone"))
    #expect(found.contains("error unowned-task"))
    #expect(found.contains("info untracked-task") || found.contains("warning untracked-task"))
    #expect(try findings(own, "--profile", "standard").contains("error missing-zone"))
    #expect(try scratch.run("inspect", "reports/a.md").output.contains("profile ours"))
    #expect(try scratch.run("inspect", "--profile", "mid", "reports/a.md").output.contains("profile mid"))
    let unknown = try scratch.run("--profile", "ourz", "reports/a.md")
    #expect(unknown.errors == "pmlint: unknown profile 'ourz'; did you mean 'ours'?\n")
    #expect(unknown.status == 2)
  }

  @Test func thresholdsFailTheRun() throws {
    func status(_ configuration: String, _ arguments: String...) throws -> Int32 {
      try scratch.write("rules: {all: off, missing-zone: warning}\n" + configuration, to: ".pmlint.yml")
      return try Program.run(arguments + ["reports/a.md"], in: scratch.url).status
    }
    #expect(try status("") == 0)
    #expect(try status("fail-on: warning\n") == 1)
    #expect(try status("fail-on: warning\n", "--fail-on", "never") == 0)
    #expect(try status("fail-on: never\n", "--fail-on", "info") == 1)
    #expect(try status("min-score: 100\n") == 1)
    #expect(try status("min-score: 100\n", "--min-score", "1") == 0)
    #expect(try status("overrides: [{files: reports, fail-on: warning}]\n") == 1)
    #expect(try status("overrides: [{files: other, fail-on: warning}]\n") == 0)
  }

  @Test func overridesHoldForTheirFiles() throws {
    try scratch.write(report, to: "reports/old/b.md")
    try scratch.write(
      """
      rules: {all: off, missing-section: error, vague-task: info}
      overrides:
        - files: reports/old/**
          rules: {vague-task: off}
          sections: {names: {summary: In a nutshell}, required: [summary, lessons]}
        - files: "b.md"
          rules: {missing-section: warning}

      """, to: ".pmlint.yml")
    let outcome = try scratch.run("--format", "text", "--color", "never")
    let lines = outcome.output.split(separator: "\n").filter { $0.contains("  missing-section") }
    #expect(
      lines.filter { $0.contains("no summary section") } == [
        "  1:3  error  no summary section  missing-section"
      ])
    #expect(
      lines.filter { $0.contains("warning") } == ["  1:3  warning  no lessons section  missing-section"])
  }

  @Test func everyProblemIsToldAtOnce() throws {
    try scratch.write(
      """
      profil: alx
      rules:
        timeline-out-of-ordr: warning
        tasks: loud
      sections: {required: [sumary], kinds: {Big: [x]}}
      vocabulary: {accept: ["!"], trackers: ["(a"]}
      rules: {}
      required-version: ">=9"
      edition: "2031.1"

      """, to: ".pmlint.yml")
    let outcome = try scratch.run("reports/a.md")
    #expect(
      outcome.errors == """
        .pmlint.yml:1:1: unknown key 'profil'; did you mean 'profile'?
        .pmlint.yml:3:3: unknown rule 'timeline-out-of-ordr'; did you mean 'timeline-out-of-order'?
        .pmlint.yml:4:10: 'loud' is not a severity; expected one of off, info, warning, error
        .pmlint.yml:5:23: unknown section 'sumary'; did you mean 'summary'?
        .pmlint.yml:5:40: expected a name of small letters, digits and hyphens, not 'Big'
        .pmlint.yml:6:23: expected a word or phrase, not '!'
        .pmlint.yml:6:40: the form of a ticket '(a': '(' stands for nothing here; write '\\(' for the sign, and each choice by itself
        .pmlint.yml:7:1: the key 'rules' stands here twice
        .pmlint.yml:8:19: pmlint 0.1.0 is not one of the required versions '>=9'; install one that is
        .pmlint.yml:9:10: '2031.1' is not an edition; expected one of 2026.1

        """)
    #expect(outcome.output == "")
    #expect(outcome.status == 2)
    #expect(try scratch.run("--no-config", "--exit-zero", "reports/a.md").status == 0)
  }

  @Test func bombsAndHugeFilesAreRefused() throws {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nrules: *b\n"
    try scratch.write(bomb, to: ".pmlint.yml")
    let refused = try scratch.run("reports/a.md")
    #expect(refused.status == 2)
    #expect(refused.errors.contains(".pmlint.yml:3:8: '*b' is an alias, which is not followed"))
    try scratch.write(String(repeating: "# much\n", count: 200_000), to: ".pmlint.yml")
    #expect(
      try scratch.run("reports/a.md").errors
        == "pmlint: .pmlint.yml: is larger than 1 MiB, too large for a configuration\n")
    let many = (0..<20_000).map { "w\($0)" }.joined(separator: ", ")
    try scratch.write("vocabulary: {accept: [\(many)]}\n", to: ".pmlint.yml")
    #expect(
      try scratch.run("reports/a.md").errors.hasSuffix("there are more than 48 KiB of names and words\n"))
    try scratch.write(String(repeating: "a:\n", count: 300_000), to: ".pmlint.yml")
    #expect(try scratch.run("reports/a.md").status == 2)
  }
}
