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
    let rows = children(of: table, blocks)
    var named = 0
    var columns = 0
    for row in rows {
      let cells = children(of: row, blocks)
      columns = max(columns, cells.count)
      named += cells.count { isName(blocks[$0], text, names) }
    }
    return columns >= 2 && columns <= 3 && named >= 2 && named * 2 >= rows.count
  }

  private static func isName(_ cell: Block, _ text: ReportText, _ names: NameReader) -> Bool {
    guard cell.kind == .cell(column: 0), let line = cell.lines.first else { return false }
    return names.match(text.wordRanges[line], .strict)?.isExact == true
  }

  private static func children(of parent: Int, _ blocks: [Block]) -> [Int] {
    var children: [Int] = []
    var child = parent + 1
    while child < blocks[parent].end {
      children.append(child)
      child = blocks[child].end
    }
    return children
  }
}
