/// The block structure as libcmark reports it: what can be trusted of it, in one flat array.
struct OutlineBlock: Equatable {
  enum Kind {
    case document, quote, list, item, paragraph, heading, code, html, rule
  }

  let kind: Kind
  /// The level of a heading.
  let level: Int
  let isOrdered: Bool
  /// Lines count from 0.
  let startLine: Int
  /// In bytes from the line's start.
  let startColumn: Int
  /// Wrong for setext headings (the line after the underline) and too large for lists, items and indented code.
  let endLine: Int
  /// The first line that is not a link reference definition.
  var textLine: Int
  /// The index after the last descendant.
  var end: Int
}
