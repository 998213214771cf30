/// Makes the document's blocks and text lines from the outline: strips prefixes, reads tables and HTML, and has the
/// text of every leaf scanned.
struct BlockBuilder {
  let source: SourceText
  let canvas: Canvas
  let outline: [OutlineBlock]
  var scanner: InlineScanner
  var blocks: [DraftBlock] = []
  var lines: [TextLine] = []
  var stack = ContainerStack()
  /// The lines of the leaf that is being read.
  var pieces: [Piece] = []
  var html = HTMLState()
  // The open containers: their outline index and draft index.
  private var open: [(outline: Int, draft: Int)] = []

  init(source: SourceText, canvas: Canvas, outline: [OutlineBlock], scanner: InlineScanner) {
    self.source = source
    self.canvas = canvas
    self.outline = outline
    self.scanner = scanner
    blocks.reserveCapacity(outline.count)
    lines.reserveCapacity(source.lineCount)
  }

  mutating func build() {
    for index in outline.indices {
      closeContainers(before: index)
      read(index)
    }
    closeContainers(before: Int.max)
  }

  /// The finished blocks.
  var finishedBlocks: [Block] { blocks.map(\.block) }

  private mutating func closeContainers(before index: Int) {
    while let last = open.last, index == Int.max || outline[last.outline].end <= index {
      open.removeLast()
      switch outline[last.outline].kind {
      case .quote, .item: stack.pop()
      default: break
      }
      close(last.draft)
    }
  }

  private mutating func read(_ index: Int) {
    let block = outline[index]
    let offset = min(source.start(ofLine: block.startLine) + block.startColumn, source.bytes.count)
    switch block.kind {
    case .document:
      open.append((index, openBlock(.document, at: 0)))
      blocks[0].endOffset = source.bytes.count
    case .quote, .item:
      let isQuote = block.kind == .quote
      stack.push(Container(isQuote: isQuote, startLine: block.startLine))
      let draft = openBlock(isQuote ? .quote : .item, at: offset)
      let ownLine = canvas.trimmed(offset..<max(offset, source.span(ofLine: block.startLine).end))
      blocks[draft].endOffset = ownLine.upperBound
      open.append((index, draft))
    case .list: open.append((index, openBlock(.list(isOrdered: block.isOrdered), at: offset)))
    case .rule: addRule(at: offset, line: block.startLine)
    case .paragraph, .heading, .code, .html: readLeaf(block)
    }
  }

  private mutating func readLeaf(_ block: OutlineBlock) {
    stack.measure(before: block.startLine, in: source, canvas.source)
    if block.kind != .html { html = HTMLState() }
    switch block.kind {
    case .paragraph: readParagraph(block)
    case .heading: readHeading(block)
    case .code: readCode(block)
    case .html: readHTML(block)
    case .document, .quote, .list, .item, .rule: break
    }
  }

  mutating func addRule(at offset: Int, line: Int) {
    html = HTMLState()
    let range = canvas.trimmed(offset..<max(offset, source.span(ofLine: line).end))
    close(openBlock(.rule, at: offset, end: range.upperBound))
  }

  /// Begins a block inside the innermost open one, or inside `parent`; gives its index.
  mutating func openBlock(_ kind: Block.Kind, at start: Int, end: Int = 0, parent: Int? = nil) -> Int {
    let parent = parent ?? open.last?.draft ?? 0
    blocks.append(
      DraftBlock(
        kind: kind, parent: parent, end: 0, start: start, endOffset: max(start, end), firstLine: lines.count,
        lastLine: lines.count))
    return blocks.count - 1
  }

  /// Ends a block: what has been added since is inside it.
  mutating func close(_ draft: Int) {
    blocks[draft].end = blocks.count
    blocks[draft].lastLine = lines.count
    let parent = blocks[draft].parent
    blocks[parent].endOffset = max(blocks[parent].endOffset, blocks[draft].endOffset)
  }

  /// Reads the lines `first ... last` of a leaf into `pieces`, without blank ones.
  mutating func collectPieces(from first: Int, through last: Int) {
    pieces.removeAll(keepingCapacity: true)
    guard first <= last else { return }
    for line in first...min(last, source.lineCount - 1) {
      let stripped = stack.strip(line, in: source, canvas.source)
      guard !stripped.cursor.isBlank else { continue }
      let start = stripped.cursor.textOffset
      let range = canvas.trimmed(start..<stripped.cursor.end)
      guard !range.isEmpty else { continue }
      if stack.quoteCount > 0, !pieces.isEmpty { blankQuoteMarks(source.start(ofLine: line)..<start) }
      pieces.append(
        Piece(
          number: line, range: range, indent: max(0, stripped.cursor.textColumn - stripped.base),
          indentation: stripped.cursor.indentation, isLazy: stripped.isLazy))
    }
  }

  /// Takes the quote marks before a continuation line away, so that a leaf can be scanned as one stretch.
  private func blankQuoteMarks(_ range: Range<Int>) {
    for offset in range where canvas.text[offset] == Ascii.greater { canvas.text[offset] = Ascii.space }
  }
}

/// A block while the blocks after it are not yet known.
struct DraftBlock {
  var kind: Block.Kind
  let parent: Int
  var end: Int
  let start: Int
  var endOffset: Int
  let firstLine: Int
  var lastLine: Int

  var block: Block {
    Block(
      kind: kind, parent: parent, end: end, span: SourceSpan(start, endOffset), lines: firstLine..<lastLine)
  }
}

/// One line of a leaf without its container prefix and outer blanks.
struct Piece {
  let number: Int
  var range: Range<Int>
  /// The column after block-quote marks.
  let indent: Int
  /// The columns of blanks after the container prefix.
  let indentation: Int
  let isLazy: Bool
}
