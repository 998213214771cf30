import PostmortemReports
import PostmortemRules

/// What is to be linted, and how the findings are told: what the options of `lint` say, with their defaults.
struct LintJob: Equatable {
  var paths: [String] = []
  var standardInputName = "<stdin>"
  var allowEmpty = false
  var profile = ProfileChoice.named("standard")
  var color = ColorChoice.auto
  var reports = ReportChoice()
  var select: [String] = []
  var ignore: [String] = []
  var failOn = FailThreshold.error
  var minScore: Int?
  var exitZero = false
  var quiet = false
  var baseline = BaselineChoice.none

  /// Does the job; the status with which the program is to end.
  func run() throws -> Int32 {
    let linters = try linters()
    var ledger = try baseline.ledger()
    let plan = try ReportPlan(reports, rules: RuleRoster(of: linters.all), color: color, isQuiet: quiet)
    let search = InputSearch(paths, standardInputName: standardInputName)
    var sinks = try plan.open(besides: search.inputs)
    if search.isEmpty, !quiet || !allowEmpty { search.tellEmpty() }
    for failure in search.failures { sinks.add(failure) }
    let run = LintRun(
      linters: linters, reports: plan.reports, root: plan.root, minScore: minScore, baseline: ledger?.use)
    let totals = run.run(search.inputs, into: &sinks) { ledger?.add($0) }
    if !search.inputs.isEmpty { try ledger?.close(quiet: quiet) }
    return status(totals, search)
  }

  private func linters() throws -> LinterChoice {
    do {
      return LinterChoice(profile.selection, try RuleSelection(select: select, ignore: ignore))
    } catch {
      throw UsageFailure(message: error.message)
    }
  }

  private func status(_ totals: LintTotals, _ search: InputSearch) -> Int32 {
    if totals.unreadable > 0 || search.isFailure(allowEmpty: allowEmpty) { return ExitStatus.failure }
    let hasFailed = failOn.severity.map(totals.reaches) == true || totals.belowMinimum > 0
    return hasFailed && !exitZero ? ExitStatus.findings : ExitStatus.clean
  }
}

extension LintJob {
  /// The job of arguments that only name files and folders, as nearly all do; nil for any others.
  ///
  /// The parser of arguments takes longer than several reports.
  init?(plain arguments: some Collection<String>, commands: Set<String>) {
    self.init()
    for (place, argument) in arguments.enumerated() {
      if place == 0, argument == "lint" { continue }
      if argument == "--exit-zero" {
        exitZero = true
      } else if argument.utf8.first == UInt8(ascii: "-") || commands.contains(argument) {
        return nil
      } else {
        paths.append(argument)
      }
    }
    if paths.isEmpty { return nil }
  }
}

extension InputSearch {
  /// Whether there was nothing to find, rather than something in the way.
  var isEmpty: Bool { inputs.isEmpty && failures.isEmpty }

  func isFailure(allowEmpty: Bool) -> Bool { !failures.isEmpty || inputs.isEmpty && !allowEmpty }

  func tellEmpty() { StandardError.write("pmlint: no Markdown files found, nothing was checked") }
}
