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
    #expect(try Set(RuleSelection(select: ["all"], ignore: []).linter(for: .standard).rules.map(\.id)) == all)
    #expect(
      try RuleSelection(select: ["missing-zone, vague-task"], ignore: []).linter(for: .standard).rules.count
        == 2)
    #expect(
      try RuleSelection(select: ["zone"], ignore: []).linter(for: .standard).rules.allSatisfy {
        $0.category == .zone
      })
    #expect(
      try RuleSelection(select: ["all"], ignore: ["zone"]).linter(for: .standard).rules.allSatisfy {
        $0.category != .zone
      })
    #expect(try RuleSelection(select: [], ignore: ["all"]).linter(for: .standard).rules.isEmpty)
    #expect(
      try RuleSelection(select: [], ignore: []).linter(for: .standard).rules.allSatisfy(\.isOnByDefault))
  }

  @Test func readsPlainArgumentsAsTheParserDoes() throws {
    let commands = ["help"] + PMLint.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(commands.joined().utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A })
    for arguments in [["a.md"], ["lint", "a.md", "b"], ["--exit-zero", "a"], ["lint", "a", "--exit-zero"]] {
      let parsed = try #require(try PMLint.parseAsRoot(arguments) as? LintCommand)
      #expect(LintJob(plain: arguments) { commands } == parsed.job)
    }
    for arguments in [
      [], ["lint"], ["-"], ["a", "-q"], ["--help"], ["rules"], ["a", "inspect"], ["--version"],
    ] {
      #expect(LintJob(plain: arguments) { commands } == nil)
    }
  }

  @Test func suggestsOnlyWhatIsNear() {
    #expect(NearestName.nearest(to: "missing-zoen", in: ["missing-zone", "mixed-zones"]) == "missing-zone")
    #expect(NearestName.nearest(to: "frobnicate", in: ["missing-zone", "all"]) == nil)
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

  @Test func deliversWhatOthersFinishLast() {
    // The calling thread often finds nothing left to do while another waits for room.
    for _ in 0..<300 {
      var delivered = 0
      OrderedWork(count: 24, threads: 4, window: 2) { $0 }.run { _ in delivered += 1 }
      #expect(delivered == 24)
    }
  }

  @Test(arguments: [
    ("a.md", true), (".a.md", false), ("README.md", false), ("read.me", false), ("x.MD.ERB", true),
    (".md", false),
  ])
  func takesReportsByName(_ name: String, _ isReport: Bool) {
    #expect(ReportName.isReport(Array(name.utf8)) == isReport)
  }
}
