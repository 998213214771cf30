public import MarkdownTree

/// A part of the report that a heading, in whatever form, opens.
///
/// An object, since every reader and rule looks at each: a structure of so many references would be copied one by one.
public final class Section: Sendable {
  /// How the heading is written.
  public enum Form: String, Hashable, Sendable {
    case atx
    case setext
    case html
    /// A line that is bold from end to end.
    case boldLine = "bold-line"
    /// A line of plain text: "Timeline:", "🕰️ Timeline:", "Issue Summary".
    case plainLine = "plain-line"
    /// A list item that holds only the name.
    case item
    /// A name that runs into its content on the same line: `**Impact:** 80 % of users …`.
    case label
    /// A table row whose first cell is the name.
    case row
    /// A front-matter key.
    case frontMatter = "front-matter"
  }

  /// What stands below the heading.
  public enum Content: Hashable, Sendable {
    case full
    /// Hints, comments or placeholders of a template only.
    case guidance
    case empty
  }

  /// One or more; `[.other]` for a heading of no known kind.
  public let kinds: [SectionKind]
  /// What its name tells beyond the kind: "What went well" is a part of the lessons.
  public let topics: [SectionTopic]
  /// Kinds of a team's own that its name tells.
  public let ownKinds: [String]
  /// The heading as written, without markup.
  public let title: String
  /// The place of the heading's text.
  public let span: SourceSpan
  /// The line of the heading, from 1.
  public let line: Int
  public let form: Form
  /// 1–6 for headings; deeper for bold lines (7), plain lines (8), items (9) and labels (10), so that a section ends
  /// where the next of the same or a lower number begins.
  public let level: Int
  /// The index of the section around it in `Postmortem.sections`.
  public let parent: Int?
  /// The text lines of the section, those of its subsections included, as indices into `Document.lines`. For a label
  /// the first is the line of the label itself, of which only the part after `bodyStart` belongs to the section.
  public let lines: Range<Int>
  /// The text lines before the first subsection.
  public let ownLines: Range<Int>
  /// The offset after the heading or label.
  public let bodyStart: Int
  public let content: Content
  /// The word of the heading that is no name but for a slip.
  public let misspelling: Misspelling?

  init(
    kinds: [SectionKind], topics: [SectionTopic], ownKinds: [String], title: String, span: SourceSpan,
    line: Int, form: Form, level: Int, parent: Int?, lines: Range<Int>, ownLines: Range<Int>,
    bodyStart: Int, content: Content, misspelling: Misspelling?
  ) {
    self.kinds = kinds
    self.topics = topics
    self.ownKinds = ownKinds
    self.title = title
    self.span = span
    self.line = line
    self.form = form
    self.level = level
    self.parent = parent
    self.lines = lines
    self.ownLines = ownLines
    self.bodyStart = bodyStart
    self.content = content
    self.misspelling = misspelling
  }

  /// Its kinds by name, those of a team's own among them.
  public var kindNames: [String] {
    (ownKinds.isEmpty ? kinds : kinds.filter { $0 != .other }).map(\.rawValue) + ownKinds
  }

  public func isKind(_ kind: SectionKind) -> Bool { kinds.contains(kind) }
}

/// A word of a section's name with a letter too many, missing, wrong or out of place.
public struct Misspelling: Sendable {
  public let span: SourceSpan
  /// The word as it should be, in the writer's capitals.
  public let spelling: String
}
