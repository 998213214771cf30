import MarkdownTree

/// A thing to do as it stands in the text, before it is known whether it is a measure or a task.
struct RawItem {
  enum Form {
    case item
    /// A line or paragraph of text.
    case line
    case row
    case heading
    /// A sentence of a reflection ("we should …").
    case sentence
  }

  /// The first text line.
  let line: Int
  /// All of its own text lines.
  var lines: Range<Int>
  let span: SourceSpan
  /// The words that say what is to be done; known once all of its lines are.
  var body = 0..<0
  let form: Form
  /// Whether the list it stands in is one of tasks, by its heading.
  let kinds: [SectionKind]
  /// The innermost section.
  let section: Int?
  let depth: Int
  /// The index of the item that it is nested beneath.
  var parent: Int?
  var box: ListMarker.Box?
  /// Cells of a table row by what their column holds.
  var owner: SourceSpan?
  var due: SourceSpan?
  var status: SourceSpan?
  /// The same, whatever it says: "-", "TBD".
  var statusCell: SourceSpan?
  var tracker: SourceSpan?
  var priority: SourceSpan?
  /// Whether it is a row of a table with a column for who does it, by when, or how far it is.
  var isAssigned = false
  /// Whether the line only names what stands below it.
  var isGroup = false
}
