import PostmortemReports
import PostmortemRules

/// What is to be linted, and how the findings are told: what the options of `lint` say, with their defaults.
struct LintJob: Equatable {
  var paths: [String] = []
  var standardInputName = InputSearch.unnamed
  var allowEmpty = false
  /// Nil for what the configuration says.
  var profile: String?
  var configuration = ConfigurationChoice.nearest
  /// Whether what configurations exclude is left out.
  var excludes = true
  var color = ColorChoice.auto
  var reports = ReportChoice()
  var select: [String] = []
  var ignore: [String] = []
  /// Nil for what the configuration says.
  var failOn: FailThreshold?
  var minScore: Int?
  var exitZero = false
  var quiet = false
  var baseline = BaselineChoice.none
  var repair: Repair?
  var changes = ChangeChoice.all

  /// Does the job; the status with which the program is to end.
  func run() throws -> Int32 {
    let planner = LintPlanner(profile: profile, rules: try rules(), failOn: failOn, minScore: minScore)
    try changes.check(paths: paths, repair: repair)
    let change = try changes.change()
    var search = InputSearch(
      paths, standardInputName: standardInputName, configurations: ConfigurationSearch(configuration),
      excludes: excludes, changes: change?.files)
    let plan = try planner.plan(&search)
    var shelf = try BaselineShelf(baseline, plan)
    let reporting = try reporting(on: plan)
    var sinks = try reporting.open(besides: plan.inputs)
    for failure in search.failures { sinks.add(failure) }
    if search.isEmpty, !quiet || !allowEmpty && !search.isExcluded { search.tellEmpty() }
    let run = LintRun(
      plan: plan, reports: reporting.reports, root: reporting.root, baselines: shelf.uses, repair: repair,
      change: change)
    let totals = run.run(into: &sinks) { shelf.add($0, to: $1) }
    if !plan.inputs.isEmpty { try shelf.close(quiet: quiet) }
    if !quiet, let line = repair?.summary(of: totals) { StandardError.write(line) }
    return status(totals, search)
  }

  private func rules() throws -> RuleSelection {
    do {
      return try RuleSelection(select: select, ignore: ignore)
    } catch {
      throw UsageFailure(message: error.message)
    }
  }

  private func reporting(on plan: LintPlan) throws -> ReportPlan {
    var output: StandardOutputUse = .report
    if repair?.tellsOnStandardError(plan.inputs) == true { output = .text }
    if repair?.isShownOnly == true { output = .diff }
    return try ReportPlan(reports, standardOutput: output, color: color, isQuiet: quiet) {
      RuleRoster(of: plan.values.flatMap(\.linters.all))
    }
  }

  private func status(_ totals: LintTotals, _ search: InputSearch) -> Int32 {
    if totals.unreadable + totals.unwritten > 0 || search.isFailure(allowEmpty: allowEmpty) {
      return ExitStatus.failure
    }
    if repair?.isShownOnly == true {
      return totals.fixes > 0 && !exitZero ? ExitStatus.findings : ExitStatus.clean
    }
    let hasFailed = totals.failing > 0 || totals.belowMinimum > 0
    return hasFailed && !exitZero ? ExitStatus.findings : ExitStatus.clean
  }
}

extension LintJob {
  /// The job of arguments that only name files and folders, as nearly all do; nil for any others.
  ///
  /// The parser of arguments takes longer than several reports.
  /// - Parameter commands: all of letters alone, so that no file's path with a dot or a stroke can be one.
  init?(plain arguments: some Collection<String>, commands: () -> [String]) {
    self.init()
    for (place, argument) in arguments.enumerated() {
      if place == 0, argument == "lint" { continue }
      if argument == "--exit-zero" {
        exitZero = true
      } else if argument.utf8.first == UInt8(ascii: "-")
        || argument.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) && commands().contains(argument)
      {
        return nil
      } else {
        paths.append(argument)
      }
    }
    if paths.isEmpty { return nil }
  }
}

extension InputSearch {
  func tellEmpty() {
    let reason =
      isExcluded
      ? "all that was named is excluded by the configuration"
      : absence ?? "no Markdown files found"
    StandardError.write("pmlint: \(reason), nothing was checked")
  }
}
