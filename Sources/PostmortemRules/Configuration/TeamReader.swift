import PostmortemModel
import YAMLTree

/// Reads what a team calls things; the form of its nodes is held to be checked.
struct TeamReader {
  let ownKinds: [String]
  /// How many bytes of names and words were read.
  private(set) var wordBytes: Int
  private(set) var problems: [ConfigurationProblem] = []
  private var team = TeamSettings()

  init(ownKinds: [String], wordBytes: Int) {
    self.ownKinds = ownKinds
    self.wordBytes = wordBytes
  }

  /// The names of own kinds in the value of the key `sections`.
  static func ownKinds(in sections: YAMLNode?) -> [String] {
    let kinds = sections?.entries?.first { $0.key.text == "kinds" }?.value.entries ?? []
    return kinds.compactMap(\.key.text).filter { ValueForm.isName($0) && !ProfileForm.parts.contains($0) }
  }

  mutating func read(sections: YAMLNode?, vocabulary: YAMLNode?) -> TeamSettings {
    var seen: Set<String> = []
    for entry in sections?.entries ?? [] where !entry.value.isNull {
      guard let key = entry.key.text, seen.insert(key).inserted else { continue }
      switch key {
      case "names": readNames(entry.value)
      case "kinds": readKinds(entry.value)
      default: readDemand(key, entry.value)
      }
    }
    for entry in vocabulary?.entries ?? [] { readWords(entry) }
    return team
  }

  private mutating func readNames(_ node: YAMLNode) {
    for entry in node.entries ?? [] where ProfileForm.parts.contains(entry.key.text ?? "") {
      var reader = ProfileReader()
      if let part = reader.part(entry.key) { addNames(entry.value, of: part) }
    }
  }

  private mutating func readKinds(_ node: YAMLNode) {
    for entry in node.entries ?? [] {
      guard let name = entry.key.text, ValueForm.isName(name) else { continue }
      if ProfileForm.parts.contains(name) {
        report("'\(name)' is a kind of pmlint's own; give names to it under names", entry.key)
        continue
      }
      // Its own name is one of its names.
      add(name, of: .own(name), entry.key)
      addNames(entry.value, of: .own(name))
    }
  }

  private mutating func readDemand(_ key: String, _ node: YAMLNode) {
    var reader = ProfileReader()
    reader.ownKinds = ownKinds
    switch key {
    case "required": team.required = Setting(value: reader.requirements(node), offset: node.start)
    case "recommended": team.recommended = Setting(value: reader.requirements(node), offset: node.start)
    case "order":
      let parts = reader.elements(of: node).compactMap { reader.part($0) }
      team.order = Setting(value: parts, offset: node.start)
    default: break
    }
    // What has no form at all was told.
    problems += reader.problems.filter { $0.message.hasPrefix("unknown") }
  }

  private mutating func addNames(_ node: YAMLNode, of part: Profile.Part) {
    for element in node.listed { if let name = element.text { add(name, of: part, element) } }
  }

  private mutating func add(_ name: String, of part: Profile.Part, _ node: YAMLNode) {
    if name.utf8.contains(UInt8(ascii: "*")) {
      return report("the name of a section is written out, without '*'", node)
    }
    guard count(name, node) else { return }
    team.names.append(TeamSettings.Name(part: part, name: name, offset: node.start))
  }

  private mutating func readWords(_ entry: YAMLNode.Entry) {
    let use = entry.key.text.flatMap(TeamVocabulary.WordUse.init)
    for element in entry.value.listed {
      guard let text = element.text else { continue }
      if let use {
        guard count(text, element) else { return }
        team.phrases.append(TeamSettings.Phrase(use: use, phrase: text, offset: element.start))
      } else if entry.key.text == "trackers" {
        readTracker(text, element)
      }
    }
  }

  private mutating func readTracker(_ text: String, _ node: YAMLNode) {
    if team.trackers.count == 64 { return report("more than 64 forms of tickets", node) }
    do {
      let pattern = try TrackerPattern(text)
      team.trackers.append(TeamSettings.Tracker(text: text, pattern: pattern, offset: node.start))
    } catch {
      report("the form of a ticket '\(text)': \(error.reason)", node)
    }
  }

  /// Whether there is room for a text; told once.
  private mutating func count(_ text: String, _ node: YAMLNode) -> Bool {
    let isRoom = wordBytes <= TeamVocabulary.limit
    wordBytes += text.utf8.count
    if isRoom, wordBytes > TeamVocabulary.limit {
      report("there are more than \(TeamVocabulary.limit >> 10) KiB of names and words", node)
    }
    return wordBytes <= TeamVocabulary.limit
  }

  private mutating func report(_ message: String, _ node: YAMLNode) {
    problems.append(ConfigurationProblem(message: message, offset: node.start))
  }
}
