import PostmortemModel
import YAMLTree

/// Holds a configuration file against its form and collects all that is wrong, each with its place.
struct FormCheck {
  private(set) var problems: [ConfigurationProblem] = []

  mutating func check(_ node: YAMLNode, _ form: ValueForm) {
    if case .alias(let name) = node.content {
      return report("'*\(name)' is an alias, which is not followed; write its value out", node)
    }
    switch form {
    case .text, .version, .part:
      if node.text == nil { report(expected: form, node) }
    case .choice(let names, let noun):
      guard let text = node.text else { return report(expected: form, node) }
      if !names.contains(text) {
        report("'\(text)' is not \(noun); expected one of \(names.joined(separator: ", "))", node)
      }
    case .number(let range):
      if node.text.flatMap({ Int($0) }).map(range.contains) != true { report(expected: form, node) }
    case .list(let element):
      for node in node.elements ?? [node] { check(node, element) }
    case .record(let members): check(record: node, members, form)
    case .table(let names, let noun, let value):
      for entry in entries(of: node, form) {
        if names.contains(entry.key.text ?? "") {
          if !entry.value.isNull { check(entry.value, value) }
        } else {
          report(unknown: entry.key, noun, among: names)
        }
      }
    case .words:
      if node.text.map(TeamVocabulary.holdsWord) != true { report(expected: form, node) }
    case .names(let value):
      for entry in entries(of: node, form) {
        if !ValueForm.isName(entry.key.text ?? "") {
          report("expected a name of small letters, digits and hyphens, not \(entry.key.kindName)", entry.key)
        }
        if !entry.value.isNull { check(entry.value, value) }
      }
    case .profiles:
      for entry in entries(of: node, form) { checkAliases(entry.value) }
    }
  }

  private mutating func check(record node: YAMLNode, _ members: [ValueForm.Member], _ form: ValueForm) {
    let entries = entries(of: node, form)
    for entry in entries {
      guard let member = members.first(where: { $0.name == entry.key.text }) else {
        report(misplaced: entry.key, among: members.map(\.name))
        continue
      }
      if !entry.value.isNull { check(entry.value, member.form) }
    }
    guard node.entries != nil else { return }
    for member in members where member.isRequired {
      if !entries.contains(where: { $0.key.text == member.name && !$0.value.isNull }) {
        report("the key '\(member.name)' is missing: \(member.about)", node)
      }
    }
  }

  /// The entries of a mapping, each key once.
  private mutating func entries(of node: YAMLNode, _ form: ValueForm) -> [YAMLNode.Entry] {
    guard let entries = node.entries else {
      report(expected: form, node)
      return []
    }
    var seen: Set<String> = []
    return entries.filter { entry in
      let isFirst = seen.insert(entry.key.text ?? "").inserted
      if !isFirst { report("the key '\(entry.key.text ?? "")' stands here twice", entry.key) }
      return isFirst
    }
  }

  /// Profiles are read elsewhere; aliases are told here, where all others are.
  private mutating func checkAliases(_ node: YAMLNode) {
    switch node.content {
    case .alias: check(node, .text(""))
    case .sequence(let elements): for element in elements { checkAliases(element) }
    case .mapping(let entries): for entry in entries { checkAliases(entry.value) }
    case .null, .scalar: break
    }
  }
}

extension FormCheck {
  private mutating func report(_ message: String, _ node: YAMLNode) {
    problems.append(ConfigurationProblem(message: message, offset: node.start))
  }

  private mutating func report(expected form: ValueForm, _ node: YAMLNode) {
    report("expected \(form.expectation), not \(node.kindName)", node)
  }

  private mutating func report(unknown node: YAMLNode, _ noun: String, among names: [String]) {
    let name = node.text ?? ""
    // A file of nothing but mistakes shall not take minutes.
    let nearest =
      problems.count > 100 ? nil : NearestName.nearest(to: name, in: names).map { "; did you mean '\($0)'?" }
    report("unknown \(noun) '\(name)'" + (nearest ?? ""), node)
  }

  /// A key that is not known here may be known elsewhere.
  private mutating func report(misplaced node: YAMLNode, among names: [String]) {
    if node.text.flatMap(ConfigurationKey.init) != nil {
      report("'\(node.text ?? "")' holds for all files alike and cannot stand in overrides", node)
    } else {
      report(unknown: node, "key", among: names)
    }
  }
}

extension YAMLNode {
  var isNull: Bool {
    if case .null = content { return true }
    return false
  }

  /// What it is, for people.
  var kindName: String {
    switch content {
    case .null: "nothing"
    case .scalar(let text): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  /// The elements of a list; one that stands alone is a list of one.
  var listed: [YAMLNode] { isNull ? [] : elements ?? [self] }
}
