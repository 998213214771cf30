/// The metadata block at the head of a file, between `---` lines (YAML) or `+++` lines (TOML).
public struct FrontMatter: Sendable {
  public enum Format: Hashable, Sendable {
    case yaml, toml
  }

  /// A scalar of the block's top level, or of a list or table just below it ("extra.team").
  public struct Field: Sendable {
    /// The key as written; keys of nested tables joined with dots.
    public let key: String
    /// The value as text. A list of scalars is joined with ", "; other nested values are not listed.
    public let value: String
    /// The place of the key.
    public let keySpan: SourceSpan
    /// The place of the value.
    public let valueSpan: SourceSpan

    public init(key: String, value: String, keySpan: SourceSpan, valueSpan: SourceSpan) {
      self.key = key
      self.value = value
      self.keySpan = keySpan
      self.valueSpan = valueSpan
    }
  }

  public let format: Format
  /// From the opening fence to the end of the closing fence's line.
  public let span: SourceSpan
  /// In source order; empty if the block could not be read.
  public let fields: [Field]

  public init(format: Format, span: SourceSpan, fields: [Field]) {
    self.format = format
    self.span = span
    self.fields = fields
  }
}
