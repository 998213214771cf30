public import MarkdownTree

/// A writer's order to hide findings, in an HTML comment or in the front matter.
public struct Directive: Sendable {
  public enum Verb: String, CaseIterable, Hashable, Sendable {
    /// What begins on the next line that holds text.
    case disableNextLine = "pmlint-disable-next-line"
    /// What begins between it and the `enable` after it, or the end of the file.
    case disable = "pmlint-disable"
    case enable = "pmlint-enable"
    /// Everything, wherever the directive stands.
    case disableFile = "pmlint-disable-file"
  }

  public enum Form: Hashable, Sendable {
    case comment, frontMatter
  }

  /// A word with its place.
  public struct Name: Sendable {
    public let text: String
    public let span: SourceSpan
  }

  public let form: Form
  /// The order as it is written.
  public let order: Name
  /// Nil where the order is no word that pmlint knows.
  public let verb: Verb?
  /// Rules and categories as they are written; none stands for all rules.
  public let names: [Name]
  /// What follows `--`.
  public let reason: String?
  /// The comment with its marks, or the value in the front matter.
  public let span: SourceSpan
  /// The bytes on which the findings begin that it hides; those of an `enable` only say where it takes effect.
  public let reach: SourceSpan
}

extension Postmortem {
  /// In source order.
  public var directives: [Directive] { DirectiveReader(document: document).directives() }
}
