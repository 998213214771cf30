public import MarkdownTree

/// How much a finding matters. Errors fail a gate, warnings do not by default, info is advice.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  case info, warning, error

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
}

/// What a rule says of one place.
public struct Violation: Sendable {
  public let message: Message
  public let span: SourceSpan
  /// How to mend it, in one line.
  public let help: String?
  public let fix: Fix?
  /// Where the rule's own severity does not fit the case.
  public let severity: Severity?
  /// All that it speaks of, where that is more than the place that is shown.
  public let extent: SourceSpan

  public init(
    _ message: Message, at span: SourceSpan, help: String? = nil, fix: Fix? = nil, severity: Severity? = nil,
    extent: SourceSpan? = nil
  ) {
    self.message = message
    self.span = span
    self.help = help
    self.fix = fix
    self.severity = severity
    self.extent = extent ?? span
  }
}

/// The one line that says what is wrong: lower case, no full stop, the writer's words in '…'.
///
/// Rules keep theirs as private static members, so that a file's messages stand together.
public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
  public let text: String
  public init(stringLiteral text: String) { self.text = text }
  public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Joins the pieces in one place, with room for the writer's words from the start.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate private(set) var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    public mutating func appendLiteral(_ literal: String) { text += literal }
    public mutating func appendInterpolation(_ words: String) { text += words }
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += value.description
    }
  }
}

/// A violation with the rule that found it.
///
/// An object, since it is sorted, sifted and counted: a structure of so many texts would be copied text by text.
public final class Finding: Sendable {
  public let rule: String
  public let category: Rule.Category
  public let severity: Severity
  public let message: String
  public let span: SourceSpan
  public let help: String?
  public let fix: Fix?
  /// All that it speaks of: another rule's finding in there may be of the same fault.
  let extent: SourceSpan

  public init(
    rule: String, category: Rule.Category, severity: Severity, message: String, span: SourceSpan,
    help: String? = nil, fix: Fix? = nil, extent: SourceSpan? = nil
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.message = message
    self.span = span
    self.help = help
    self.fix = fix
    self.extent = extent ?? span
  }
}

/// A repair: edits of the source and how far they can be trusted.
public struct Fix: Hashable, Sendable {
  public enum Safety: String, Hashable, Sendable {
    /// The meaning cannot change.
    case safe
    /// A person should look.
    case suggestion
  }

  public struct Edit: Hashable, Sendable {
    public let span: SourceSpan
    public let replacement: String

    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// What it does, as a command: "make it a heading".
  public let title: String
  public let edits: [Edit]
  public let safety: Safety

  public init(_ title: String, edits: [Edit], safety: Safety) {
    self.title = title
    self.edits = edits
    self.safety = safety
  }
}
