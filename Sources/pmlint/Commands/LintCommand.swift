import ArgumentParser
import PostmortemReports
import PostmortemRules

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Say what is missing or wrong in postmortems.")

  @OptionGroup var input: InputOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var fixing: FixOptions

  @Option(help: "How findings are told.")
  var format = LintFormat.text

  @Option(help: ArgumentHelp("Run only these rules: names, categories or all.", valueName: "rule"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Do not run these rules.", valueName: "rule"))
  var ignore: [String] = []

  @Option(help: "The severity from which on findings fail the run.")
  var failOn = FailThreshold.error

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
    let linters = try linters()
    let search = InputSearch(input.paths, standardInputName: input.standardInputName)
    for failure in search.failures { failure.tell() }
    if search.isEmpty, !quiet || !input.allowEmpty { search.tellEmpty() }
    let run = LintRun(linters: linters, report: report, minScore: minScore, repair: fixing.repair)
    let totals = run.run(search.inputs)
    if !quiet, let line = fixing.repair?.summary(of: totals) { StandardError.write(line) }
    throw ExitCode(status(totals, search))
  }

  private func linters() throws -> LinterChoice {
    do {
      return LinterChoice(profile.profile.selection, try RuleSelection(select: select, ignore: ignore))
    } catch {
      throw UsageFailure(message: error.message)
    }
  }

  private var report: any LintReport {
    if fixing.diff { return SilentReport() }
    return switch format {
    case .text: TextReport(isColored: color.isColored, hasSummary: !quiet)
    case .json: JSONReport()
    }
  }

  private func status(_ totals: LintTotals, _ search: InputSearch) -> Int32 {
    if totals.unreadable + totals.unwritten > 0 || search.isFailure(allowEmpty: input.allowEmpty) {
      return ExitStatus.failure
    }
    if fixing.diff { return totals.fixes > 0 && !exitZero ? ExitStatus.findings : ExitStatus.clean }
    let hasFailed = failOn.severity.map(totals.reaches) == true || totals.belowMinimum > 0
    return hasFailed && !exitZero ? ExitStatus.findings : ExitStatus.clean
  }
}

extension InputSearch {
  /// Whether there was nothing to find, rather than something in the way.
  var isEmpty: Bool { inputs.isEmpty && failures.isEmpty }

  func isFailure(allowEmpty: Bool) -> Bool { !failures.isEmpty || inputs.isEmpty && !allowEmpty }

  func tellEmpty() { StandardError.write("pmlint: no Markdown files found, nothing was checked") }
}
