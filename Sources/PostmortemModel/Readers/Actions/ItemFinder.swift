import MarkdownTree

/// Finds the items of measures and tasks: list items, lines, paragraphs, table rows, numbered headings.
struct ItemFinder {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let guidance: GuidanceReader

  func items() -> [RawItem] {
    var result: [RawItem] = []
    for index in outline.sections.indices
    where !outline.sections[index].lines.isEmpty || outline.sections[index].level <= 6 {
      let told = outline.kindSet(ofNearest: index)
      guard told.overlaps([.measures, .tasks, .lessons]) else { continue }
      let section = outline.sections[index]
      let kinds = kinds(of: index)
      if kinds.contains(.measures) || kinds.contains(.tasks) {
        if section.kinds == [.other], isNumberedHeading(section) {
          result.append(heading(section, index, kinds))
        } else if !isBeneathNumberedHeading(section) {
          result += items(in: index, kinds, offset: result.count)
        }
      } else if kinds.contains(.lessons) {
        result += WishFinder(text: text, shapes: shapes).items(in: section, index)
      }
    }
    let bodies = ItemBodies(text: text, shapes: shapes)
    for index in result.indices { result[index].body = bodies.body(of: result[index]) }
    return result
  }

  /// The kinds of a section, or of the nearest one around it that has a known kind.
  private func kinds(of index: Int) -> [SectionKind] {
    var current: Int? = index
    while let section = current {
      if outline.sections[section].kinds != [.other] { return outline.sections[section].kinds }
      current = outline.sections[section].parent
    }
    return []
  }

  // MARK: Headings

  /// "### 1. Deployment script": an item that is written as a heading.
  private func isNumberedHeading(_ section: Section) -> Bool {
    guard section.level <= 6 else { return false }
    let line = text.line(at: section.span.start)
    guard let first = text.wordRanges[line].first, text.words[first].isNumber, text.wordRanges[line].count > 1
    else {
      return false
    }
    let after = Int(text.words[first].end)
    return after < text.plain.count && text.isMark(after, of: ".):")
  }

  /// What stands below such a heading explains it.
  private func isBeneathNumberedHeading(_ section: Section) -> Bool {
    var parent = section.parent
    while let index = parent, outline.sections[index].kinds == [.other] {
      if isNumberedHeading(outline.sections[index]) { return section.kinds == [.other] }
      parent = outline.sections[index].parent
    }
    return false
  }

  private func heading(_ section: Section, _ index: Int, _ kinds: [SectionKind]) -> RawItem {
    let line = text.line(at: section.span.start)
    return RawItem(
      line: line, lines: line..<line + 1, span: section.span, form: .heading, kinds: kinds, section: index,
      depth: 0)
  }

  // MARK: Sections

  private func items(in index: Int, _ kinds: [SectionKind], offset: Int) -> [RawItem] {
    let section = outline.sections[index]
    let lines = section.ownLines.filter {
      shapes.isReadable($0) && text.lines[$0].span.end > section.bodyStart && !text.wordRanges[$0].isEmpty
        && !text.lines[$0].context.isHeading
    }
    let tables = ActionTable(text: text, shapes: shapes).items(in: lines, kinds, index)
    let prose = lines.filter { !text.lines[$0].context.isCell }
    let listed = prose.contains { shapes.isItem($0) && !guidance.isGuidance($0) }
    var found: [RawItem] = []
    if listed {
      found = ListItems(text: text, shapes: shapes, guidance: guidance).items(in: prose, kinds, index)
    } else if tables.isEmpty {
      found = PlainItems(text: text, shapes: shapes, outline: outline, guidance: guidance)
        .items(in: prose, kinds, index, from: section.bodyStart)
    }
    return inOrder(tables, found, offset: offset)
  }

  /// The items of tables and of lists as they stand in the text; the parents of the latter are indices among them.
  private func inOrder(_ tables: [RawItem], _ found: [RawItem], offset: Int) -> [RawItem] {
    let order =
      (tables.indices.map { (tables[$0].line, $0) }
      + found.indices.map { (found[$0].line, $0 + tables.count) })
      .sorted { $0 < $1 }.map(\.1)
    var places = order
    for (place, item) in order.enumerated() { places[item] = place + offset }
    return order.map { item in
      if item < tables.count { return tables[item] }
      var item = found[item - tables.count]
      item.parent = item.parent.map { places[$0 + tables.count] }
      return item
    }
  }
}
