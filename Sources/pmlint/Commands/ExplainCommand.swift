import ArgumentParser
import PostmortemReports
import PostmortemRules

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: why it is there, what it reports and what not.")

  @OptionGroup var color: ColorOptions

  @Argument(help: "The rule's name.")
  var rule: String

  func run() throws {
    guard let rule = Rule.all.first(where: { $0.id == self.rule }) else {
      let suggestion = NearestName.nearest(to: self.rule, in: Rule.all.map(\.id))
      throw UsageFailure(message: RuleSelection.UnknownName(name: self.rule, suggestion: suggestion).message)
    }
    var output = OutputStream()
    output.write(RulePageReport(rule: rule, isColored: color.isColored).text)
    output.flush()
  }
}
