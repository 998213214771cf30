import PostmortemModel
import YAMLTree

/// What is wrong with a configuration, and where.
public struct ConfigurationProblem: Error, Hashable, Sendable {
  public let message: String
  /// The byte offset in the file.
  public let offset: Int
}

/// Reads a profile from a YAML mapping. Says all problems at once; what cannot be read is left as it was.
struct ProfileReader {
  private(set) var problems: [ConfigurationProblem] = []

  /// The names of a team's own kinds of sections.
  var ownKinds: [String] = []

  private static let keys = ProfileForm.members.map(\.name)

  /// - Parameter base: the profile of a name, for `extends`.
  mutating func read(_ node: YAMLNode, name: String, base: (String) -> Profile?) -> Profile {
    var profile = Profile(named: name)
    guard let entries = entries(of: node, "a profile's keys") else { return profile }
    if let extended = entries.first(where: { $0.key.text == "extends" })?.value {
      profile = self.base(extended, base, name: name) ?? profile
    }
    for entry in entries {
      if entry.value.isNull { continue }
      switch entry.key.text ?? "" {
      case "extends": break
      case "about": profile.about = text(entry.value) ?? profile.about
      case "source": profile.source = text(entry.value) ?? profile.source
      case "sections": readSections(entry.value, into: &profile)
      case "divisions": readDivisions(entry.value, into: &profile)
      case "metadata": profile.metadata = names(entry.value, "a field")
      case "phases": profile.phases = names(entry.value, "a phase")
      case "impact": profile.impact = self.name(entry.value, "a demand on the impact") ?? profile.impact
      case "zone": profile.zone = self.name(entry.value, "a demand on the zone") ?? profile.zone
      case "people": profile.people = self.name(entry.value, "a demand on people") ?? profile.people
      case "tasks": profile.tasks = names(entry.value, "a task's field")
      case "words": profile.words = range(entry.value) ?? profile.words
      case "rules": readRules(entry.value, into: &profile)
      default: report(unknown: entry.key, "key", among: ProfileReader.keys)
      }
    }
    return profile
  }

  private mutating func base(_ node: YAMLNode, _ base: (String) -> Profile?, name: String) -> Profile? {
    guard let wanted = text(node) else { return nil }
    guard let found = base(wanted) else {
      report("there is no profile '\(wanted)' to extend", node)
      return nil
    }
    return found.renamed(name)
  }

  private mutating func readSections(_ node: YAMLNode, into profile: inout Profile) {
    for entry in entries(of: node, "required, recommended and order") ?? [] {
      switch entry.key.text ?? "" {
      case "required": profile.required = requirements(entry.value)
      case "recommended": profile.recommended = requirements(entry.value)
      case "order": profile.order = elements(of: entry.value).compactMap { part($0) }
      default: report(unknown: entry.key, "key", among: ["required", "recommended", "order"])
      }
    }
  }

  /// Each element is a part, or a list of parts of which any one will do.
  mutating func requirements(_ node: YAMLNode) -> [Profile.Requirement] {
    var requirements: [Profile.Requirement] = []
    for element in elements(of: node) {
      var parts: [Profile.Part] = []
      for choice in element.elements ?? [element] {
        if let part = part(choice) { parts.append(part) }
      }
      if !parts.isEmpty { requirements.append(Profile.Requirement(parts: parts)) }
    }
    return requirements
  }

  private mutating func readDivisions(_ node: YAMLNode, into profile: inout Profile) {
    profile.divisions = []
    for entry in entries(of: node, "sections with their parts") ?? [] {
      guard let section = part(entry.key) else { continue }
      profile.divisions.append(
        Profile.Division(section: section, parts: names(entry.value, "a part of a section")))
    }
  }

  private mutating func readRules(_ node: YAMLNode, into profile: inout Profile) {
    for entry in entries(of: node, "rules with their severities") ?? [] {
      guard let rule = entry.key.text, Rule.all.contains(where: { $0.id == rule }) else {
        report(unknown: entry.key, "rule", among: Rule.all.map(\.id))
        continue
      }
      // YAML reads a bare "off" as a word here: libyaml knows no booleans.
      if entry.value.text == "off" {
        profile.severities[rule] = .some(nil)
      } else if let severity: Severity = name(entry.value, "a severity", besides: ["off"]) {
        profile.severities[rule] = severity
      }
    }
  }

  /// "400-600".
  private mutating func range(_ node: YAMLNode) -> ClosedRange<Int>? {
    let parts = (text(node) ?? "").split(separator: "-").map { Int($0.filter { $0 != " " }) }
    if parts.count == 2, let low = parts[0], let high = parts[1], low <= high { return low...high }
    report("expected a range of words such as 400-600", node)
    return nil
  }
}

extension ProfileReader {
  private mutating func report(_ message: String, _ node: YAMLNode) {
    problems.append(ConfigurationProblem(message: message, offset: node.start))
  }

  private mutating func report(unknown node: YAMLNode, _ noun: String, among known: [String]) {
    let name = node.text ?? ""
    let nearest = NearestName.nearest(to: name, in: known)
    report("unknown \(noun) '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""), node)
  }

  private mutating func entries(of node: YAMLNode, _ expected: String) -> [YAMLNode.Entry]? {
    guard let entries = node.entries else {
      report("expected a mapping of \(expected)", node)
      return nil
    }
    let keys = entries.map { $0.key.text ?? "" }.sorted()
    if !zip(keys, keys.dropFirst()).contains(where: ==) { return entries }
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.key.text ?? "").inserted {
      report("the key '\(entry.key.text ?? "")' stands here twice", entry.key)
    }
    return entries
  }

  private mutating func text(_ node: YAMLNode) -> String? {
    if node.text == nil { report("expected a text", node) }
    return node.text
  }

  /// The elements of a list; one that stands alone is a list of one.
  mutating func elements(of node: YAMLNode) -> [YAMLNode] {
    switch node.content {
    case .sequence(let elements): return elements
    case .scalar: return [node]
    case .null: return []
    case .mapping, .alias:
      report("expected a list", node)
      return []
    }
  }

  mutating func part(_ node: YAMLNode) -> Profile.Part? {
    if let kind = node.text.flatMap(SectionKind.init(named:)), kind != .other { return .kind(kind) }
    if let topic = node.text.flatMap(SectionTopic.init(named:)) { return .topic(topic) }
    if let name = node.text, ownKinds.contains(name) { return .own(name) }
    report(unknown: node, "section", among: ProfileForm.parts + ownKinds)
    return nil
  }

  private mutating func names<Name: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ expected: String
  ) -> [Name] {
    elements(of: node).compactMap { name($0, expected) }
  }

  private mutating func name<Name: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ expected: String, besides others: [String] = []
  ) -> Name? {
    if let name = node.text.flatMap(Name.init) { return name }
    let known = Name.allCases.map(\.rawValue) + others
    report("'\(node.text ?? "")' is not \(expected); one of \(known.joined(separator: ", "))", node)
    return nil
  }
}

extension Profile {
  /// The same demands under another name, without what tells where they come from.
  fileprivate func renamed(_ name: String) -> Profile {
    var copy = self
    (copy.name, copy.about, copy.source) = (name, "", "")
    return copy
  }
}
