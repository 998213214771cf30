import ArgumentParser

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Say what is missing or wrong in postmortems.")

  @OptionGroup var input: InputOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var fixing: FixOptions
  @OptionGroup var changes: ChangeOptions

  @OptionGroup var reports: ReportOptions

  @Option(
    help: ArgumentHelp("Run only these rules: names, categories or all.", valueName: "rule"),
    completion: .rules)
  var select: [String] = []

  @Option(help: ArgumentHelp("Do not run these rules.", valueName: "rule"), completion: .rules)
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

  func run() throws { throw ExitCode(try job.run()) }

  var job: LintJob {
    LintJob(
      paths: input.paths, standardInputName: input.standardInputName, allowEmpty: input.allowEmpty,
      profile: profile.profile, configuration: configuration.choice, excludes: !configuration.noExclude,
      color: color.color, reports: reports.choice, select: select, ignore: ignore, failOn: failOn,
      minScore: minScore, exitZero: exitZero, quiet: quiet, baseline: baseline.choice,
      repair: fixing.repair, changes: changes.choice)
  }
}
