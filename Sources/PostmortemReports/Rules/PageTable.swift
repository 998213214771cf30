/// A pipe table of a page, laid out in columns; the last one is wrapped.
struct PageTable {
  private let rows: [[String]]
  private let paint: TextPaint
  private let width: Int

  /// - Parameter lines: the table's lines. The second one, of dashes, is left out.
  init(_ lines: [String], paint: TextPaint, width: Int) {
    rows = lines.enumerated().filter { $0.offset != 1 }.map { PageTable.cells(of: $0.element) }
    self.paint = paint
    self.width = width
  }

  /// A line without the strokes at its ends, parted at those between.
  private static func cells(of line: String) -> [String] {
    line.split(separator: "|").map { cell in cell.split(separator: " ").joined(separator: " ") }
  }

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<max(0, columns - 1)).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    let lines = rows.enumerated().map { index, cells in
      let line = row(cells, widths)
      return index == 0 ? paint.bold(line) : line
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ cells: [String], _ widths: [Int]) -> String {
    let head = zip(cells, widths).map { ShownText.padded($0, to: $1) + "  " }.joined()
    guard cells.count > widths.count, let last = cells.last else { return head }
    let indent = widths.reduce(0) { $0 + $1 + 2 }
    return PageText.wrapped(
      last.split(separator: " "), width: max(20, width - indent), hanging: indent, opening: head)
  }
}
