import MarkdownTree

/// The names that `pmlint: {disable: […]}` lists.
enum FrontMatterNames {
  /// Each with its own place where the list is written plainly, else with that of the whole value.
  static func read(_ field: FrontMatter.Field, in source: SourceText) -> [Directive.Name] {
    let texts = field.value.split { $0 == "," || $0.isWhitespace }.map(String.init)
    let words = words(in: field.valueSpan, of: source)
    if words.map(\.text) == texts { return words }
    return texts.map { Directive.Name(text: $0, span: field.valueSpan) }
  }

  private static func words(in span: SourceSpan, of source: SourceText) -> [Directive.Name] {
    var words: [Directive.Name] = []
    var start = span.start
    var isComment = false
    for offset in span.start...span.end {
      let byte = offset < span.end ? source.bytes[offset] : 0x20
      guard isMark(byte) else { continue }
      if offset > start, !isComment {
        let word = SourceSpan(start, offset)
        isComment = source.bytes[start] == UInt8(ascii: "#")
        if !isComment, source.bytes[word.range] != [UInt8(ascii: "-")] {
          words.append(Directive.Name(text: source.text(word), span: word))
        }
      }
      if byte == 0x0A || byte == 0x0D { isComment = false }
      start = offset + 1
    }
    return words
  }

  /// Blanks, line ends, and the marks of lists and strings.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5 || "[],\"'".utf8.contains(byte)
  }
}
