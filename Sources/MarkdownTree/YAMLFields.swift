internal import YAMLTree

/// Reads the scalars of a YAML mapping, those one level below as "key.key", and lists of scalars.
enum YAMLFields {
  /// Longer blocks are read line by line: no person wrote them.
  private static let longest = 1 << 18

  static func read(_ text: ArraySlice<UInt8>) -> [FrontMatter.Field] {
    guard text.count <= longest, let root = try? YAMLReader.read(text) else {
      return KeyValueFields.readBrokenYAML(text)
    }
    var fields: [FrontMatter.Field] = []
    for entry in root.entries ?? [] {
      let key = entry.key.text ?? ""
      add(entry, as: key, to: &fields)
      for inner in entry.value.entries ?? [] { add(inner, as: "\(key).\(inner.key.text ?? "")", to: &fields) }
    }
    return fields
  }

  private static func add(_ entry: YAMLNode.Entry, as key: String, to fields: inout [FrontMatter.Field]) {
    guard let value = value(of: entry.value) else { return }
    fields.append(
      FrontMatter.Field(
        key: key, value: value, keySpan: SourceSpan(entry.key.start, entry.key.end),
        valueSpan: SourceSpan(entry.value.start, entry.value.end)))
  }

  /// The text of a scalar, or of the scalars of a list; nil for what is neither.
  private static func value(of node: YAMLNode) -> String? {
    switch node.content {
    case .null: return ""
    case .scalar(let text): return text
    case .sequence(let elements):
      let texts = elements.map(\.text)
      return texts.isEmpty || texts.contains(nil) ? nil : texts.compactMap(\.self).joined(separator: ", ")
    case .mapping, .alias: return nil
    }
  }
}
