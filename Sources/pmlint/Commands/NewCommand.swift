import ArgumentParser
import PostmortemModel
import PostmortemRules

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write the skeleton of a new postmortem, with guidance in comments.")

  @Argument(help: "What the report will be called.")
  var title: String

  @OptionGroup var file: ConfigurationFileOptions

  @Option(
    help: ArgumentHelp(
      "Whose template it follows; see pmlint profiles. (default: the configuration's, else standard)",
      valueName: "name"),
    completion: .profiles)
  var profile: String?

  @Option(help: ArgumentHelp("The day of the incident. (default: today)", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: "The zone of the times: UTC, an offset or a name of the tz database.")
  var zone = "UTC"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write. It must not be there yet. (default: standard output)", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let skeleton = Skeleton(
      title: try line(title, "title"), profile: try template(), date: try day(), zone: try knownZone())
    guard let output else {
      var stream = OutputStream()
      stream.write(skeleton.text)
      return stream.flush()
    }
    do {
      try NewFile.write(Array(skeleton.text.utf8), to: FilePath(output))
    } catch {
      throw UsageFailure(message: "\(error.path): \(error.reason)")
    }
    StandardError.write("pmlint: wrote \(output)")
  }

  /// What the report will be judged by where it is to stand. No form can be chosen by a report that is not there.
  private func template() throws(UsageFailure) -> Profile {
    let path = FilePath(output ?? "report.md").absolute
    var search = ConfigurationSearch(file.choice)
    var matcher = ConfigurationMatcher()
    let match = matcher.match(.file(path), &search)
    try search.requireSoundness()
    let configuration = match.loaded.configuration
    let settings = match.settings
    if let profile { return try configuration.profile(named: profile).adopting(settings) }
    guard case .fixed(let profile) = try configuration.selection(nil, settings) else {
      return Profile.standard.adopting(settings)
    }
    return profile.adopting(settings)
  }

  /// A title of several lines would be no title.
  private func line(_ text: String, _ name: String) throws(UsageFailure) -> String {
    let isLine = !text.isEmpty && !text.contains(where: \.isNewline)
    if isLine { return text }
    throw UsageFailure(message: "the \(name) must be one line of text")
  }

  private func day() throws(UsageFailure) -> CivilDate {
    guard let date else {
      if let today = Process.today { return today }
      throw UsageFailure(message: "the clock tells no date; say one with --date")
    }
    if let day = CivilDate(naming: date) { return day }
    throw UsageFailure(message: "'\(date)' is no day of the calendar; expected one such as 2024-05-13")
  }

  private func knownZone() throws(UsageFailure) -> String {
    if ZoneMention(naming: zone) != nil { return zone }
    throw UsageFailure(
      message:
        "'\(zone)' is no zone that a reader could tell; expected UTC, an offset such as UTC+2, or Europe/Paris"
    )
  }
}
