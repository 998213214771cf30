import Foundation
import TestSupport
import Testing

/// The built program on the reports below `Fixtures`, as its users run it.
@Suite(.timeLimit(.minutes(10))) struct FixtureProgramTests {
  private let folder = fixture("Postmortems")

  @Test func exemplaryReportGivesOneLine() throws {
    for profile in [("standard", 6), ("alx", 9)] {
      let outcome = try Program.run(["exemplary.md", "--profile", profile.0], in: folder)
      #expect(outcome.output == "no findings in 1 file · complete \(profile.1)/\(profile.1) · score 100\n")
      #expect(outcome.errors.isEmpty && outcome.status == 0)
    }
  }

  @Test func summaryCountsAndEndsInOne() throws {
    let outcome = try Program.run(["student-bold.alx.md", "--profile", "alx"], in: folder)
    let golden = String(decoding: fixtureBytes("Postmortems/student-bold.alx.txt"), as: UTF8.self)
    #expect(outcome.output == golden)
    #expect(outcome.output.hasSuffix("\n1 error, 2 warnings, 11 info in 1 file · complete 9/9 · score 91\n"))
    #expect(outcome.status == 1)
  }

  @Test func lintJSONTellsWhatTheTextTells() throws {
    let arguments = ["student-bold.alx.md", "--profile", "alx", "--format", "json"]
    let outcome = try Program.run(arguments, in: folder)
    let report = try JSONDecoder().decode(LintJSON.self, from: Data(outcome.output.utf8))
    #expect(report.schema == "pmlint.lint/1" && outcome.status == 1)
    #expect(report.summary["errors"] == 1 && report.summary["warnings"] == 2 && report.summary["infos"] == 11)
    let error = try #require(report.diagnostics.first { $0.severity == "error" })
    #expect(error.rule == "conflicting-duration" && error.category == "consistency")
    #expect(error.path == "student-bold.alx.md" && error.line == 5 && error.endLine == 5)
    #expect(error.endColumn > error.column && error.message.hasSuffix("the recovery at 16:45"))
    let places = report.diagnostics.map { [$0.line, $0.column] }
    #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func inspectJSONFollowsTheContract() throws {
    let outcome = try Program.run(["inspect", "--format", "json", "exemplary.md"], in: folder)
    let file = try #require(
      try JSONDecoder().decode([InspectJSON].self, from: Data(outcome.output.utf8)).first)
    #expect(outcome.status == 0 && file.schema == "pmlint.inspect/1" && file.path == "exemplary.md")
    #expect(file.class == "postmortem" && file.title == "Postmortem: card payments declined on 2024-04-17")
    #expect(file.zone == "stated" && file.impactQuantified)
    #expect(file.timeline.map(\.line) == Array(23...30))
    #expect(file.timeline.first?.instant == "2024-04-17T08:04:00Z")
    #expect(file.tasks.map(\.line) == [79, 80, 81])
    #expect(file.tasks.map(\.owner) == ["Platform team", "Noor Haddad", "Piet de Vries"])
    #expect(file.tasks.map(\.tracker) == ["PAY-711", "PAY-712", "PAY-713"])
    #expect(file.measures.map(\.line) == [72, 73])
    #expect(file.measures.allSatisfy { !$0.tasks.isEmpty })
    #expect(file.durations == ["detect": 300, "mitigate": 3960, "resolve": 3960, "incident": 5760])
  }

  @Test func inspectTextTellsTheWholeReading() throws {
    let outcome = try Program.run(["inspect", "student-bold.alx.md"], in: folder)
    #expect(outcome.errors.isEmpty && outcome.status == 0)
    expectGolden(outcome.output, "Postmortems/student-bold.alx.inspect.txt")
  }

  @Test func wrongWordsGetASuggestion() throws {
    let profile = try Program.run(["exemplary.md", "--profile", "standart"], in: folder)
    #expect(profile.status == 2 && profile.output.isEmpty && profile.errors.contains("standard"))
    let ignored = try Program.run(["exemplary.md", "--ignore", "vague-taks"], in: folder)
    #expect(ignored.errors == "pmlint: unknown rule 'vague-taks'; did you mean 'vague-task'?\n")
    #expect(ignored.status == 2 && ignored.output.isEmpty)
  }
}

private struct LintJSON: Decodable {
  struct Diagnostic: Decodable {
    let rule: String
    let category: String
    let severity: String
    let message: String
    let path: String
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
  }

  let schema: String
  let diagnostics: [Diagnostic]
  let summary: [String: Int]
}

private struct InspectJSON: Decodable {
  struct Entry: Decodable {
    let line: Int
    let instant: String?
  }

  struct Measure: Decodable {
    let line: Int
    let tasks: [Int]
  }

  struct Task: Decodable {
    let line: Int
    let owner: String?
    let tracker: String?
  }

  let schema: String
  let path: String
  let `class`: String
  let title: String?
  let zone: String?
  let impactQuantified: Bool
  let timeline: [Entry]
  let measures: [Measure]
  let tasks: [Task]
  let durations: [String: Int?]
}
