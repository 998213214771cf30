/// A value of a YAML document with its place.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    /// Nothing is written, or `~` or `null`.
    case null
    case scalar(String)
    case sequence([YAMLNode])
    /// In the order of the text; a key may stand there twice.
    case mapping([Entry])
    /// `*name`: what it stands for is not looked up, so that a small file cannot become a large one.
    case alias(String)
  }

  package struct Entry: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode
  }

  package let content: Content
  /// Byte offsets, the end exclusive.
  package let start: Int
  package let end: Int

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }

  package var entries: [Entry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  package var elements: [YAMLNode]? {
    if case .sequence(let elements) = content { return elements }
    return nil
  }
}

/// Why a text is no YAML.
package struct YAMLFault: Error, Sendable {
  /// As libyaml says it: lower case, no full stop.
  package let reason: String
  /// The byte offset.
  package let offset: Int
}
