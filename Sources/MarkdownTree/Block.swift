/// A block of the document. Blocks stand in one flat array in source order, each before its children, so that no
/// depth of nesting can overflow a stack.
public struct Block: Sendable {
  public enum Kind: Hashable, Sendable {
    case document
    case quote
    case list(isOrdered: Bool)
    case item
    case paragraph
    case heading(level: Int, form: HeadingForm)
    case code(isFenced: Bool)
    case html
    /// A thematic break.
    case rule
    /// A GFM pipe table, or an HTML table. Its children are rows; theirs are cells.
    case table
    case row(isHeader: Bool)
    case cell(column: Int)
  }

  public enum HeadingForm: Hashable, Sendable {
    case atx, setext, html
  }

  public let kind: Kind
  /// The index of the parent block; the document's is 0, its own.
  public let parent: Int
  /// The index after the last descendant: `index + 1 ..< end` are all the blocks inside.
  public let end: Int
  /// From the first byte of the block's own text or marker to the end of its last line, without the line end.
  public let span: SourceSpan
  /// The text lines inside, as indices into `Document.lines`.
  public let lines: Range<Int>

  public init(kind: Kind, parent: Int, end: Int, span: SourceSpan, lines: Range<Int>) {
    self.kind = kind
    self.parent = parent
    self.end = end
    self.span = span
    self.lines = lines
  }
}
