import MarkdownTree
import PostmortemModel

/// The edits that take a directive, or a name of it, out of a report and leave the rest as it reads.
struct DirectiveRemoval {
  let source: SourceText

  /// Nil where the names are written in a form that an edit could break.
  func fix(for idle: IdleOrder) -> Fix? {
    let directive = idle.directive
    guard let position = idle.position else {
      let orders = [directive] + idle.enders
      let isSafe = orders.allSatisfy { $0.form == .frontMatter || !opensText($0.span) }
      return Fix("remove the directive", edits: orders.map(removal), safety: isSafe ? .safe : .suggestion)
    }
    guard isPlain(directive) else { return nil }
    let name = directive.names[position]
    return Fix(
      "remove '\(quote(name.text))'", edits: [removal(ofName: position, in: directive)], safety: .safe)
  }

  /// Whether each name has its own place, and all or none stand in quotes.
  private func isPlain(_ directive: Directive) -> Bool {
    if directive.form == .comment { return true }
    // Nobody writes more, and each name asks for all.
    if directive.names.count > 100 { return false }
    let marks = Set(
      directive.names.map { name in
        let mark = source.bytes[max(0, name.span.start - 1)]
        return "\"'".utf8.contains(mark) ? mark : 0x20
      })
    return marks.count == 1 && directive.names.allSatisfy { $0.span != directive.span }
  }

  private func removal(of directive: Directive) -> Fix.Edit {
    // A list without names gives no order, and the rest of the block stays as it is.
    if directive.form == .frontMatter { return Fix.Edit(directive.span, "[]") }
    let lines = wholeLines(of: directive.span)
    guard let lines else { return Fix.Edit(withBlank(directive.span), "") }
    let isBelowText = lines.first > 0 && !isBlank(source.span(ofLine: lines.first - 1))
    let isAboveText = lines.last + 1 < source.lineCount && !isBlank(source.span(ofLine: lines.last + 1))
    // Without a line between them two paragraphs would become one.
    if isBelowText, isAboveText { return Fix.Edit(withBlank(directive.span), "") }
    let end = isBelowText || isAboveText ? lines.last + 1 : lines.last + 2
    let start = max(source.start(ofLine: lines.first), byteOrderMark)
    return Fix.Edit(SourceSpan(start, source.start(ofLine: end)), "")
  }

  /// A name with what parts it from the next one, or from the one before it if it is the last.
  private func removal(ofName index: Int, in directive: Directive) -> Fix.Edit {
    let name = directive.names[index]
    if directive.form == .frontMatter {
      let line = source.line(at: name.span.start)
      let head = SourceSpan(source.start(ofLine: line), name.span.start)
      let isItem = source.bytes[head.range].allSatisfy { $0 == 0x20 || "-\"'".utf8.contains($0) }
      if isItem { return Fix.Edit(SourceSpan(head.start, source.start(ofLine: line + 1)), "") }
    }
    if index + 1 < directive.names.count {
      return Fix.Edit(SourceSpan(name.span.start, directive.names[index + 1].span.start), "")
    }
    let before = index > 0 ? directive.names[index - 1].span.end : name.span.start
    return Fix.Edit(SourceSpan(before, name.span.end), "")
  }

  /// Whether text follows on the line that a comment begins, so that it would be read anew.
  private func opensText(_ span: SourceSpan) -> Bool {
    let line = source.line(at: span.start)
    return isBlank(SourceSpan(source.start(ofLine: line), span.start))
      && !isBlank(SourceSpan(span.end, source.span(ofLine: source.line(at: max(0, span.end - 1))).end))
  }

  /// The lines of a comment that nothing else stands on.
  private func wholeLines(of span: SourceSpan) -> (first: Int, last: Int)? {
    let first = source.line(at: span.start)
    let last = source.line(at: max(span.start, span.end - 1))
    let isAlone =
      isBlank(SourceSpan(span.end, source.span(ofLine: last).end))
      && isBlank(SourceSpan(source.start(ofLine: first), span.start))
    return isAlone ? (first, last) : nil
  }

  /// A comment with the blanks before it, unless these set something off.
  private func withBlank(_ span: SourceSpan) -> SourceSpan {
    var start = span.start
    while start > 0, source.bytes[start - 1] == 0x20 { start -= 1 }
    let isAtMargin = start == 0 || source.bytes[start - 1] == 0x0A || source.bytes[start - 1] == 0x0D
    let isBeforeText = span.end < source.bytes.count && !" \t\r\n|".utf8.contains(source.bytes[span.end])
    return isAtMargin || isBeforeText ? span : SourceSpan(start, span.end)
  }

  private var byteOrderMark: Int { source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The marks of block quotes are no text.
  private func isBlank(_ span: SourceSpan) -> Bool {
    source.bytes[max(span.start, min(byteOrderMark, span.end))..<span.end].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">")
    }
  }
}
