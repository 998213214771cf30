import ArgumentParser
import PostmortemReports
import PostmortemRules

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how postmortems are understood: sections, timeline, durations, measures and tasks.")

  @OptionGroup var input: InputOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How the reading is told.")
  var format = ListFormat.text

  func run() throws {
    var search = InputSearch(
      input.paths, standardInputName: input.standardInputName,
      configurations: ConfigurationSearch(configuration.choice), excludes: !configuration.noExclude)
    let plan = try FilePlan(&search) { (match, dialect) throws(UsageFailure) in
      let configuration = match.loaded.configuration
      let selection = try configuration.selection(profile.profile, match.settings)
      return InspectRun.Manner(
        report: report(selection.adopting(match.settings), among: configuration.allProfiles), dialect: dialect
      )
    }
    for failure in search.failures { failure.tell() }
    if search.isEmpty { search.tellEmpty() }
    let failures = InspectRun(frame: report(.fixed(.standard), among: []), plan: plan).run()
    let isFailure = failures > 0 || search.isFailure(allowEmpty: input.allowEmpty)
    throw ExitCode(isFailure ? ExitStatus.failure : ExitStatus.clean)
  }

  private func report(_ profiles: ProfileSelection, among candidates: [Profile]) -> InspectReport {
    InspectReport(
      format: format == .json ? .json : .text, profiles: profiles, candidates: candidates,
      isColored: color.isColored)
  }
}
