import ArgumentParser
import PostmortemReports
import PostmortemRules

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List the rules.")

  @OptionGroup var color: ColorOptions

  @Option(help: "How they are listed.")
  var format = ListFormat.text

  func run() {
    let report = RuleListReport(rules: Rule.all, isColored: color.isColored)
    var output = OutputStream()
    switch format {
    case .text: output.write(report.text)
    case .json: output.write(report.json)
    }
    output.flush()
  }
}
