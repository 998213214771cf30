/// Tags and comments, inside Markdown and in HTML blocks.
extension InlineScanner {
  mutating func scanAngle(at offset: Int) -> Int {
    if let end = scanAutolink(at: offset) { return end }
    return scanTag(at: offset) ?? keep(offset)
  }

  /// Scans an HTML block, whose text is not Markdown.
  mutating func scanHTML(_ range: Range<Int>) {
    start = range.lowerBound
    limit = range.upperBound
    tags.removeAll(keepingCapacity: true)
    missing = MissingMarks()
    var offset = start
    while offset < limit {
      let byte = canvas.text[offset]
      switch byte {
      case Ascii.less: offset = scanBlockTag(at: offset)
      case Ascii.ampersand: offset = canvas.copyEntity(at: offset, limit: limit)
      case Ascii.colon: offset = scanColon(at: offset)
      case Ascii.tab, Ascii.lineFeed, Ascii.carriageReturn: offset += 1
      case 0x80...: offset = canvas.copyWide(at: offset, limit: limit)
      default: offset = keep(offset)
      }
    }
    openTags.removeAll(keepingCapacity: true)
    if !ranges.isEmpty { applyRanges() }
  }

  private mutating func scanBlockTag(at offset: Int) -> Int {
    guard let end = scanTag(at: offset) else { return keep(offset) }
    guard let last = lastTag, case .hidden = last.name, !last.isClosing, last.range.upperBound == end else {
      return end
    }
    // What stands between `<script>` and `</script>` is no text.
    var next = end
    while next + 1 < limit, !(canvas.text[next] == Ascii.less && canvas.text[next + 1] == Ascii.slash) {
      next += 1
    }
    if next + 1 >= limit { next = limit }
    canvas.mark(end..<next)
    return next
  }

  private var lastTag: HTMLTag? { tags.last }

  private mutating func scanTag(at offset: Int) -> Int? {
    guard offset + 1 < limit else { return nil }
    switch canvas.text[offset + 1] {
    case Ascii.exclamation: return scanDeclaration(at: offset)
    case Ascii.question:
      return close(offset, "?>", from: offset + 2, missing: \.instructionEnd)
    default:
      guard let tag = HTMLTag(in: canvas.text, at: offset, limit: limit) else { return nil }
      canvas.mark(tag.range)
      apply(tag)
      return tag.range.upperBound
    }
  }

  private mutating func scanDeclaration(at offset: Int) -> Int? {
    let rest = offset + 2
    guard rest < limit else { return nil }
    if canvas.text[rest] == Ascii.dash, rest + 1 < limit, canvas.text[rest + 1] == Ascii.dash {
      // `<!-->` and `<!--->` are whole comments.
      guard let end = close(offset, "-->", from: offset + 2, missing: \.commentEnd) else { return nil }
      comments.append(SourceSpan(offset, end))
      return end
    }
    if canvas.text[rest] == Ascii.openBracket {
      return close(offset, "]]>", from: rest + 1, missing: \.characterDataEnd)
    }
    guard Ascii.isLetter(canvas.text[rest]) else { return nil }
    return close(offset, ">", from: rest, missing: \.declarationEnd)
  }

  /// Marks what stands from `offset` to the end of `mark`.
  private mutating func close(
    _ offset: Int, _ mark: StaticString, from first: Int, missing known: WritableKeyPath<MissingMarks, Bool>
  ) -> Int? {
    guard !missing[keyPath: known] else { return nil }
    let count = mark.utf8CodeUnitCount
    var next = first
    while next + count <= limit {
      var matched = 0
      while matched < count, canvas.text[next + matched] == mark.utf8Start[matched] { matched += 1 }
      if matched == count {
        canvas.mark(offset..<next + count)
        return next + count
      }
      next += 1
    }
    missing[keyPath: known] = true
    return nil
  }

  private mutating func apply(_ tag: HTMLTag) {
    switch tag.name {
    case .bold, .italic, .struck, .code, .link:
      if tag.isClosing { closeStyle(tag) } else if openTags.count < 64 { openTags.append(tag) }
    case .image:
      let span = SourceSpan(tag.range)
      images.append(
        Link(span: span, text: SourceSpan(span.end, span.end), target: tag.target.map { SourceSpan($0) }))
    case .heading, .item, .bulletList, .orderedList, .table, .row, .cell, .headerCell, .preformatted,
      .lineEnd,
      .hidden:
      tags.append(tag)
    case .other: break
    }
  }

  private mutating func closeStyle(_ tag: HTMLTag) {
    guard let style = tag.style, let index = openTags.lastIndex(where: { $0.style == style }) else { return }
    let open = openTags[index]
    openTags.removeLast(openTags.count - index)
    let text = open.range.upperBound..<tag.range.lowerBound
    ranges.append(StyledRange(range: text, style: style))
    guard style == .link, let target = open.target else { return }
    while let last = links.last, last.span.start >= text.lowerBound { links.removeLast() }
    links.append(
      Link(
        span: SourceSpan(open.range.lowerBound, tag.range.upperBound), text: SourceSpan(text),
        target: SourceSpan(target)))
  }
}

extension HTMLTag {
  /// The style of the text inside.
  fileprivate var style: TextStyle? {
    switch name {
    case .bold: .strong
    case .italic: .emphasis
    case .struck: .struck
    case .code: .code
    case .link: .link
    default: nil
    }
  }
}
