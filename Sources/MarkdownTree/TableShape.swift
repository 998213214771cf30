/// A pipe table among the lines of a paragraph, by the GFM section "Tables (extension)".
struct TableShape {
  /// The index of the header row's piece; the delimiter row follows.
  let header: Int
  /// The index after the last row's piece.
  let end: Int
  let columnCount: Int

  /// The first table in `pieces` from index `first` on.
  init?(in pieces: [Piece], from first: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    var index = first + 1
    while index < pieces.count {
      let piece = pieces[index]
      if !piece.isLazy, piece.indentation < 4, let columns = Self.delimiterColumns(piece.range, bytes),
        Self.columns(pieces[index - 1].range, bytes) == columns
      {
        header = index - 1
        columnCount = columns
        var end = index + 1
        while end < pieces.count, !Self.endsTable(pieces[end], bytes) { end += 1 }
        self.end = end
        return
      }
      index += 1
    }
    return nil
  }

  /// The number of columns of a delimiter row; nil for any other line.
  private static func delimiterColumns(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var columns = 0
    var dashes = 0
    var hasMark = false
    var isClosed = false
    for offset in range {
      let byte = bytes[offset]
      switch byte {
      case Ascii.dash:
        if isClosed { return nil }
        dashes += 1
      case Ascii.colon:
        hasMark = true
        if isClosed { return nil }
        if dashes > 0 { isClosed = true }
      case Ascii.pipe:
        hasMark = true
        if offset > range.lowerBound {
          if dashes == 0 { return nil }
          columns += 1
        }
        (dashes, isClosed) = (0, false)
      case Ascii.space, Ascii.tab: if dashes > 0 { isClosed = true }
      default: return nil
      }
    }
    if dashes > 0 { columns += 1 }
    // One column of dashes alone is the underline of a heading.
    return columns > 0 && hasMark ? columns : nil
  }

  private static func columns(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    forEachCell(range, bytes) { _ in count += 1 }
    return count
  }

  /// Calls `body` with each cell of a row, without outer blanks.
  static func forEachCell(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
  ) {
    var (start, end) = (range.lowerBound, range.upperBound)
    if start < end, bytes[start] == Ascii.pipe { start += 1 }
    if end > start, bytes[end - 1] == Ascii.pipe, end - 1 == start || bytes[end - 2] != Ascii.backslash {
      end -= 1
    }
    var cell = start
    for offset in start..<end
    where bytes[offset] == Ascii.pipe && !(offset > start && bytes[offset - 1] == Ascii.backslash) {
      body(cell..<offset)
      cell = offset + 1
    }
    body(cell..<end)
  }

  /// Whether a line that libcmark keeps in the paragraph ends a table above it.
  private static func endsTable(_ piece: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if piece.isLazy || piece.indentation >= 4 { return true }
    let range = piece.range
    let first = bytes[range.lowerBound]
    if first == Ascii.pipe { return range.count == 1 }
    if Ascii.isDigit(first) { return isListMarker(range, bytes) }
    if range.count == 1 { return first == Ascii.dash || first == Ascii.asterisk || first == Ascii.plus }
    return first == Ascii.less && isLoneTag(range, bytes)
  }

  private static func isListMarker(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound, Ascii.isDigit(bytes[offset]) { offset += 1 }
    guard offset - range.lowerBound <= 9, offset < range.upperBound else { return false }
    guard bytes[offset] == Ascii.dot || bytes[offset] == Ascii.closeParen else { return false }
    return offset + 1 == range.upperBound || Ascii.isBlank(bytes[offset + 1])
  }

  /// Whether the line is one whole tag, which begins an HTML block where no paragraph stands before it.
  private static func isLoneTag(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[range.upperBound - 1] == Ascii.greater else { return false }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    guard let name = inner.first, Ascii.isLetter(bytes[name]) || bytes[name] == Ascii.slash else {
      return false
    }
    return !inner.contains {
      bytes[$0] == Ascii.less || bytes[$0] == Ascii.greater || bytes[$0] == Ascii.colon
    }
  }
}

extension BlockBuilder {
  mutating func addTable(_ shape: TableShape) {
    let table = openBlock(
      .table, at: pieces[shape.header].range.lowerBound, end: pieces[shape.end - 1].range.upperBound)
    for index in shape.header..<shape.end where index != shape.header + 1 {
      addRow(pieces[index], isHeader: index == shape.header, columns: shape.columnCount, to: table)
    }
    close(table)
  }

  private mutating func addRow(_ piece: Piece, isHeader: Bool, columns: Int, to table: Int) {
    let row = openBlock(
      .row(isHeader: isHeader), at: piece.range.lowerBound, end: piece.range.upperBound, parent: table)
    var column = 0
    var cells: [Range<Int>] = []
    cells.reserveCapacity(columns)
    TableShape.forEachCell(piece.range, canvas.source) { if cells.count < columns { cells.append($0) } }
    for cell in cells {
      let range = canvas.trimmed(cell)
      let draft = openBlock(.cell(column: column), at: range.lowerBound, end: range.upperBound, parent: row)
      unescapePipes(range)
      if !range.isEmpty {
        pieces.append(
          Piece(number: piece.number, range: range, indent: piece.indent, indentation: 0, isLazy: false))
        let context = TextLine.Context.cell(column: column, isHeader: isHeader)
        addText(pieces.count - 1..<pieces.count, to: draft, context: context)
        pieces.removeLast()
      }
      close(draft)
      column += 1
    }
    close(row)
  }

  /// A pipe after a backslash is a pipe, even in code.
  private func unescapePipes(_ range: Range<Int>) {
    for offset in range.dropLast()
    where canvas.text[offset] == Ascii.backslash && canvas.text[offset + 1] == Ascii.pipe {
      canvas.text[offset] = Ascii.space
    }
  }
}
