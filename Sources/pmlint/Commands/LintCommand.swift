import ArgumentParser
import PostmortemReports
import PostmortemRules

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Say what is missing or wrong in postmortems.")

  @OptionGroup var input: InputOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How findings are told.")
  var format = LintFormat.text

  @Option(help: ArgumentHelp("Run only these rules: names, categories or all.", valueName: "rule"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Do not run these rules.", valueName: "rule"))
  var ignore: [String] = []

  @Option(help: "The severity from which on findings fail the run. (default: error)")
  var failOn: FailThreshold?

  @Option(help: ArgumentHelp("Fail where a report scores less, from 0 to 100.", valueName: "n"))
  var minScore: Int?

  @Flag(help: "Findings do not fail the run.")
  var exitZero = false

  @Flag(name: .shortAndLong, help: "Tell findings only: no summary, no notices.")
  var quiet = false

  func validate() throws {
    if let minScore, !(0...100).contains(minScore) {
      throw ValidationError("--min-score is a number from 0 to 100, not \(minScore)")
    }
  }

  func run() throws {
    let planner = LintPlanner(
      profile: profile.profile, rules: try rules(), failOn: failOn, minScore: minScore)
    var search = InputSearch(
      input.paths, standardInputName: input.standardInputName,
      configurations: ConfigurationSearch(configuration.choice), excludes: !configuration.noExclude)
    let plan = try planner.plan(&search)
    for failure in search.failures { failure.tell() }
    if search.isEmpty, !quiet || !input.allowEmpty && !search.isExcluded { search.tellEmpty() }
    let totals = LintRun(plan: plan, report: report).run()
    throw ExitCode(status(totals, search))
  }

  private func rules() throws -> RuleSelection {
    do {
      return try RuleSelection(select: select, ignore: ignore)
    } catch {
      throw UsageFailure(message: error.message)
    }
  }

  private var report: any LintReport {
    switch format {
    case .text: TextReport(isColored: color.isColored, hasSummary: !quiet)
    case .json: JSONReport()
    }
  }

  private func status(_ totals: LintTotals, _ search: InputSearch) -> Int32 {
    if totals.unreadable > 0 || search.isFailure(allowEmpty: input.allowEmpty) { return ExitStatus.failure }
    let hasFailed = totals.failing > 0 || totals.belowMinimum > 0
    return hasFailed && !exitZero ? ExitStatus.findings : ExitStatus.clean
  }
}

extension InputSearch {
  func tellEmpty() {
    let reason =
      isExcluded ? "all that was named is excluded by the configuration" : "no Markdown files found"
    StandardError.write("pmlint: \(reason), nothing was checked")
  }
}
