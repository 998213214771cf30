import MarkdownTree

/// Finds directives in the comments that are ones to Markdown, and in the front matter.
struct DirectiveReader {
  let document: Document

  func directives() -> [Directive] {
    if document.comments.isEmpty, document.frontMatter == nil { return [] }
    let texts = document.comments.compactMap { DirectiveText(comment: $0, in: document.source) }
    return frontMatter() + placed(texts.isEmpty ? [] : outsideCode(texts))
  }

  /// Indented code is read as prose, which it often is; to Markdown there is no comment in it.
  private func outsideCode(_ texts: [DirectiveText]) -> [DirectiveText] {
    let code = document.blocks.filter { $0.kind == .code(isFenced: false) }.map(\.span)
    return texts.filter { text in
      let next = code.partitioningIndex { $0.start > text.span.start }
      return next == 0 || code[next - 1].end <= text.span.start
    }
  }

  /// Whether a comment speaks to pmlint and not to people.
  static func isDirective(_ comment: SourceSpan, in source: SourceText) -> Bool {
    DirectiveText.opening(of: comment, in: source) != nil
  }

  private func frontMatter() -> [Directive] {
    (document.frontMatter?.fields ?? []).compactMap { field in
      guard field.key.utf8.starts(with: "pmlint.".utf8) else { return nil }
      let verb = field.key == "pmlint.disable" ? Directive.Verb.disableFile : nil
      let names = verb == nil ? [] : FrontMatterNames.read(field, in: document.source)
      if verb != nil, names.isEmpty { return nil }
      return Directive(
        form: .frontMatter, order: Directive.Name(text: field.key, span: field.keySpan), verb: verb,
        names: names, reason: nil, span: field.valueSpan, reach: whole)
    }
  }

  // An empty span at the end of the file begins behind its last byte.
  private var whole: SourceSpan { SourceSpan(0, document.source.bytes.count + 1) }

  /// From the last to the first, since a directive passes over those on the lines below it.
  private func placed(_ texts: [DirectiveText]) -> [Directive] {
    var directives: [Directive] = []
    var following: Following?
    for text in texts.reversed() {
      let end = document.source.line(at: max(text.span.start, text.span.end - 1))
      let line = following?.end == end ? following?.text ?? end + 1 : lineOfText(from: end + 1, following)
      following = Following(start: isAlone(text.span) ? startLine(of: text.span) : nil, end: end, text: line)
      directives.append(directive(text, line: line))
    }
    return directives.reversed()
  }

  private func directive(_ text: DirectiveText, line: Int) -> Directive {
    let source = document.source
    let verb = Directive.Verb(rawValue: text.order.text)
    let reach =
      switch verb {
      case .disableFile: whole
      case .disable: SourceSpan(text.span.end, whole.end)
      case .disableNextLine:
        SourceSpan(
          source.start(ofLine: line),
          line + 1 < source.lineCount ? source.start(ofLine: line + 1) : whole.end)
      case .enable, nil: SourceSpan(text.span.start, text.span.start)
      }
    return Directive(
      form: .comment, order: text.order, verb: verb, names: text.names, reason: text.reason, span: text.span,
      reach: reach)
  }

  /// The directive below another.
  private struct Following {
    /// The line that it begins on; nil where it shares its lines with text.
    let start: Int?
    let end: Int
    /// The line of text after it.
    let text: Int
  }

  /// The next line that is neither blank nor all directive.
  private func lineOfText(from first: Int, _ following: Following?) -> Int {
    var line = first
    while line < document.source.lineCount {
      if let following, following.start == line { return following.text }
      guard isBlank(document.source.span(ofLine: line)) else { break }
      line += 1
    }
    return line
  }

  private func startLine(of span: SourceSpan) -> Int { document.source.line(at: span.start) }

  /// Whether nothing else stands on the lines of a comment.
  private func isAlone(_ span: SourceSpan) -> Bool {
    let source = document.source
    let last = source.span(ofLine: source.line(at: max(span.start, span.end - 1)))
    // What follows is looked at first: of many comments on one line only the last reads the line's head.
    return isBlank(SourceSpan(span.end, last.end))
      && isBlank(SourceSpan(source.start(ofLine: startLine(of: span)), span.start))
  }

  /// The marks of block quotes are no text; nor is a byte-order mark.
  private func isBlank(_ span: SourceSpan) -> Bool {
    document.source.bytes[span.range].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
    }
  }
}
