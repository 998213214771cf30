import PostmortemModel
import YAMLTree

/// Reads a configuration file. All that is wrong is told at once; what cannot be read is as if it were not there.
package struct ConfigurationReader {
  /// A configuration with what is wrong in it, in the order of the file.
  package struct Reading: Sendable {
    package let configuration: Configuration
    package let problems: [ConfigurationProblem]
  }

  private var problems: [ConfigurationProblem] = []
  /// The names of the team's own kinds of sections, wherever in the file they are told.
  private var ownKinds: [String] = []
  private var wordBytes = 0
  private var configuration = Configuration()

  /// - Parameter version: that of the program that will go by it.
  package static func read(_ bytes: [UInt8], version: String) -> Reading {
    do {
      guard let node = try YAMLReader.read(bytes[...]), !node.isNull else {
        return Reading(configuration: Configuration(), problems: [])
      }
      var reader = ConfigurationReader()
      reader.read(node, version: version)
      return Reading(
        configuration: reader.configuration, problems: reader.problems.sorted { $0.offset < $1.offset })
    } catch {
      let problem = ConfigurationProblem(message: error.reason, offset: error.offset)
      return Reading(configuration: Configuration(), problems: [problem])
    }
  }

  private mutating func read(_ node: YAMLNode, version: String) {
    var check = FormCheck()
    check.check(node, ConfigurationKey.fileForm)
    problems = check.problems
    let values = ConfigurationReader.values(of: node)
    ownKinds = ConfigurationReader.ownKinds(values)
    // The profiles come first, for the names that others may use.
    if let node = values[.profiles] {
      var reader = ProfileSetReader(ownKinds: ownKinds)
      configuration.profiles = reader.read(node)
      problems += reader.problems
    }
    configuration.settings = settings(values)
    configuration.files = values[.files].map { Setting(value: globs($0, selects: true), offset: $0.start) }
    configuration.exclude = values[.exclude].map {
      Setting(value: globs($0, selects: false), offset: $0.start)
    }
    configuration.baseline = values[.baseline].flatMap(text)
    configuration.edition = values[.edition].flatMap { node in
      node.text.flatMap(Edition.init).map { Setting(value: $0, offset: node.start) }
    }
    if let node = values[.requiredVersion] { readVersion(node, version) }
    if let node = values[.overrides] { configuration.overrides = node.listed.compactMap { override($0) } }
  }

  /// The value of each known key that has one. Where a key stands twice, which was told, the first is read.
  private static func values(of node: YAMLNode) -> [ConfigurationKey: YAMLNode] {
    var values: [ConfigurationKey: YAMLNode] = [:]
    for entry in node.entries ?? [] where !entry.value.isNull {
      guard let key = entry.key.text.flatMap(ConfigurationKey.init), values[key] == nil else { continue }
      values[key] = entry.value
    }
    return values
  }

  private static func ownKinds(_ values: [ConfigurationKey: YAMLNode]) -> [String] {
    let overrides = (values[.overrides]?.listed ?? []).map { ConfigurationReader.values(of: $0)[.sections] }
    return ([values[.sections]] + overrides).flatMap { TeamReader.ownKinds(in: $0) }
  }

  private mutating func settings(_ values: [ConfigurationKey: YAMLNode]) -> Settings {
    var settings = Settings()
    settings.profile = values[.profile].flatMap { profileName($0) }
    settings.zone = values[.zone].flatMap { zone($0) }
    settings.failOn = values[.failOn].flatMap { node in
      guard let text = node.text, text == "never" || Severity(rawValue: text) != nil else { return nil }
      return Setting(value: Severity(rawValue: text), offset: node.start)
    }
    settings.minScore = values[.minScore].flatMap { node in
      node.text.flatMap { Int($0) }.map { Setting(value: $0, offset: node.start) }
    }
    settings.rules = (values[.rules]?.entries ?? []).compactMap { entry in
      guard let name = entry.key.text, let level = entry.value.text, RuleSetting.levels.contains(level) else {
        return nil
      }
      return RuleSetting(name: name, severity: Severity(rawValue: level), offset: entry.key.start)
    }
    settings.sortRules()
    var reader = TeamReader(ownKinds: ownKinds, wordBytes: wordBytes)
    settings.team = reader.read(sections: values[.sections], vocabulary: values[.vocabulary])
    problems += reader.problems
    wordBytes = reader.wordBytes
    return settings
  }

  private mutating func override(_ node: YAMLNode) -> Configuration.Override? {
    guard let files = node.entries?.first(where: { $0.key.text == "files" })?.value else { return nil }
    let settings = settings(ConfigurationReader.values(of: node))
    return Configuration.Override(
      files: globs(files, selects: true), settings: settings, offset: node.start)
  }

  private func text(_ node: YAMLNode) -> Setting<String>? {
    node.text.map { Setting(value: $0, offset: node.start) }
  }

  private mutating func profileName(_ node: YAMLNode) -> Setting<String>? {
    guard let name = node.text else { return nil }
    let known = configuration.profileNames
    if known.contains(name) { return Setting(value: name, offset: node.start) }
    let nearest = NearestName.nearest(to: name, in: known).map { "; did you mean '\($0)'?" }
    report("unknown profile '\(name)'" + (nearest ?? "; see pmlint profiles"), node)
    return nil
  }

  private mutating func zone(_ node: YAMLNode) -> Setting<ZoneSetting>? {
    guard let text = node.text else { return nil }
    if let demand = Profile.ZoneDemand(rawValue: text) {
      return Setting(value: .demand(demand), offset: node.start)
    }
    if ZoneMention(naming: text) != nil { return Setting(value: .assumed(text), offset: node.start) }
    report(
      "'\(text)' is no zone; expected one such as UTC, +02:00 or Europe/Berlin, or any, stated or utc", node)
    return nil
  }

  private mutating func globs(_ node: YAMLNode, selects: Bool) -> GlobList {
    var globs: [Glob] = []
    for element in node.listed {
      guard let text = element.text else { continue }
      do {
        globs.append(try Glob(text))
      } catch {
        report(error.reason, element)
      }
    }
    return GlobList(globs, selects: selects)
  }

  private mutating func readVersion(_ node: YAMLNode, _ version: String) {
    guard let text = node.text else { return }
    configuration.requiredVersion = Setting(value: text, offset: node.start)
    guard let range = VersionRange(text) else {
      return report("'\(text)' names no versions; expected some such as >=0.1 or 0.1.0", node)
    }
    if !range.contains(version) {
      report("pmlint \(version) is not one of the required versions '\(text)'; install one that is", node)
    }
  }

  private mutating func report(_ message: String, _ node: YAMLNode) {
    problems.append(ConfigurationProblem(message: message, offset: node.start))
  }
}
