import MarkdownTree

/// Reads a table of action items, whose columns stand in any order.
struct ActionTable {
  let text: ReportText
  let shapes: LineShapes

  private enum Column { case action, owner, due, status, tracker, priority, other }

  /// The rows of the tables among some lines.
  func items(in lines: [Int], _ kinds: [SectionKind], _ section: Int) -> [RawItem] {
    var result: [RawItem] = []
    var seen = -1
    for line in lines where text.lines[line].context.isCell {
      let cell = text.document.blocks[text.lines[line].block]
      let table = text.document.blocks[cell.parent].parent
      if table != seen {
        seen = table
        result += rows(of: table, kinds, section)
      }
    }
    return result
  }

  private func rows(of table: Int, _ kinds: [SectionKind], _ section: Int) -> [RawItem] {
    let blocks = text.document.blocks
    var columns: [Column] = []
    var rows: [[Int?]] = []
    var row = table + 1
    while row < blocks[table].end {
      let cells = cells(of: row)
      if case .row(isHeader: true) = blocks[row].kind {
        columns = self.columns(cells)
      } else {
        rows.append(cells)
      }
      row = max(blocks[row].end, row + 1)
    }
    settleAction(&columns, rows)
    return rows.compactMap { item($0, columns, kinds, section) }
  }

  /// The action stands where the texts are longest, if no header tells, or the header's column holds but numbers.
  private func settleAction(_ columns: inout [Column], _ rows: [[Int?]]) {
    func length(_ column: Int) -> Int {
      rows.reduce(0) { $0 + (column < $1.count ? $1[column].map { text.wordRanges[$0].count } ?? 0 : 0) }
    }
    let named = columns.firstIndex(of: .action)
    if let named, length(named) > rows.count { return }
    let free = columns.indices.filter { [.other, .priority, .action].contains(columns[$0]) }
    guard let longest = free.max(by: { (length($0), $1) < (length($1), $0) }), length(longest) > 0 else {
      return
    }
    if let named { columns[named] = .other }
    columns[longest] = .action
  }

  /// The cells of a row by column: the text line of each, nil for an empty one.
  private func cells(of row: Int) -> [Int?] {
    let blocks = text.document.blocks
    var result: [Int?] = []
    var cell = row + 1
    while cell < blocks[row].end {
      if case .cell = blocks[cell].kind { result.append(blocks[cell].lines.first) }
      cell = max(blocks[cell].end, cell + 1)
    }
    return result
  }

  private func columns(_ header: [Int?]) -> [Column] {
    var result: [Column] = header.map { line in
      guard let line else { return .other }
      let words = text.wordRanges[line]
      // The longest name that starts the header's text tells.
      let best = text.cues(ofLine: line).filter { $0.words.lowerBound <= words.lowerBound + 1 }
        .max { ($0.words.count, $1.words.lowerBound) < ($1.words.count, $0.words.lowerBound) }
      let cues = text.cues(ofLine: line).filter { $0.words.count == best?.words.count }.map(\.cue)
      if cues.contains(.columnOwner), !cues.contains(.columnAction) { return .owner }
      if cues.contains(.columnDue) { return .due }
      if cues.contains(.columnStatus) { return .status }
      if cues.contains(.columnAction) { return .action }
      if cues.contains(.columnOwner) { return .owner }
      if cues.contains(.columnTracker) { return .tracker }
      return cues.contains(.columnPriority) ? .priority : .other
    }
    // Several columns may sound like the action: "Item | Description"; the longest texts are told by the last.
    let actions = result.indices.filter { result[$0] == .action }
    for index in actions.dropLast() where actions.count > 1 && isIdentifier(header[index]) {
      result[index] = .other
    }
    return result
  }

  private func isIdentifier(_ line: Int?) -> Bool {
    guard let line else { return true }
    return text.wordRanges[line].count <= 2
  }

  private func item(_ cells: [Int?], _ columns: [Column], _ kinds: [SectionKind], _ section: Int) -> RawItem?
  {
    func cell(_ column: Column) -> Int? {
      for (index, line) in cells.enumerated() where index < columns.count && columns[index] == column {
        if let line { return line }
      }
      return nil
    }
    let action = cell(.action) ?? cells.first.flatMap(\.self)
    guard let action, !text.wordRanges[action].isEmpty || text.lines[action].span.length > 2 else {
      return nil
    }
    let lines = cells.compactMap(\.self)
    guard let first = lines.first, let last = lines.last else { return nil }
    return RawItem(
      line: action, lines: first..<last + 1, span: text.lines[action].span, form: .row, kinds: kinds,
      section: section,
      depth: 0, owner: value(cell(.owner)), due: value(cell(.due)), status: value(cell(.status)),
      statusCell: cell(.status).map { text.lines[$0].span }, tracker: value(cell(.tracker)),
      priority: value(cell(.priority)),
      isAssigned: columns.contains { [.owner, .due, .status, .tracker].contains($0) })
  }

  /// The text of a cell that says something: not "-", "TBD", "none".
  private func value(_ line: Int?) -> SourceSpan? {
    guard let line else { return nil }
    let words = text.wordRanges[line]
    let says = text.lines[line].span.range.contains {
      text.plain[$0] > 0x40 || text.plain[$0] >= 0x30 && text.plain[$0] <= 0x39
    }
    if !says { return nil }
    let isNothing = text.cues(ofLine: line).contains { $0.cue == .nothing && $0.words.count == words.count }
    return isNothing ? nil : text.lines[line].span
  }
}
