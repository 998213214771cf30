import YAMLTree

/// Reads a team's own profiles, each of which may extend a built-in one or another of them, in any order.
struct ProfileSetReader {
  /// The names of a team's own kinds of sections.
  let ownKinds: [String]
  private(set) var problems: [ConfigurationProblem] = []
  /// By name; nil for one that cannot be read.
  private var read: [String: Profile] = [:]

  init(ownKinds: [String]) { self.ownKinds = ownKinds }

  /// The profiles in the order of the file.
  mutating func read(_ node: YAMLNode) -> [Profile] {
    var nodes: [String: YAMLNode] = [:]
    var names: [String] = []
    for entry in node.entries ?? [] {
      guard let name = name(entry.key), nodes[name] == nil else { continue }
      nodes[name] = entry.value
      names.append(name)
    }
    for name in names { read(name, nodes) }
    return names.compactMap { read[$0] }
  }

  private mutating func name(_ key: YAMLNode) -> String? {
    guard let name = key.text, !name.isEmpty else {
      problems.append(ConfigurationProblem(message: "expected the name of a profile", offset: key.start))
      return nil
    }
    if name == "auto" || Profile.names.contains(name) {
      problems.append(
        ConfigurationProblem(
          message: "'\(name)' is a name of pmlint's own; give the profile another", offset: key.start))
      return nil
    }
    return name
  }

  /// Reads a profile after those that it goes back to.
  private mutating func read(_ name: String, _ nodes: [String: YAMLNode]) {
    var chain: [String] = []
    var onChain: Set<String> = []
    var next: String? = name
    while let current = next, read[current] == nil, let node = nodes[current] {
      if !onChain.insert(current).inserted {
        reportCycle(chain, through: current, nodes)
        break
      }
      chain.append(current)
      next = node.extended?.text
    }
    for name in chain.reversed() {
      guard let node = nodes[name], !node.isNull else {
        read[name] = Profile(named: name)
        continue
      }
      var reader = ProfileReader()
      reader.ownKinds = ownKinds
      read[name] = reader.read(node, name: name) { wanted in
        // One that extends itself was told; what it extends is then of no matter.
        read[wanted] ?? Profile.builtIn(wanted) ?? (onChain.contains(wanted) ? Profile(named: wanted) : nil)
      }
      problems += reader.problems
    }
  }

  private mutating func reportCycle(
    _ chain: [String], through name: String, _ nodes: [String: YAMLNode]
  ) {
    let cycle = chain.drop { $0 != name } + [name]
    let text = cycle.prefix(6).joined(separator: "' extends '")
    problems.append(
      ConfigurationProblem(
        message: "profiles that extend each other in a circle: '\(text)'\(cycle.count > 6 ? " …" : "")",
        offset: nodes[name]?.extended?.start ?? 0))
  }
}

extension YAMLNode {
  /// The value of the key `extends`.
  fileprivate var extended: YAMLNode? { entries?.first { $0.key.text == "extends" }?.value }
}
