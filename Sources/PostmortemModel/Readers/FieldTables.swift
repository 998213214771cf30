import MarkdownTree

/// The tables of names and values: two or three columns without times, half of whose first cells are names of sections
/// or fields.
struct FieldTables {
  private let tables: Set<Int>

  init(_ text: ReportText) {
    let names = NameReader(text: text)
    let blocks = text.document.blocks
    tables = Set(
      blocks.indices.filter { blocks[$0].kind == .table && FieldTables.holdsFields($0, text, names) })
  }

  func contains(_ table: Int) -> Bool { tables.contains(table) }

  private static func holdsFields(_ table: Int, _ text: ReportText, _ names: NameReader) -> Bool {
    let blocks = text.document.blocks
    var rows = 0
    var named = 0
    var columns = 0
    forEachChild(of: table, blocks) { row in
      var cells = 0
      forEachChild(of: row, blocks) { cell in
        cells += 1
        if isName(blocks[cell], text, names) { named += 1 }
      }
      columns = max(columns, cells)
      rows += 1
    }
    return columns >= 2 && columns <= 3 && named >= 2 && named * 2 >= rows
  }

  private static func isName(_ cell: Block, _ text: ReportText, _ names: NameReader) -> Bool {
    guard cell.kind == .cell(column: 0), let line = cell.lines.first else { return false }
    return names.match(text.wordRanges[line], .strict)?.isExact == true
  }

  private static func forEachChild(of parent: Int, _ blocks: [Block], _ body: (Int) -> Void) {
    var child = parent + 1
    while child < blocks[parent].end {
      body(child)
      child = blocks[child].end
    }
  }
}
