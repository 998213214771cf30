/// The lists that are open in HTML; lives on over neighbouring HTML blocks.
struct HTMLState {
  private static let deepestList = 32
  // The next number of each open list; nil for bullets.
  private var lists: [Int?] = []
  // Whether the outermost list is only assumed, for an item outside any.
  private var isAssumed = false
  private(set) var isPreformatted = false

  /// The lists around a line, at least one once an item was opened.
  var depth: Int { lists.count }

  /// What a tag means for the lines after it.
  mutating func apply(_ tag: HTMLTag, _ writer: inout LineWriter) {
    switch tag.name {
    case .item:
      writer.marker = nil
      guard !tag.isClosing else { return }
      if lists.isEmpty {
        lists.append(nil)
        isAssumed = true
      }
      let number = lists[lists.count - 1]
      if let number { lists[lists.count - 1] = number + 1 }
      writer.marker = ListMarker(number: number, box: nil, span: SourceSpan(tag.range))
    case .bulletList, .orderedList:
      writer.marker = nil
      if tag.isClosing {
        _ = lists.popLast()
      } else if lists.count < Self.deepestList {
        if case .orderedList = tag.name { lists.append(1) } else { lists.append(nil) }
      }
    case .preformatted: isPreformatted = !tag.isClosing
    // No list holds a heading: one before it was left open.
    case .heading: lists.removeAll()
    default: break
    }
  }

  /// Ends what does not live on into the next HTML block.
  mutating func endBlock() {
    isPreformatted = false
    if isAssumed { lists.removeAll() }
    isAssumed = false
  }
}

/// The blocks that are open inside an HTML block.
private struct HTMLBlocks {
  let root: Int
  var heading: (draft: Int, level: Int)?
  var table: Int?
  var row: (draft: Int, isHeader: Bool)?
  var cell: Int?
  var column = 0
}

extension BlockBuilder {
  mutating func readHTML(_ block: OutlineBlock) {
    collectPieces(from: block.startLine, through: block.endLine)
    guard let first = pieces.first, let last = pieces.last else { return }
    let whole = first.range.lowerBound..<last.range.upperBound
    let draft = openBlock(.html, at: whole.lowerBound, end: whole.upperBound)
    scanner.scanHTML(whole)
    var open = HTMLBlocks(root: draft)
    var writer = LineWriter(block: draft, context: .paragraph, box: nil)
    var tag = 0
    var textStart = 0
    for index in pieces.indices {
      let piece = pieces[index]
      while tag < scanner.tags.count, scanner.tags[tag].range.lowerBound < piece.range.upperBound {
        let next = scanner.tags[tag]
        add(piece, from: textStart, to: next.range.lowerBound, &writer)
        textStart = next.range.upperBound
        html.apply(next, &writer)
        apply(next, &open, &writer)
        tag += 1
      }
      add(piece, from: textStart, to: piece.range.upperBound, &writer)
    }
    closeTable(&open, at: whole.upperBound)
    closeHeading(&open, at: whole.upperBound)
    close(draft)
    html.endBlock()
  }

  /// Opens and closes headings, tables, rows and cells.
  private mutating func apply(_ tag: HTMLTag, _ open: inout HTMLBlocks, _ writer: inout LineWriter) {
    let (start, end) = (tag.range.lowerBound, tag.range.upperBound)
    let marker = writer.marker
    switch tag.name {
    case .heading(let level):
      closeHeading(&open, at: tag.isClosing ? end : start)
      if !tag.isClosing {
        open.heading = (
          openBlock(.heading(level: level, form: .html), at: start, parent: parent(open)), level
        )
      }
    case .table:
      closeTable(&open, at: tag.isClosing ? end : start)
      if !tag.isClosing { open.table = openBlock(.table, at: start, parent: open.root) }
    case .row:
      closeRow(&open, at: tag.isClosing ? end : start)
      if !tag.isClosing { openRow(&open, at: start, isHeader: false) }
    case .cell, .headerCell:
      closeCell(&open, at: tag.isClosing ? end : start)
      if !tag.isClosing { openCell(tag, &open) }
    case .preformatted: break
    default: return
    }
    writer = LineWriter(block: parent(open), context: context(open), box: nil)
    writer.marker = marker
    // A block that is returned to has lines already, or at least tags.
    writer.hasLine = blocks[writer.block].firstLine < lines.count
  }

  private func parent(_ open: HTMLBlocks) -> Int {
    open.heading?.draft ?? open.cell ?? open.row?.draft ?? open.table ?? open.root
  }

  private func context(_ open: HTMLBlocks) -> TextLine.Context {
    if let heading = open.heading { return .heading(level: heading.level) }
    if open.cell != nil { return .cell(column: open.column - 1, isHeader: open.row?.isHeader ?? false) }
    return html.isPreformatted ? .code(isFenced: true) : .paragraph
  }

  private mutating func openRow(_ open: inout HTMLBlocks, at start: Int, isHeader: Bool) {
    closeHeading(&open, at: start)
    let table = open.table ?? openBlock(.table, at: start, parent: open.root)
    open.table = table
    open.row = (openBlock(.row(isHeader: isHeader), at: start, parent: table), isHeader)
    open.column = 0
  }

  private mutating func openCell(_ tag: HTMLTag, _ open: inout HTMLBlocks) {
    let start = tag.range.lowerBound
    var isHeader = false
    if case .headerCell = tag.name { isHeader = true }
    if open.row == nil { openRow(&open, at: start, isHeader: isHeader) }
    guard let row = open.row else { return }
    // A row is a header if its first cell is one.
    if isHeader, open.column == 0, !row.isHeader {
      blocks[row.draft].kind = .row(isHeader: true)
      open.row?.isHeader = true
    }
    open.cell = openBlock(.cell(column: open.column), at: start, parent: row.draft)
    open.column += 1
  }

  private mutating func closeHeading(_ open: inout HTMLBlocks, at end: Int) {
    guard let heading = open.heading else { return }
    closeHTML(heading.draft, at: end)
    open.heading = nil
  }

  private mutating func closeCell(_ open: inout HTMLBlocks, at end: Int) {
    closeHeading(&open, at: end)
    guard let cell = open.cell else { return }
    closeHTML(cell, at: end)
    open.cell = nil
  }

  private mutating func closeRow(_ open: inout HTMLBlocks, at end: Int) {
    closeCell(&open, at: end)
    guard let row = open.row else { return }
    closeHTML(row.draft, at: end)
    open.row = nil
  }

  private mutating func closeTable(_ open: inout HTMLBlocks, at end: Int) {
    closeRow(&open, at: end)
    guard let table = open.table else { return }
    closeHTML(table, at: end)
    open.table = nil
  }

  private mutating func closeHTML(_ draft: Int, at end: Int) {
    blocks[draft].endOffset = max(blocks[draft].endOffset, end)
    close(draft)
  }
}
