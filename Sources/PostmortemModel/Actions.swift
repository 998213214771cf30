public import MarkdownTree

/// A direction of improvement: "improve monitoring".
public struct Measure: Sendable {
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  /// The text as written, without marker and markup.
  public let text: String
  /// The tasks that carry it out, with the reason for each.
  public let matches: [Match]
  /// The tasks that came nearest where none carries it out.
  public let nearest: [Int]
  /// Whether at least one of its tasks is concrete, or it is told as done: a vague restatement carries nothing out.
  public let isCovered: Bool

  public struct Match: Sendable {
    public enum Reason: Hashable, Sendable {
      /// The task stands beneath the measure.
      case nested
      /// The task names the measure.
      case named
      /// The lists have the same length and order, and their clear pairs agree.
      case parallel
      /// They share these words (or words of the same meaning).
      case words([String])
    }

    /// An index into `Postmortem.tasks`.
    public let task: Int
    public let reason: Reason
  }
}

/// Something that a colleague could start tomorrow.
///
/// An object, since every rule about tasks looks at each: a structure of so many references would be copied one by one.
public final class ActionItem: Sendable {
  public struct Attribute: Sendable {
    public let text: String
    public let span: SourceSpan
  }

  public enum State: Hashable, Sendable {
    case open, done
  }

  /// What a task is for, by the types of the SRE Workbook's action items.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Makes the same failure impossible, or less likely.
    case prevent
    /// Shows it earlier.
    case detect
    /// Makes it end sooner, or hurt less.
    case mitigate
    /// Mends what this incident broke.
    case repair
    case investigate
    /// Teaches, reminds or informs.
    case people
  }

  /// Why a task is not concrete.
  public enum Vagueness: Hashable, Sendable {
    /// A verb of direction ("improve") without a measurable object; the span is the verb's.
    case verb(String, SourceSpan)
    /// Recurs without end ("regularly").
    case recurring(String, SourceSpan)
    /// Asks people to take care.
    case attitude(String, SourceSpan)
    /// No verb and no object to work on.
    case noAction
  }

  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  public let text: String
  public let owner: Attribute?
  public let due: Attribute?
  public let tracker: Attribute?
  public let priority: Attribute?
  public let state: State?
  public let vagueness: Vagueness?
  /// All that its words speak for; empty where they tell nothing.
  public let kinds: [Kind]
  /// The words that ask people to learn or to take care where the system could change ("train the operators").
  public let appeal: Attribute?
  /// Whether it tells what was done rather than what to do ("Added an alert").
  public let isToldInPast: Bool

  init(
    span: SourceSpan, line: Int, text: String, owner: Attribute?, due: Attribute?, tracker: Attribute?,
    priority: Attribute?, state: State?, vagueness: Vagueness?, kinds: [Kind], appeal: Attribute?,
    isToldInPast: Bool
  ) {
    self.span = span
    self.line = line
    self.text = text
    self.owner = owner
    self.due = due
    self.tracker = tracker
    self.priority = priority
    self.state = state
    self.vagueness = vagueness
    self.kinds = kinds
    self.appeal = appeal
    self.isToldInPast = isToldInPast
  }
  public var isConcrete: Bool { vagueness == nil }
  /// Whether it is still to do, as far as the report tells.
  public var isOpen: Bool { state != .done && (state == .open || !isToldInPast) }
}
