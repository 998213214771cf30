/// An opening bracket that may begin a link or an image.
struct Bracket {
  /// Where the construct begins: the bracket, or an image's exclamation mark.
  let start: Int
  /// After the bracket.
  let textStart: Int
  let isImage: Bool
  let delimiterCount: Int
  let linkCount: Int
  /// Whether another bracket opened inside, so that the text cannot be a label.
  var holdsBracket = false
}

/// Links, images, references and footnote marks.
extension InlineScanner {
  mutating func openBracket(at offset: Int, isImage: Bool) -> Int {
    let textStart = offset + (isImage ? 2 : 1)
    for mark in offset..<textStart { canvas.plain[mark] = canvas.text[mark] }
    if let end = footnoteEnd(at: textStart), !isImage {
      canvas.mark(offset..<end)
      return end
    }
    if !brackets.isEmpty { brackets[brackets.count - 1].holdsBracket = true }
    brackets.append(
      Bracket(
        start: offset, textStart: textStart, isImage: isImage, delimiterCount: delimiters.count,
        linkCount: links.count))
    return textStart
  }

  /// The end of `[^name]`, with the colon of a footnote's own text.
  private func footnoteEnd(at offset: Int) -> Int? {
    guard offset < limit, canvas.text[offset] == Ascii.caret else { return nil }
    var end = offset + 1
    while end < limit, end - offset < 100 {
      let byte = canvas.text[end]
      if byte == Ascii.closeBracket {
        guard end > offset + 1 else { return nil }
        let isDefinition = offset - 1 == start && end + 1 < limit && canvas.text[end + 1] == Ascii.colon
        return isDefinition ? end + 2 : end + 1
      }
      if byte <= Ascii.space || byte == Ascii.openBracket { return nil }
      end += 1
    }
    return nil
  }

  mutating func closeBracket(at offset: Int) -> Int {
    canvas.plain[offset] = Ascii.closeBracket
    guard let bracket = brackets.popLast() else { return offset + 1 }
    let isActive = bracket.isImage || brackets.count >= inactiveBrackets
    inactiveBrackets = min(inactiveBrackets, brackets.count)
    guard isActive, let tail = linkTail(bracket, close: offset) else { return offset + 1 }
    finish(bracket, close: offset, tail: tail)
    return tail.end
  }

  private func linkTail(_ bracket: Bracket, close: Int) -> (target: SourceSpan?, end: Int)? {
    let text = UnsafeBufferPointer(canvas.text)
    let next = close + 1
    if next < limit, text[next] == Ascii.openParen,
      let tail = LinkSyntax.inlineTail(in: text, at: next, limit: limit)
    {
      return (SourceSpan(tail.target), tail.end)
    }
    guard !definitions.isEmpty else { return nil }
    if next < limit, text[next] == Ascii.openBracket,
      let labelEnd = LinkSyntax.labelEnd(in: text, at: next, limit: limit)
    {
      return target(next + 1..<labelEnd).map { ($0, labelEnd + 1) }
    }
    guard !bracket.holdsBracket, close - bracket.textStart < 1000,
      let target = target(bracket.textStart..<close)
    else { return nil }
    let isCollapsed =
      next + 1 < limit && text[next] == Ascii.openBracket && text[next + 1] == Ascii.closeBracket
    return (target, isCollapsed ? next + 2 : next)
  }

  private func target(_ label: Range<Int>) -> SourceSpan? {
    definitions.target(of: UnsafeBufferPointer(rebasing: canvas.source[label]))
  }

  private mutating func finish(_ bracket: Bracket, close: Int, tail: (target: SourceSpan?, end: Int)) {
    matchDelimiters(from: bracket.delimiterCount)
    canvas.mark(bracket.start..<bracket.textStart)
    canvas.mark(close..<tail.end)
    // Links hold no links: a URL that is a link's text is only text.
    links.removeLast(max(0, links.count - bracket.linkCount))
    let link = Link(
      span: SourceSpan(bracket.start, tail.end), text: SourceSpan(bracket.textStart, close),
      target: tail.target)
    ranges.append(
      StyledRange(range: bracket.textStart..<close, style: bracket.isImage ? .image : .link))
    if bracket.isImage {
      images.append(link)
    } else {
      links.append(link)
      inactiveBrackets = brackets.count
    }
  }
}
