import ArgumentParser
import PostmortemRules

/// How other things are told.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// From which severity on findings fail the run.
enum FailThreshold: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// What to read.
struct InputOptions: ParsableArguments {
  @Argument(
    help:
      "Files, folders (searched for Markdown files), or - for standard input. (default: the current folder)",
    completion: .file())
  var paths: [String] = []

  @Option(name: .customLong("stdin-filename"), help: "The name that standard input goes by in the report.")
  var standardInputName = InputSearch.unnamed

  @Flag(help: "Finding no files is no failure.")
  var allowEmpty = false
}

struct ProfileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What a report must hold; see pmlint profiles.", valueName: "name"),
    completion: .profileChoices)
  var profile: String?
}

/// Which configuration files are gone by.
struct ConfigurationFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Go by this configuration alone; its globs are relative to the current folder. (default: the nearest .pmlint.yml)",
      valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Go by no configuration file.")
  var noConfig = false

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other") }
  }

  var choice: ConfigurationChoice { noConfig ? .none : config.map { .file($0) } ?? .nearest }
}

/// Which configuration files are gone by, and how far.
struct ConfigurationOptions: ParsableArguments {
  @OptionGroup private var file: ConfigurationFileOptions

  @Flag(help: "Also take what the configuration excludes.")
  var noExclude = false

  var choice: ConfigurationChoice { file.choice }
}

struct ColorOptions: ParsableArguments {
  @Option(help: "When to colour text.")
  var color = ColorChoice.auto

  var isColored: Bool { color.isColored }
}
