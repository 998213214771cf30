public import MarkdownTree

/// A length or window of time that the report states, beside what the timeline tells.
public struct DurationStatement: Sendable {
  public enum Content: Sendable {
    case duration(DurationMention)
    case window(RangeMention)
    /// One that is told in two fields; the place is that of its end.
    case labelledWindow(RangeMention)
    /// A moment that one of two timelines tells.
    case moment
    /// A moment at which the text says that all was well again.
    case recovery
  }

  public let content: Content
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  /// What disagrees; nil where it fits something, or nothing can be known.
  public let conflict: Conflict?

  public struct Conflict: Sendable {
    /// What is stated, for people: "17:00", "4 hours".
    public let stated: String
    /// What it was compared with and came nearest: "the recovery at 16:45".
    public let nearest: String
    /// The place of what came nearest.
    public let nearestSpan: SourceSpan?
  }
}

/// Words that give a person the blame.
public struct BlamingPhrase: Sendable {
  public enum Kind: Hashable, Sendable {
    /// "human error", "operator error".
    case humanError
    /// A person, role or team as the subject of a failure.
    case actor
    /// "careless", "negligent".
    case judgement
    /// Dismissal, warning, fine.
    case punishment
  }

  public let kind: Kind
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  /// Whether it stands where the cause is told.
  public let isInCause: Bool
}

/// Template text that was left in.
public struct Placeholder: Sendable {
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
}
