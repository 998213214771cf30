/// A line of text as a reader sees it: one line of a paragraph, a heading, a table cell, a list item of an HTML
/// list. The unit that the readers above work on, because many reports are one Markdown paragraph.
///
/// Several text lines may share a line of the file: table cells, `<li>` after `<li>`, text after `<br>`.
public struct TextLine: Sendable {
  public enum Context: Hashable, Sendable {
    /// ATX, setext or HTML heading.
    case heading(level: Int)
    case paragraph
    /// A table cell. `column` counts from 0; its row and table are the parents of `block`.
    case cell(column: Int, isHeader: Bool)
    /// A line of a code block. Indented ones are scanned for inline markup as a paragraph is (they are often
    /// prose that somebody indented); fenced ones are not.
    case code(isFenced: Bool)
  }

  /// The line of the file, counted from 0.
  public let number: Int
  /// The text without container prefixes, list marker, check box, heading marks and outer blanks.
  public let span: SourceSpan
  /// The leaf block in `Document.blocks` that holds the line.
  public let block: Int
  public let context: Context
  /// The list marker, on the line that opens an item.
  public let marker: ListMarker?
  /// The number of list items that the line stands in.
  public let depth: Int
  /// The column, from 0, with tabs to the next multiple of 4, where the line's first non-blank byte stands after
  /// block-quote marks: its marker if it has one, else its text.
  public let indent: Int
  public let isQuoted: Bool
  /// Whether this is the first text line of its leaf block.
  public let opensBlock: Bool

  public init(
    number: Int, span: SourceSpan, block: Int, context: Context, marker: ListMarker? = nil, depth: Int = 0,
    indent: Int = 0, isQuoted: Bool = false, opensBlock: Bool = true
  ) {
    self.number = number
    self.span = span
    self.block = block
    self.context = context
    self.marker = marker
    self.depth = depth
    self.indent = indent
    self.isQuoted = isQuoted
    self.opensBlock = opensBlock
  }
}

/// What stands before the text of a list item.
public struct ListMarker: Hashable, Sendable {
  /// A task-list box: `[ ]` or `[x]`, by the GFM section "Task list items".
  public enum Box: Hashable, Sendable {
    case open, checked
  }

  /// The number of an ordered item; nil for a bullet.
  public let number: Int?
  public let box: Box?
  /// From the marker's first byte to before the text.
  public let span: SourceSpan

  public init(number: Int?, box: Box?, span: SourceSpan) {
    self.number = number
    self.box = box
    self.span = span
  }
}
