/// A Markdown file as its reader sees it: blocks, lines of text, and the plain text of every line, each with its
/// place in the source.
public struct Document: Sendable {
  public let source: SourceText
  public let frontMatter: FrontMatter?
  /// All blocks in source order, each before its children. `blocks[0]` is the document.
  public let blocks: [Block]
  /// All lines of text in source order.
  public let lines: [TextLine]
  /// The text that a reader sees, as long as the source and at the same offsets. Markup, targets, tags, images'
  /// descriptions, emoji short codes and everything outside text lines are blanks; a line end is a line feed.
  /// No-break and other wide spaces are blanks, dashes are ` - `, full-width punctuation is its ASCII form,
  /// entities and garbled characters are what they stand for where that fits, else blanks.
  public let plain: [UInt8]
  /// The style of each byte of the source.
  public let styles: [TextStyle]
  /// Links, autolinks and bare URLs in source order.
  public let links: [Link]
  /// Images in source order.
  public let images: [Link]
  /// HTML comments, with their marks, in source order.
  public let comments: [SourceSpan]
  /// Runs of garbled characters in source order.
  public let garbled: [GarbledText]

  public init(
    source: SourceText, frontMatter: FrontMatter?, blocks: [Block], lines: [TextLine], plain: [UInt8],
    styles: [TextStyle], links: [Link], images: [Link], comments: [SourceSpan], garbled: [GarbledText]
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.lines = lines
    self.plain = plain
    self.styles = styles
    self.links = links
    self.images = images
    self.comments = comments
    self.garbled = garbled
  }
}

/// A link or an image.
public struct Link: Hashable, Sendable {
  /// The whole construct with its marks.
  public let span: SourceSpan
  /// The text in brackets, or the URL of an autolink.
  public let text: SourceSpan
  /// The target's place; for a reference link that of its definition; nil where the definition is missing.
  public let target: SourceSpan?

  public init(span: SourceSpan, text: SourceSpan, target: SourceSpan?) {
    self.span = span
    self.text = text
    self.target = target
  }
}

/// A run of characters that are UTF-8 bytes once read in another encoding.
public struct GarbledText: Hashable, Sendable {
  public let span: SourceSpan
  /// The text that was meant; nil where some of its bytes are lost.
  public let meant: String?

  public init(span: SourceSpan, meant: String?) {
    self.span = span
    self.meant = meant
  }
}
