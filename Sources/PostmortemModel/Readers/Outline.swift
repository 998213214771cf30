import MarkdownTree

/// The sections with the innermost one of each text line.
struct Outline {
  let sections: [Section]
  private let innermost: [Int32]

  init(_ sections: [Section], lineCount: Int) {
    self.sections = sections
    var innermost = [Int32](repeating: -1, count: lineCount)
    for (index, section) in sections.enumerated() {
      for line in section.ownLines where line < lineCount { innermost[line] = Int32(index) }
    }
    self.innermost = innermost
  }

  /// The innermost section around a text line; nil above the first heading.
  func section(ofLine line: Int) -> Int? {
    line < innermost.count && innermost[line] >= 0 ? Int(innermost[line]) : nil
  }

  /// The kinds of the innermost section of a line that has a known kind.
  func kinds(ofLine line: Int) -> [SectionKind] {
    var current = section(ofLine: line)
    while let index = current {
      let kinds = sections[index].kinds
      if kinds != [.other] { return kinds }
      current = sections[index].parent
    }
    return [.title]
  }

  /// Whether a line stands in a section of a kind, at any depth.
  func isLine(_ line: Int, in kind: SectionKind) -> Bool {
    var current = section(ofLine: line)
    while let index = current {
      if sections[index].isKind(kind) { return true }
      current = sections[index].parent
    }
    return false
  }
}
