import ArgumentParser
import PostmortemRules
import Testing

@testable import pmlint

@Suite struct OptionTests {
  @Test(
    arguments: [
      (ColorChoice.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
      (.auto, false, ["FORCE_COLOR": "1"], true), (.auto, true, ["FORCE_COLOR": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true), (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, ["FORCE_COLOR": "1"], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func colors(_ choice: ColorChoice, _ isTerminal: Bool, _ environment: [String: String], _ expected: Bool) {
    #expect(choice.isColored(isTerminal: isTerminal) { environment[$0] } == expected)
  }

  @Test func selectsByNameCategoryAndAll() throws {
    let all = Set(Rule.all.map(\.id))
    #expect(try Set(RuleSelection(select: ["all"], ignore: []).rules.map(\.id)) == all)
    #expect(try RuleSelection(select: ["missing-zone, vague-task"], ignore: []).rules.count == 2)
    #expect(try RuleSelection(select: ["zone"], ignore: []).rules.allSatisfy { $0.category == .zone })
    #expect(try RuleSelection(select: ["all"], ignore: ["zone"]).rules.allSatisfy { $0.category != .zone })
    #expect(try RuleSelection(select: [], ignore: ["all"]).rules.isEmpty)
    #expect(try RuleSelection(select: [], ignore: []).rules.allSatisfy(\.isOnByDefault))
  }

  @Test func readsPlainArgumentsAsTheParserDoes() throws {
    let commands = Set(
      ["help"] + PMLint.configuration.subcommands.compactMap { $0.configuration.commandName })
    for arguments in [["a.md"], ["lint", "a.md", "b"], ["--exit-zero", "a"], ["lint", "a", "--exit-zero"]] {
      let parsed = try #require(try PMLint.parseAsRoot(arguments) as? LintCommand)
      #expect(LintJob(plain: arguments, commands: commands) == parsed.job)
    }
    for arguments in [
      [], ["lint"], ["-"], ["a", "-q"], ["--help"], ["rules"], ["a", "inspect"], ["--version"],
    ] {
      #expect(LintJob(plain: arguments, commands: commands) == nil)
    }
  }

  @Test func suggestsOnlyWhatIsNear() {
    #expect(Suggestion.nearest(to: "missing-zoen", in: ["missing-zone", "mixed-zones"]) == "missing-zone")
    #expect(Suggestion.nearest(to: "frobnicate", in: ["missing-zone", "all"]) == nil)
  }

  @Test func deliversInOrderWithBoundedWaiting() {
    var delivered: [Int] = []
    // The first item takes longest, so that the others run into the window.
    let work = OrderedWork(count: 500, threads: 4, window: 8) { item in
      var sum = item
      if item % 100 == 0 { for number in 0..<200_000 { sum = sum &* 31 &+ number } }
      return sum == Int.min ? -1 : item
    }
    work.run { delivered.append($0) }
    #expect(delivered == Array(0..<500))
  }

  @Test(arguments: [
    ("a.md", true), (".a.md", false), ("README.md", false), ("read.me", false), ("x.MD.ERB", true),
    (".md", false),
  ])
  func takesReportsByName(_ name: String, _ isReport: Bool) {
    #expect(ReportName.isReport(Array(name.utf8)) == isReport)
  }
}
