import ArgumentParser
import PostmortemReports
import PostmortemRules

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: why it is there, what it reports and what not.")

  @OptionGroup var color: ColorOptions

  @Argument(help: "The rule's name, or completeness.", completion: .pages)
  var rule: String

  func run() throws {
    if let guide = Guide.all.first(where: { $0.name == rule }) {
      return write(RulePageReport(page: guide.page, facts: "guide", isColored: color.isColored))
    }
    guard let rule = Rule.all.first(where: { $0.id == self.rule }) else {
      let suggestion = NearestName.nearest(to: self.rule, in: Rule.all.map(\.id) + Guide.all.map(\.name))
      throw UsageFailure(message: RuleSelection.UnknownName(name: self.rule, suggestion: suggestion).message)
    }
    write(RulePageReport(rule: rule, isColored: color.isColored))
  }

  private func write(_ report: RulePageReport) {
    var output = OutputStream()
    output.write(report.text)
    output.flush()
  }
}
