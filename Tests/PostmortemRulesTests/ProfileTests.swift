import MarkdownTree
import PostmortemModel
import Testing

@testable import PostmortemRules

@Suite struct ProfileTests {
  @Test(arguments: Profile.names)
  func builtInProfileIsRight(name: String) throws {
    let file = try #require(Profile.files.first { $0.name == name })
    let (profile, problems) = Profile.read(file.bytes(), name: name)
    #expect(problems == [])
    #expect(!profile.about.isEmpty && !profile.source.isEmpty && !profile.required.isEmpty)
    let asked = (profile.required + profile.recommended).flatMap(\.parts)
    for division in profile.divisions {
      #expect(asked.contains(division.section), "\(division.section) is asked for")
    }
    for part in profile.order { #expect(asked.contains(part), "\(part) is asked for") }
  }

  @Test func everyProblemIsToldAtItsPlace() {
    let text = """
      extends: gogle
      sections:
        required: [sumary, [measures, tasks]]
      zone: local
      words: many
      rules:
        unowned-tsk: off
        vague-task: loud
      zone: utc
      colour: red
      """
    let (profile, problems) = Profile.read(Array(text.utf8), name: "own")
    #expect(
      problems.map(\.message) == [
        "the key 'zone' stands here twice", "there is no profile 'gogle' to extend",
        "unknown section 'sumary'; did you mean 'summary'?",
        "'local' is not a demand on the zone; one of any, stated, utc",
        "expected a range of words such as 400-600",
        "unknown rule 'unowned-tsk'; did you mean 'unowned-task'?",
        "'loud' is not a severity; one of info, warning, error, off", "unknown key 'colour'",
      ])
    let bytes = Array(text.utf8)
    #expect(problems.contains { bytes[$0.offset...].starts(with: Array("sumary".utf8)) })
    #expect(profile.required.map(\.name) == ["measures or tasks"])
  }

  @Test func brokenYAMLIsOneProblem() {
    #expect(Profile.read(Array("a: [".utf8), name: "own").problems.count == 1)
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      Profile.read(Array(deep.utf8), name: "own").problems.map(\.message) == ["brackets are nested too deep"])
  }

  @Test func ownProfileExtendsABuiltInOne() {
    let text = "extends: alx\nrules: {missing-zone: off, vague-task: error}\n"
    let (profile, problems) = Profile.read(Array(text.utf8), name: "zzz")
    #expect(problems.isEmpty)
    #expect(profile.required == Profile.builtIn("alx")?.required && profile.name == "zzz")
    let included = Rule.all.filter(profile.includes).map(\.id)
    #expect(!included.contains("missing-zone") && included.contains("impact-without-percentage"))
    #expect(profile.severity(of: "vague-task") == .error)
  }

  @Test func theFormTellsTheProfile() {
    let google = """
      # Shakespeare search is down

      ## Summary
      Down for an hour.
      ## Impact
      All queries.
      ## Root causes
      A latent bug.
      ## Trigger
      A new sonnet.
      ## Resolution
      More capacity.
      ## Detection
      Borgmon.
      ## Action items
      - Add an alert
      ## Lessons learned
      ### What went well
      - Paged
      ### What went wrong
      - Overload
      ### Where we got lucky
      - Mailing list
      ## Timeline
      - 14:51 UTC: news
      ## Supporting information
      A graph.
      """
    let postmortem = Postmortem(reading: SourceText(google))
    #expect(ProfileFit.best(for: postmortem, among: Profile.all).profile.name == "google-sre")
    #expect(
      ProfileFit.best(for: Postmortem(reading: SourceText("# Hm")), among: Profile.all).profile.name
        == "standard")
  }
}

@Suite struct ScoreTests {
  private func score(_ text: String, _ profile: Profile = .standard) -> Score {
    let postmortem = Postmortem(reading: SourceText(text))
    return Score(of: postmortem, Completeness(of: postmortem, in: profile), in: profile)
  }

  @Test func partsAddUp() {
    let score = score("# Outage\n\n## Summary\n\n80 % of the users could not log in for an hour that day\n")
    #expect(score.parts.map(\.name) == ["sections", "timeline", "impact", "cause", "tasks", "owner", "due"])
    #expect(score.parts.map(\.points) == [12, 0, 10, 0, 0, 0, 0])
    #expect(score.total == 24)
    #expect(score.next?.name == "sections")
    #expect(score.next?.advice?.hasPrefix("add timeline, root-cause") == true)
  }

  @Test func whatTheProfileDoesNotAskForIsLeftOut() {
    let etsy = Profile.builtIn("etsy") ?? .standard
    #expect(score("# Outage", etsy).parts.map(\.name) == ["sections", "timeline", "cause"])
  }
}
