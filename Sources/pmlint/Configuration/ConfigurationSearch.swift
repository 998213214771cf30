import MarkdownTree
import PostmortemReports
import PostmortemRules

/// Where configurations come from.
enum ConfigurationChoice: Hashable {
  /// The file nearest to each report, up to the repository's root.
  case nearest
  case none
  case file(String)
}

/// Finds the configuration of each folder, once for each run.
struct ConfigurationSearch {
  static let fileName = Array(".pmlint.yml".utf8)
  private static let repositoryMark = Array(".git".utf8)

  private let isNearest: Bool
  private let standing: LoadedConfiguration
  private var known = PathTable<LoadedConfiguration>()
  /// What keeps the job from being done, one line each.
  private(set) var complaints: [String] = []

  init(_ choice: ConfigurationChoice) {
    switch choice {
    case .nearest: (isNearest, standing) = (true, .nothing)
    case .none: (isNearest, standing) = (false, .nothing)
    case .file(let path):
      let file = FilePath(path)
      let reading = LoadedConfiguration.read(file, folder: .current, shown: path)
      (isNearest, standing) = (false, reading.configuration)
      complaints = reading.complaints
    }
  }

  /// The configuration of a folder, whose path is absolute, for what reads no reports.
  static func configuration(
    of folder: FilePath, _ choice: ConfigurationChoice
  ) throws(UsageFailure) -> Configuration {
    var search = ConfigurationSearch(choice)
    let configuration = search.configuration(ofFolder: folder).configuration
    try search.requireSoundness()
    return configuration
  }

  /// The configuration of the reports in a folder, whose path is absolute.
  mutating func configuration(ofFolder folder: FilePath) -> LoadedConfiguration {
    if !isNearest { return standing }
    var passed: [FilePath] = []
    var found: LoadedConfiguration?
    var next: FilePath? = folder
    while found == nil, let current = next {
      found = known[current] ?? read(in: current)
      passed.append(current)
      let isTop = current.bytes.count == 1 || FileKind.exists(current.appending(Self.repositoryMark))
      next = isTop ? nil : current.folder
    }
    let configuration = found ?? standing
    for folder in passed { known.add(configuration, for: folder) }
    return configuration
  }

  private mutating func read(in folder: FilePath) -> LoadedConfiguration? {
    let file = folder.appending(Self.fileName)
    if !FileKind.exists(file) { return nil }
    let reading = LoadedConfiguration.read(file, folder: folder, shown: file.shownFromCurrent)
    complaints += reading.complaints
    return reading.configuration
  }
}

/// A configuration with the file that it was read from.
final class LoadedConfiguration: Sendable {
  /// No report is set aside and nothing asked for that is not asked of all.
  static let nothing = LoadedConfiguration(Configuration(), file: nil, folder: FilePath("/"))
  private static let limit = 1 << 20

  let configuration: Configuration
  /// For places in the file; nil where there is none.
  let file: ProblemReport?
  let path: String
  /// Which globs and paths in it are relative to.
  let folder: FilePath

  private init(_ configuration: Configuration, file: ProblemReport?, folder: FilePath, path: String = "") {
    self.configuration = configuration
    self.file = file
    self.folder = folder
    self.path = path
  }

  static func read(
    _ file: FilePath, folder: FilePath, shown: String
  ) -> (configuration: LoadedConfiguration, complaints: [String]) {
    do {
      let bytes = try FileReader.read(file, limit: limit, noun: "a configuration")
      let reading = ConfigurationReader.read(bytes, version: Version.number)
      let report = ProblemReport(path: shown, source: SourceText(bytes))
      let loaded = LoadedConfiguration(reading.configuration, file: report, folder: folder, path: shown)
      return (loaded, report.lines(reading.problems))
    } catch {
      let loaded = LoadedConfiguration(Configuration(), file: nil, folder: folder, path: shown)
      return (loaded, ["pmlint: \(SafeText.line(shown)): \(error.reason)"])
    }
  }

  /// The file of the findings that are set aside.
  var baseline: FilePath? {
    configuration.baseline.map { FilePath(folder.appending(Array($0.value.utf8)).shownFromCurrent) }
  }

  /// An absolute path as globs see it. What lies outside the folder is seen from the root.
  func relative(_ path: FilePath) -> ArraySlice<UInt8> {
    let bytes = path.bytes
    let count = folder.bytes.count
    if count > 1, bytes.count > count, bytes[count] == UInt8(ascii: "/"), bytes.starts(with: folder.bytes) {
      return bytes[(count + 1)...]
    }
    return bytes.dropFirst()
  }
}
