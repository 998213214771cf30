import PostmortemReports
import PostmortemRules

/// What standard output holds.
enum StandardOutputUse {
  case report
  /// A mended text; reports go to standard error.
  case text
  /// Changes, instead of reports.
  case diff
}

/// The reports of a run, and where each goes.
struct ReportPlan {
  private enum Target: Hashable {
    case standardOutput
    case file(String)
    /// Shared with other programs: added to, and no reason to fail.
    case summary(String)
  }

  private let targets: [Target]
  /// In the order in which they are written.
  let reports: [any LintReport]
  /// Nil where no report names files from there.
  let root: RepositoryRoot?
  private let standardOutput: StandardOutputUse

  /// - Parameters:
  ///   - color: of reports for people on standard output; in files only where colours are asked for.
  ///   - rules: asked only for a report that lists them.
  init(
    _ choice: ReportChoice, standardOutput: StandardOutputUse = .report, color: ColorChoice, isQuiet: Bool,
    environment: (String) -> String? = Process.environment, rules: () -> RuleRoster
  ) throws(UsageFailure) {
    let entries = try Self.entries(choice)
    let isInActions = environment("GITHUB_ACTIONS") == "true"
    var reports: [any LintReport] = []
    var targets: [Target] = []
    for (format, target) in entries {
      let isColored = target == .standardOutput ? color.isColored : color == .always
      let manner: GitHubReport.Manner =
        entries.contains { $0.target == target && $0.format != format } ? .last : .streamed
      reports.append(
        Self.report(format, choice, rules, isColored: isColored, hasSummary: !isQuiet, manner))
      targets.append(target)
    }
    if isInActions, choice.formats.isEmpty {
      reports.append(GitHubReport(.shown))
      targets.append(.standardOutput)
    }
    let isForGitHub = isInActions && (choice.formats.isEmpty || entries.contains { $0.format == .github })
    if isForGitHub, let summary = environment("GITHUB_STEP_SUMMARY"), !summary.isEmpty {
      reports.append(StepSummaryReport())
      targets.append(.summary(summary))
    }
    if standardOutput == .diff {
      for index in reports.indices where targets[index] == .standardOutput { reports[index] = SilentReport() }
    }
    (self.reports, self.targets, self.standardOutput) = (reports, targets, standardOutput)
    root = isForGitHub || entries.contains { $0.format.usesLocations } ? RepositoryRoot(environment) : nil
  }

  /// Opens the files. None of them may be a report that is to be linted.
  func open(besides inputs: [Input]) throws(UsageFailure) -> ReportSinks {
    var outputs: [(report: any LintReport, output: OutputStream)] = []
    for (report, target) in zip(reports, targets) {
      switch target {
      case .standardOutput:
        outputs.append(
          (report, standardOutput == .text ? OutputStream(2, name: "standard error") : OutputStream()))
      case .file(let name):
        do {
          outputs.append((report, try ReportFile.open(FilePath(name), besides: inputs)))
        } catch {
          throw UsageFailure(message: "\(SafeText.line(error.path)): \(error.reason)")
        }
      case .summary(let name):
        // The part of a summary must have somewhere to go, lest the others get it.
        outputs.append((report, ReportFile.append(to: FilePath(name))))
      }
    }
    return ReportSinks(outputs, root: root)
  }
}

extension ReportPlan {
  private typealias Entry = (format: LintFormat, target: Target)

  private static func entries(_ choice: ReportChoice) throws(UsageFailure) -> [Entry] {
    let formats = choice.formats.isEmpty ? [FormatChoice(.text)] : choice.formats
    let own = choice.outputFile.map { $0 == "-" ? Target.standardOutput : .file($0) } ?? .standardOutput
    var entries: [Entry] = []
    for choice in formats {
      let target = choice.file.map { $0 == "-" ? Target.standardOutput : .file($0) } ?? own
      let others = entries.filter { $0.target == target }.map(\.format)
      entries.append((choice.format, target))
      if let other = others.first, !sharesOutput(choice.format, others) {
        throw UsageFailure(message: clash(other, choice.format, at: target))
      }
    }
    // Annotations stand after what they share the output with.
    return entries.filter { $0.format != .github } + entries.filter { $0.format == .github }
  }

  private static func sharesOutput(_ format: LintFormat, _ others: [LintFormat]) -> Bool {
    guard others.count == 1, let other = others.first else { return false }
    return format == .github && other.isForPeople || other == .github && format.isForPeople
  }

  private static func clash(_ first: LintFormat, _ second: LintFormat, at target: Target) -> String {
    let names = first == second ? "two \(first.rawValue) reports" : "\(first.rawValue) and \(second.rawValue)"
    let place =
      switch target {
      case .standardOutput: "standard output"
      case .file(let name), .summary(let name): SafeText.line(name)
      }
    return "\(names) cannot both go to \(place); give one a file of its own: "
      + "--format \(second.rawValue)=FILE"
  }

  private static func report(
    _ format: LintFormat, _ choice: ReportChoice, _ rules: () -> RuleRoster, isColored: Bool,
    hasSummary: Bool,
    _ manner: GitHubReport.Manner
  ) -> any LintReport {
    switch format {
    case .text: TextReport(isColored: isColored, hasSummary: hasSummary)
    case .concise: ConciseReport(isColored: isColored, hasSummary: hasSummary)
    case .json: JSONReport()
    case .jsonl: JSONLinesReport()
    case .sarif: SARIFReport(version: Version.number, rules: rules(), tellsHidden: !choice.omitsSuppressed)
    case .github: GitHubReport(manner)
    case .gitlab: GitLabReport()
    case .junit: JUnitReport()
    case .checkstyle: CheckstyleReport()
    case .rdjson: RDJSONReport()
    case .markdown: MarkdownReport()
    }
  }
}
