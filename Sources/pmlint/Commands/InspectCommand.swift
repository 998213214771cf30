import ArgumentParser
import PostmortemReports

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how postmortems are understood: sections, timeline, durations, measures and tasks.")

  @OptionGroup var input: InputOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How the reading is told.")
  var format = ListFormat.text

  func run() throws {
    let search = InputSearch(input.paths, standardInputName: input.standardInputName)
    for failure in search.failures { failure.tell() }
    if search.isEmpty { search.tellEmpty() }
    let report = InspectReport(
      format: format == .json ? .json : .text, profiles: profile.profile.selection, isColored: color.isColored
    )
    let failures = InspectRun(report: report).run(search.inputs)
    let isFailure = failures > 0 || search.isFailure(allowEmpty: input.allowEmpty)
    throw ExitCode(isFailure ? ExitStatus.failure : ExitStatus.clean)
  }
}
