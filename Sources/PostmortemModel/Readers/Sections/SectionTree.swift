/// Which section stands in which, and where each ends.
struct SectionTree {
  struct Node {
    let parent: Int?
    /// All lines up to the next heading of its level, those of its subsections too.
    var lines: Range<Int>
    /// The lines up to the next heading of any level.
    let ownLines: Range<Int>
  }

  /// One for each heading.
  let nodes: [Node]

  init(_ headings: [Heading], lineCount: Int) {
    var nodes: [Node] = []
    nodes.reserveCapacity(headings.count)
    var open: [Int] = []
    for index in headings.indices {
      let (level, line) = (headings[index].level, headings[index].line)
      while let last = open.last, headings[last].level >= level {
        let start = nodes[last].lines.lowerBound
        nodes[last].lines = start..<max(start, line)
        open.removeLast()
      }
      let end = index + 1 < headings.count ? headings[index + 1].line : lineCount
      let start = headings[index].isLabel ? line : line + 1
      nodes.append(
        Node(
          parent: open.last, lines: min(start, lineCount)..<lineCount,
          ownLines: min(start, end)..<max(end, min(start, end))))
      open.append(index)
    }
    self.nodes = nodes
  }
}
