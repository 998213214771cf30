/// Paragraphs, headings and code blocks.
extension BlockBuilder {
  mutating func readParagraph(_ block: OutlineBlock) {
    collectPieces(from: block.textLine, through: block.endLine)
    readTextPieces()
  }

  /// Adds the collected pieces as paragraphs and the tables among them.
  mutating func readTextPieces() {
    var first = 0
    while first < pieces.count {
      if let table = TableShape(in: pieces, from: first, canvas.source) {
        if table.header > first { addParagraph(first..<table.header) }
        addTable(table)
        first = table.end
      } else {
        addParagraph(first..<pieces.count)
        first = pieces.count
      }
    }
  }

  private mutating func addParagraph(_ range: Range<Int>) {
    guard let first = range.first else { return }
    let start = pieces[first].range.lowerBound
    let box = takeBox(first)
    let draft = openBlock(.paragraph, at: start, end: pieces[range.upperBound - 1].range.upperBound)
    addText(range, to: draft, context: .paragraph, box: box)
    close(draft)
  }

  /// Scans the pieces as one text and adds their lines.
  mutating func addText(
    _ range: Range<Int>, to draft: Int, context: TextLine.Context, box: ListMarker.Box? = nil
  ) {
    guard let first = range.first else { return }
    scanner.scan(pieces[first].range.lowerBound..<pieces[range.upperBound - 1].range.upperBound)
    var writer = LineWriter(block: draft, context: context, box: box)
    if scanner.tags.isEmpty {
      for index in range { add(pieces[index], from: 0, to: Int.max, &writer) }
      return
    }
    var tag = 0
    var textStart = 0
    for index in range {
      let piece = pieces[index]
      while tag < scanner.tags.count, scanner.tags[tag].range.lowerBound < piece.range.upperBound {
        let next = scanner.tags[tag]
        add(piece, from: textStart, to: next.range.lowerBound, &writer)
        textStart = next.range.upperBound
        html.apply(next, &writer)
        tag += 1
      }
      add(piece, from: textStart, to: piece.range.upperBound, &writer)
    }
  }

  /// Adds the part of a piece between two offsets as a text line, unless nothing of it is seen.
  mutating func add(_ piece: Piece, from start: Int, to end: Int, _ writer: inout LineWriter) {
    let (start, end) = (max(start, piece.range.lowerBound), min(end, piece.range.upperBound))
    guard start < end else { return }
    let range = canvas.trimmed(start..<end)
    guard !canvas.isBlank(range) else { return }
    var indent = piece.indent
    var marker: ListMarker?
    if let taken = stack.takeMarker(before: range.lowerBound, box: writer.box) {
      (marker, indent) = (taken.marker, taken.column)
    }
    if let htmlMarker = writer.marker { marker = htmlMarker }
    lines.append(
      TextLine(
        number: piece.number, span: SourceSpan(range), block: writer.block, context: writer.context,
        marker: marker, depth: stack.itemCount + html.depth, indent: indent, isQuoted: stack.quoteCount > 0,
        opensBlock: !writer.hasLine))
    writer.hasLine = true
    writer.box = nil
    writer.marker = nil
  }

  /// Cuts a task-list box off the first line of an item.
  private mutating func takeBox(_ first: Int) -> ListMarker.Box? {
    let range = pieces[first].range
    let bytes = canvas.source
    let start = range.lowerBound
    guard stack.isAtItemStart, range.count >= 5, bytes[start] == Ascii.openBracket,
      bytes[start + 2] == Ascii.closeBracket, Ascii.isBlank(bytes[start + 3])
    else { return nil }
    let mark = bytes[start + 1]
    guard mark == Ascii.space || mark | 0x20 == UInt8(ascii: "x") else { return nil }
    pieces[first].range = canvas.trimmed(start + 3..<range.upperBound)
    canvas.mark(start..<start + 3)
    return mark == Ascii.space ? .open : .checked
  }

  mutating func readHeading(_ block: OutlineBlock) {
    if readAtxHeading(block) { return }
    // The end of a setext heading is reported one line too far, except at the end of the file.
    let last = min(block.endLine, source.lineCount - 1)
    collectPieces(from: block.textLine, through: last)
    let underline =
      pieces.lastIndex { $0.number == last - 1 && $0.number > block.textLine && isUnderline($0) }
      ?? pieces.lastIndex { $0.number == last && isUnderline($0) }
    guard let underline, underline > 0 else { return readTextPieces() }
    let mark = pieces[underline]
    pieces.removeLast(pieces.count - underline)
    if TableShape(in: pieces, from: 0, canvas.source) != nil { return readSwallowedTable(mark) }
    let level = canvas.source[mark.range.lowerBound] == Ascii.equals ? 1 : 2
    let draft = openBlock(
      .heading(level: level, form: .setext), at: pieces[0].range.lowerBound, end: mark.range.upperBound)
    addText(pieces.indices, to: draft, context: .heading(level: level))
    close(draft)
  }

  /// A table followed by what libcmark takes for the underline of a heading.
  private mutating func readSwallowedTable(_ underline: Piece) {
    if canvas.source[underline.range.lowerBound] == Ascii.equals || underline.range.count < 3 {
      pieces.append(underline)
      return readTextPieces()
    }
    readTextPieces()
    addRule(at: underline.range.lowerBound, line: underline.number)
  }

  private func isUnderline(_ piece: Piece) -> Bool {
    let mark = canvas.source[piece.range.lowerBound]
    guard !piece.isLazy, piece.indentation <= 3, mark == Ascii.equals || mark == Ascii.dash else {
      return false
    }
    return canvas.source[piece.range].allSatisfy { $0 == mark }
  }

  private mutating func readAtxHeading(_ block: OutlineBlock) -> Bool {
    collectPieces(from: block.startLine, through: block.startLine)
    guard let piece = pieces.first else { return false }
    let bytes = canvas.source
    let whole = piece.range
    var start = whole.lowerBound
    while start < whole.upperBound, bytes[start] == Ascii.hash { start += 1 }
    let level = start - whole.lowerBound
    guard level == block.level, start == whole.upperBound || Ascii.isBlank(bytes[start]) else { return false }
    var end = whole.upperBound
    while end > start, bytes[end - 1] == Ascii.hash { end -= 1 }
    if end > start, !Ascii.isBlank(bytes[end - 1]) { end = whole.upperBound }
    let text = canvas.trimmed(start..<end)
    let draft = openBlock(.heading(level: level, form: .atx), at: whole.lowerBound, end: whole.upperBound)
    if !text.isEmpty {
      pieces[0].range = text
      addText(0..<1, to: draft, context: .heading(level: level))
    }
    close(draft)
    return true
  }

  mutating func readCode(_ block: OutlineBlock) {
    collectPieces(from: block.startLine, through: block.endLine)
    // Only paragraphs run on lazily: a code block that ends with its container is reported one line too long.
    if let after = pieces.firstIndex(where: \.isLazy) { pieces.removeLast(pieces.count - after) }
    guard let first = pieces.first, let last = pieces.last else { return }
    let isFenced = first.indentation < 4
    let draft = openBlock(.code(isFenced: isFenced), at: first.range.lowerBound, end: last.range.upperBound)
    if isFenced {
      addFencedLines(draft)
    } else {
      addText(pieces.indices, to: draft, context: .code(isFenced: false))
    }
    close(draft)
  }

  private mutating func addFencedLines(_ draft: Int) {
    let fence = pieces[0].range
    let mark = canvas.source[fence.lowerBound]
    let width = fenceWidth(pieces[0], mark)
    var writer = LineWriter(block: draft, context: .code(isFenced: true), box: nil)
    for index in pieces.indices.dropFirst() {
      let piece = pieces[index]
      if index == pieces.count - 1, piece.indentation <= 3 {
        let closing = fenceWidth(piece, mark)
        if closing >= width, closing == piece.range.count { break }
      }
      for offset in piece.range where canvas.text[offset] != Ascii.tab {
        canvas.plain[offset] = canvas.text[offset]
      }
      canvas.add(.code, to: piece.range)
      add(piece, from: 0, to: Int.max, &writer)
    }
  }

  private func fenceWidth(_ piece: Piece, _ mark: UInt8) -> Int {
    var end = piece.range.lowerBound
    while end < piece.range.upperBound, canvas.source[end] == mark { end += 1 }
    return end - piece.range.lowerBound
  }
}
