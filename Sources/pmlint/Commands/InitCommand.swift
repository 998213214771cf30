import ArgumentParser
import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a .pmlint.yml into the current folder, for the profile that fits the reports found best."
  )

  @Argument(help: "Files and folders to look at. (default: the current folder)")
  var paths: [String] = []

  func run() throws {
    let file = FilePath(ConfigurationSearch.fileName)
    if FileKind.exists(file) {
      throw UsageFailure(message: "\(file.text): is there already and is not overwritten")
    }
    let search = InputSearch(paths, configurations: ConfigurationSearch(.none))
    for failure in search.failures { failure.tell() }
    let survey = survey(search.inputs)
    for line in survey.lines { StandardError.write("pmlint: " + line) }
    do {
      try NewFile.write(Array(survey.configuration.utf8), to: file)
    } catch {
      throw UsageFailure(message: "\(error.path): \(error.reason)")
    }
    StandardError.write("pmlint: wrote \(file.text)")
  }

  private func survey(_ inputs: [Input]) -> RepositorySurvey {
    let profiles = Profile.all
    var survey = RepositorySurvey(profiles)
    let work = OrderedWork(count: inputs.count, threads: Process.coreCount) { index -> Seen in
      guard let bytes = try? inputs[index].bytes() else { return .unreadable }
      let postmortem = Postmortem(
        reading: Document(parsing: SourceText(bytes)), fileName: inputs[index].path)
      return .read(
        RepositorySurvey.File(path: relative(inputs[index].path), postmortem: postmortem, profiles: profiles))
    }
    work.run { seen in
      switch seen {
      case .read(let file): survey.add(file)
      case .unreadable: survey.addUnreadable()
      }
    }
    return survey
  }

  private enum Seen: Sendable {
    case read(RepositorySurvey.File)
    case unreadable
  }

  /// As globs see it.
  private func relative(_ path: String) -> String { FilePath(path).absolute.shownFromCurrent }
}
