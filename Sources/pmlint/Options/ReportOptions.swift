import ArgumentParser

/// How findings are told.
enum LintFormat: String, CaseIterable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown

  /// Whether people read it, so that other lines may stand on the same output.
  var isForPeople: Bool { self == .text || self == .concise }

  /// Whether it names files from the repository's root.
  var usesLocations: Bool {
    switch self {
    case .sarif, .github, .gitlab, .junit: true
    case .text, .concise, .json, .jsonl, .checkstyle, .rdjson, .markdown: false
    }
  }
}

/// One format, and the file that the report goes to: `sarif=pmlint.sarif`.
struct FormatChoice: Hashable, ExpressibleByArgument {
  let format: LintFormat
  /// Nil for standard output, or the file of `--output-file`.
  let file: String?

  init(_ format: LintFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = LintFormat(rawValue: parts.first.map(String.init) ?? "") else { return nil }
    self.init(format, file: parts.count > 1 ? String(parts[1]) : nil)
  }

  static var allValueStrings: [String] { LintFormat.allCases.map(\.rawValue) }
}

/// Which reports are written, and where to.
struct ReportChoice: Hashable {
  var formats: [FormatChoice] = []
  var outputFile: String?
  var omitsSuppressed = false
}

struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How findings are told; several times for several reports, each but one with a file: sarif=pmlint.sarif. "
        + "(default: text; in GitHub Actions also annotations)",
      valueName: "format[=file]"))
  var format: [FormatChoice] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to this file, not to standard output.", valueName: "file"))
  var outputFile: String?

  @Flag(
    help: "Leave findings that are set aside out of SARIF, for hosts that would show them like all others.")
  var omitSuppressed = false

  func validate() throws {
    for choice in format where choice.file == "" {
      throw ValidationError("--format \(choice.format.rawValue)= names no file")
    }
    if outputFile == "" { throw ValidationError("--output-file names no file") }
  }

  var choice: ReportChoice {
    ReportChoice(formats: format, outputFile: outputFile, omitsSuppressed: omitSuppressed)
  }
}
