import MarkdownTree

/// The words of a comment that speaks to pmlint: `<!-- order name name -- reason -->`.
struct DirectiveText {
  private static let prefix = Array("pmlint-".utf8)

  let span: SourceSpan
  let order: Directive.Name
  let names: [Directive.Name]
  let reason: String?

  /// Nil for every other comment.
  init?(comment: SourceSpan, in source: SourceText) {
    guard let start = DirectiveText.opening(of: comment, in: source) else { return nil }
    var words = WordReader(source: source, offset: start, end: comment.end - 3)
    guard let order = words.next() else { return nil }
    var names: [Directive.Name] = []
    var reason: String?
    while let word = words.next() {
      if word.text.allSatisfy({ $0 == "-" || $0 == "–" || $0 == "—" }) {
        reason = words.rest()
        break
      }
      names.append(word)
    }
    (span, self.order, self.names, self.reason) = (comment, order, names, reason)
  }

  /// Where the order begins.
  static func opening(of comment: SourceSpan, in source: SourceText) -> Int? {
    guard comment.length > 7 else { return nil }
    var offset = comment.start + 4
    while offset < comment.end, WordReader.isSeparator(source.bytes[offset]) { offset += 1 }
    return source.bytes[offset..<max(offset, comment.end - 3)].starts(with: prefix) ? offset : nil
  }
}

/// The words of a comment, with blanks, commas and line ends between them.
private struct WordReader {
  let source: SourceText
  var offset: Int
  let end: Int

  static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5 || byte == UInt8(ascii: ",")
  }

  mutating func next() -> Directive.Name? {
    skipSeparators()
    let start = offset
    while offset < end, !Self.isSeparator(source.bytes[offset]) { offset += 1 }
    if start >= offset { return nil }
    let span = SourceSpan(start, offset)
    return Directive.Name(text: source.text(span), span: span)
  }

  /// All that is left, on one line.
  mutating func rest() -> String? {
    var words: [String] = []
    skipSeparators()
    while offset < end {
      let start = offset
      while offset < end, source.bytes[offset] == UInt8(ascii: ",") || !Self.isSeparator(source.bytes[offset])
      {
        offset += 1
      }
      words.append(source.text(SourceSpan(start, offset)))
      skipSeparators()
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private mutating func skipSeparators() {
    var isLineStart = false
    while offset < end {
      let byte = source.bytes[offset]
      if byte == 0x0A || byte == 0x0D { isLineStart = true }
      // In a block quote each further line of the comment begins with its mark.
      guard Self.isSeparator(byte) || isLineStart && byte == UInt8(ascii: ">") else { return }
      offset += 1
    }
  }
}
