import ArgumentParser
import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show the configuration of a file, or the schema of all.",
    subcommands: [ConfigShowCommand.self, ConfigSchemaCommand.self])
}

struct ConfigSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of .pmlint.yml, for editors.")

  func run() {
    var output = OutputStream()
    output.write(ConfigurationSchema.json)
    output.flush()
  }
}

struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what is in force for a file and where each value comes from.")

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var color: ColorOptions

  @Argument(help: "The file; it need not be there.")
  var path: String

  func run() throws {
    var search = ConfigurationSearch(configuration.choice)
    var matcher = ConfigurationMatcher()
    let file = FilePath(path)
    let match = matcher.match(.file(file), &search)
    try search.requireSoundness()
    let choice = try profile(of: file, match)
    let report = ConfigurationReport(
      path: path, configuration: match.loaded.configuration, overrides: match.overrides,
      file: match.loaded.file, profile: choice.profile, notes: notes(file, match) + choice.notes,
      isColored: color.isColored)
    var output = OutputStream()
    output.write(report.text)
    output.flush()
  }

  private func notes(_ file: FilePath, _ match: ConfigurationMatch) -> [String] {
    let loaded = match.loaded
    let source = loaded.file == nil ? "no configuration file" : "by \(loaded.path)"
    let relative = loaded.relative(file.absolute)
    let isExcluded = loaded.configuration.exclude?.value.matches(relative) == true && !configuration.noExclude
    return [source] + (isExcluded ? ["excluded: it is not linted, even if it is named"] : [])
  }

  /// The profile that the file is judged by; the file is read only where its form decides.
  private func profile(
    of file: FilePath, _ match: ConfigurationMatch
  ) throws -> (profile: Profile, notes: [String]) {
    let selection = try match.loaded.configuration.selection(nil, match.settings)
    if case .fixed(let profile) = selection { return (profile, []) }
    do {
      let document = Document(parsing: SourceText(try FileReader.read(file)))
      let postmortem = Postmortem(reading: document, fileName: path, dialect: match.settings.dialect)
      return (selection.profile(for: postmortem), ["profile auto: the one that fits the file best"])
    } catch {
      return (.standard, ["profile auto: the file cannot be read (\(error.reason)), so the default is shown"])
    }
  }
}
