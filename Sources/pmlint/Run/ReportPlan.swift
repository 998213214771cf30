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

  private let outputs: [Output]
  /// Nil where no report names files from there.
  let root: RepositoryRoot?
  private let standardOutput: StandardOutputUse

  private struct Output {
    let report: any LintReport
    let target: Target
  }

  /// - Parameters:
  ///   - color: of reports for people on standard output; in files only where colours are asked for.
  ///   - rules: asked only for a report that lists them.
  init(
    _ choice: ReportChoice, standardOutput: StandardOutputUse = .report, color: ColorChoice, isQuiet: Bool,
    environment: (String) -> String? = Process.environment, rules: () -> RuleRoster
  ) throws(UsageFailure) {
    let entries = try Self.entries(choice)
    let chosen = entries.map { format, target in
      let isColored = target == .standardOutput ? color.isColored : color == .always
      let isAlone = !entries.contains { $0.target == target && $0.format != format }
      let report = Self.report(
        format, choice, rules, isColored: isColored, hasSummary: !isQuiet, isAlone ? .streamed : .last)
      return Output(report: report, target: target)
    }
    let outputs = chosen + Self.outputsForActions(choice, environment)
    self.outputs = outputs.map { output in
      let isHidden = standardOutput == .diff && output.target == .standardOutput
      return isHidden ? Output(report: SilentReport(), target: .standardOutput) : output
    }
    self.standardOutput = standardOutput
    let usesLocations = outputs.count > chosen.count || entries.contains { $0.format.usesLocations }
    root = usesLocations ? RepositoryRoot(environment) : nil
  }

  /// In the order in which they are written.
  var reports: [any LintReport] { outputs.map(\.report) }

  /// What GitHub Actions gets beside what is asked for.
  private static func outputsForActions(
    _ choice: ReportChoice, _ environment: (String) -> String?
  ) -> [Output] {
    guard environment("GITHUB_ACTIONS") == "true",
      choice.formats.isEmpty || choice.formats.contains(where: { $0.format == .github })
    else { return [] }
    let annotations = Output(report: GitHubReport(.shown), target: .standardOutput)
    let summary = environment("GITHUB_STEP_SUMMARY").flatMap { name in
      name.isEmpty ? nil : Output(report: StepSummaryReport(), target: .summary(name))
    }
    return (choice.formats.isEmpty ? [annotations] : []) + [summary].compactMap(\.self)
  }

  /// Opens the files. None of them may be a report that is to be linted.
  func open(besides inputs: [Input]) throws(UsageFailure) -> ReportSinks {
    var sinks = ReportSinks(root: root)
    for output in outputs { sinks.add(output.report, try stream(to: output.target, besides: inputs)) }
    return sinks
  }

  private func stream(to target: Target, besides inputs: [Input]) throws(UsageFailure) -> OutputStream {
    switch target {
    case .standardOutput:
      return standardOutput == .text ? OutputStream(2, name: "standard error") : OutputStream()
    case .file(let name):
      do {
        return try ReportFile.open(FilePath(name), besides: inputs)
      } catch {
        throw UsageFailure(message: "\(SafeText.line(error.path)): \(error.reason)")
      }
    case .summary(let name): return ReportFile.append(to: FilePath(name))
    }
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
