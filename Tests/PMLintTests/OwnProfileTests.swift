import Foundation
import Testing

/// A team's own profiles, wherever a profile may be named.
@Suite struct OwnProfileTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("", to: ".git")
    try scratch.write(
      """
      profile: ours
      profiles:
        ours: {extends: google-sre, tasks: [owner, tracker]}
        letters: {extends: ours, about: letters, sections: {required: [summary, letter], recommended: []}}
      sections:
        kinds: {letter: [Letter to customers]}
      overrides:
        - files: old/**
          profile: minimal

      """, to: ".pmlint.yml")
  }

  @Test func areListedAndShown() throws {
    let list = try scratch.run("profiles")
    #expect(list.output.hasSuffix("zone\nours             your own\nletters          letters\n"))
    let one = try scratch.run("profiles", "letters")
    #expect(one.output.hasPrefix("letters  letters\n  required        summary, letter\n"))
    #expect(one.output.contains("\n  of a task       owner, tracker\n"))
    #expect(try scratch.run("profiles", "--no-config", "ours").status == 2)
    #expect(
      try scratch.run("profiles", "our").errors == "pmlint: unknown profile 'our'; did you mean 'ours'?\n")
    let json = try scratch.run("profiles", "letters", "--format", "json")
    #expect(json.output.contains("\"letter\""))
  }

  @Test func giveTheFormOfNewReports() throws {
    let letter = try scratch.run("new", "x", "--profile", "letters", "--date", "2024-05-13")
    #expect(letter.output.contains("\n## Summary\n") && letter.output.contains("\n## Letter\n"))
    #expect(!letter.output.contains("## Impact"))
    let ours = try scratch.run("new", "x", "--date", "2024-05-13")
    #expect(
      ours.output.contains("## Where we got lucky") && ours.output.contains("| Action | Owner | Ticket |"))
    let old = try scratch.run("new", "x", "-o", "old/x.md")
    #expect(old.errors.contains("old/x.md") && old.status == 2)
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "old"), withIntermediateDirectories: true)
    #expect(try scratch.run("new", "x", "-o", "old/x.md").status == 0)
    let text = try String(contentsOf: scratch.url.appending(path: "old/x.md"), encoding: .utf8)
    #expect(text.contains("## Impact") && !text.contains("lucky"))
    #expect(try scratch.run("old").output.contains("blank-template"))
    #expect(
      try scratch.run("new", "x", "--profile", "auto").errors.hasPrefix("pmlint: unknown profile 'auto'"))
    #expect(try scratch.run("new", "x", "--no-config").output.contains("## Detection"))
  }

  @Test func mayFitBest() throws {
    let text = """
      # Letters about the outage of checkout on 2024-05-13

      ## Summary

      From 10:00 to 11:00 UTC checkout was down for all customers, since the cache was too small.

      ## Letter to customers

      We wrote to all of them.

      """
    try scratch.write(text, to: "a.md")
    let seen = try scratch.run("inspect", "a.md")
    #expect(seen.output.contains("\n  fits letters best: 2 of 2 required sections, "))
    #expect(
      try scratch.run("inspect", "--format", "json", "a.md").output.contains(
        "\"fit\":{\"profile\":\"letters\""))
    #expect(try scratch.run("--profile", "auto", "a.md").output.contains(" · complete 2/2 · "))
  }

  @Test func wrongConfigurationsAreTold() throws {
    try scratch.write("profile: our\n", to: ".pmlint.yml")
    for arguments in [["new", "x"], ["profiles"]] {
      let outcome = try Program.run(arguments, in: scratch.url)
      #expect(outcome.status == 2 && outcome.errors.hasPrefix(".pmlint.yml:1:10: unknown profile 'our'"))
    }
  }
}
