import PostmortemModel
import PostmortemRules

/// The files of a run, each with what its configuration comes to.
///
/// That is made once for all files of a configuration that the same overrides hold for.
struct FilePlan<Value: Sendable>: Sendable {
  let inputs: [Input]
  /// All that hold for any file.
  let values: [Value]
  private let numbers: [Int]

  /// The value of the input at an index.
  subscript(index: Int) -> Value { values[numbers[index]] }

  private struct Key: Equatable {
    let configuration: ObjectIdentifier
    let overrides: [Int]
  }

  /// Fails, with all that is wrong with any configuration, before anything is judged.
  init(
    _ search: inout InputSearch, value: (ConfigurationMatch, Dialect) throws(UsageFailure) -> Value
  ) throws(UsageFailure) {
    var matcher = ConfigurationMatcher()
    var keys: [Key] = []
    var numbers: [Int] = []
    var matches: [ConfigurationMatch] = []
    numbers.reserveCapacity(search.inputs.count)
    for input in search.inputs {
      let match = matcher.match(input, &search.configurations)
      let key = Key(configuration: ObjectIdentifier(match.loaded), overrides: match.overrides)
      // Mostly that of the file before.
      let isAgain = numbers.last.map { keys[$0] == key } == true
      let number = isAgain ? numbers.last : keys.firstIndex(of: key)
      numbers.append(number ?? keys.count)
      if number != nil { continue }
      keys.append(key)
      matches.append(match)
    }
    try search.configurations.requireSoundness()
    var values: [Value] = []
    var dialects: [(key: Key, dialect: Dialect)] = []
    for match in matches {
      // A team's vocabulary takes room, and most overrides do not change it.
      let key = Key(configuration: ObjectIdentifier(match.loaded), overrides: match.overridesOfDialect)
      let known = dialects.first { $0.key == key }?.dialect
      let dialect = known ?? match.settings.dialect
      if known == nil { dialects.append((key, dialect)) }
      values.append(try value(match, dialect))
    }
    (inputs, self.values, self.numbers) = (search.inputs, values, numbers)
  }
}

extension ConfigurationSearch {
  /// Ends the run if anything is wrong with a configuration.
  func requireSoundness() throws(UsageFailure) {
    if !complaints.isEmpty { throw UsageFailure(lines: complaints) }
  }
}

/// A file's configuration and the numbers of the overrides that hold for it.
struct ConfigurationMatch {
  let loaded: LoadedConfiguration
  let overrides: [Int]

  /// The numbers of those that change the vocabulary.
  fileprivate var overridesOfDialect: [Int] {
    overrides.filter { loaded.configuration.overrides[$0].settings.changesDialect }
  }

  var settings: Settings { loaded.configuration.settings(applying: overrides) }
}

/// Finds the configuration of each file; files of one folder follow each other.
struct ConfigurationMatcher {
  private var last: (folder: FilePath, loaded: LoadedConfiguration, absolute: FilePath)?

  mutating func match(_ input: Input, _ search: inout ConfigurationSearch) -> ConfigurationMatch {
    let path = FilePath(input.path)
    let folder = path.folder
    if last?.folder != folder {
      let absolute = folder.absolute
      last = (folder, search.configuration(ofFolder: absolute), absolute)
    }
    guard let last else { return ConfigurationMatch(loaded: .nothing, overrides: []) }
    let configuration = last.loaded.configuration
    if configuration.overrides.isEmpty { return ConfigurationMatch(loaded: last.loaded, overrides: []) }
    let relative = last.loaded.relative(last.absolute.appending(path.name))
    return ConfigurationMatch(loaded: last.loaded, overrides: configuration.overrides(for: relative))
  }
}
