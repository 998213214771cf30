import PostmortemModel
import PostmortemRules

/// How the reports of some files are judged.
struct Ruling: Sendable {
  let linters: LinterChoice
  let dialect: Dialect
  /// Nil if findings fail no run.
  let failOn: Severity?
  let minScore: Int?
  /// What the configuration sets aside; what the command line says wins.
  let baseline: FilePath?

  func isFailed(by findings: [Finding]) -> Bool {
    guard let failOn else { return false }
    return findings.contains { $0.severity >= failOn }
  }
}

/// The files of a run, each with its ruling.
typealias LintPlan = FilePlan<Ruling>

/// Rules on files: what the command line says wins over their configuration.
struct LintPlanner {
  let profile: String?
  let rules: RuleSelection
  let failOn: FailThreshold?
  let minScore: Int?

  func plan(_ search: inout InputSearch) throws(UsageFailure) -> LintPlan {
    try FilePlan(&search) { (match, dialect) throws(UsageFailure) in
      let settings = match.settings
      let selection = try match.loaded.configuration.selection(profile, settings)
      return Ruling(
        linters: LinterChoice(selection.adopting(settings), rules), dialect: dialect,
        failOn: failOn.map(\.severity) ?? settings.failOn.map(\.value) ?? .error,
        minScore: minScore ?? settings.minScore?.value, baseline: match.loaded.baseline)
    }
  }
}

extension Configuration {
  /// The profile by the command line, the configuration or the default.
  func selection(_ wanted: String?, _ settings: Settings) throws(UsageFailure) -> ProfileSelection {
    let name = wanted ?? settings.profile?.value ?? Profile.standard.name
    if let selection = selection(named: name) { return selection }
    throw unknownProfile(name, among: profileNames)
  }

  /// A profile by its name, a team's own or a built-in one.
  func profile(named name: String) throws(UsageFailure) -> Profile {
    if case .fixed(let profile)? = selection(named: name) { return profile }
    throw unknownProfile(name, among: allProfiles.map(\.name))
  }

  private func unknownProfile(_ name: String, among names: [String]) -> UsageFailure {
    let nearest = NearestName.nearest(to: name, in: names).map { "did you mean '\($0)'?" }
    return UsageFailure(message: "unknown profile '\(name)'; \(nearest ?? "see pmlint profiles")")
  }
}
