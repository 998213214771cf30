import MarkdownTree

/// Infers the kinds of sections whose names do not tell them: from what stands below, and from the other sections.
struct SectionInference {
  let text: ReportText
  let shapes: LineShapes

  func inferKinds(_ headings: inout [Heading]) {
    let nodes = SectionTree(headings, lineCount: text.lines.count).nodes
    var children = [[[SectionKind]]](repeating: [], count: headings.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(headings[index].kinds) }
    }
    for (index, node) in nodes.enumerated() {
      let heading = headings[index]
      if isOpen(heading), !heading.isLabel, listsEvents(node) {
        headings[index].match.kinds = [.timeline]
      } else if let kinds = kinds(of: heading, above: children[index]) {
        headings[index].match.kinds = kinds
      } else if heading.kinds == [.other], children[index].first == [.metadata],
        children[index].contains([.impact]) || children[index].contains([.rootCause]),
        !headings.contains(where: { $0.kinds.contains(.summary) })
      {
        headings[index].match.kinds = [.summary]
      } else if heading.kinds == [.resolution], heading.match.isWeak, actions(in: children[index]) != nil {
        // "Remediation" above "Immediate actions" and "Improvements" is what is still to do.
        headings[index].match.kinds = [.measures]
        headings[index].match.isWeak = false
      } else if let actions = actions(in: children[index]), heading.match.isPartial, heading.kinds.count == 1,
        !heading.kinds.contains(where: actions.contains)
      {
        headings[index].match.kinds += actions
      }
    }
  }

  /// Whether a heading may turn out to stand above a timeline.
  private func isOpen(_ heading: Heading) -> Bool {
    heading.kinds == [.other] || heading.kinds == [.background] || heading.match.field == "date"
      || heading.kinds == [.detection] && heading.match.isWeak
  }

  /// A heading without a name above a cause and what mended it.
  private func kinds(of heading: Heading, above children: [[SectionKind]]) -> [SectionKind]? {
    guard heading.kinds == [.other], children.contains([.rootCause]), children.contains([.resolution]) else {
      return nil
    }
    let isPure = children.allSatisfy {
      [[.rootCause], [.resolution], [.other], [.investigation]].contains($0)
    }
    return isPure ? [.rootCause, .resolution] : nil
  }

  /// The kind of the first part that has one, where that is of measures or tasks.
  private func actions(in children: [[SectionKind]]) -> [SectionKind]? {
    guard let first = children.first(where: { $0 != [.other] }) else { return nil }
    return first == [.measures] || first == [.tasks] ? first : nil
  }

  /// Whether at least two lines below a heading, and half of its items, start with a time.
  private func listsEvents(_ node: SectionTree.Node) -> Bool {
    var timed = 0
    var items = 0
    for line in node.ownLines where shapes.isReadable(line) {
      let isTimed = shapes.startsWithTime(line) && text.tellsClock(line)
      if isTimed { timed += 1 }
      if isTimed || shapes.isItem(line) && text.lines[line].depth <= 2 { items += 1 }
    }
    return timed >= 2 && timed * 2 >= items
  }

  /// "What happened" is the summary of a report that has no other, else the cause if that is told nowhere else.
  func resolveNarratives(_ headings: inout [Heading]) {
    for index in headings.indices where headings[index].match.isNarrative && headings[index].kinds == [.other]
    {
      let parent = headings[..<index].last { $0.level < headings[index].level }
      if let parent, ![[.other], [.title]].contains(parent.kinds) { continue }
      let isOpening = headings[..<index].allSatisfy {
        $0.isLabel || [[.title], [.other], [.metadata]].contains($0.kinds)
      }
      if isOpening, !headings.contains(where: { $0.kinds.contains(.summary) }) {
        headings[index].match.kinds = [.summary]
      } else if !headings.contains(where: { $0.kinds.contains(.rootCause) }) {
        headings[index].match.kinds = [.rootCause]
      } else {
        headings[index].match.kinds = [.background]
      }
    }
    // A weak name stands back where a strong one of its kind is there: "Issue" beside "Issue Summary".
    for index in headings.indices where headings[index].match.isWeak {
      let kinds = headings[index].kinds
      let hasStrong = headings.contains { !$0.match.isWeak && !$0.isLabel && $0.kinds == kinds }
      if hasStrong { headings[index].match.kinds = [.other] }
    }
  }
}
