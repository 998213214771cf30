import MarkdownTree

/// Infers the kinds of sections whose names do not tell them: from what stands below, and from the other sections.
struct SectionInference {
  let text: ReportText
  let shapes: LineShapes
  /// One for each heading.
  let nodes: [SectionTree.Node]

  /// Gives headings the kinds that stand below them tell.
  func inferKinds(_ headings: [Heading]) {
    let children = children(of: headings)
    var summaries = headings.count { $0.kinds.contains(.summary) }
    for index in nodes.indices where !isSettled(headings[index]) {
      let heading = headings[index]
      if isOpen(heading), !heading.isLabel, listsEvents(nodes[index]) {
        if heading.kinds.contains(.summary) { summaries -= 1 }
        headings[index].match.kinds = [.timeline]
      } else if let kinds = kinds(of: heading, above: children[index]) {
        headings[index].match.kinds = kinds
      } else if summaries == 0, heading.kinds.isOnly(.other),
        children[index].first?.isOnly(.metadata) == true,
        children[index].contains([.impact]) || children[index].contains([.rootCause])
      {
        headings[index].match.kinds = [.summary]
        summaries += 1
      } else if heading.kinds.isOnly(.resolution), heading.match.isWeak,
        actions(in: children[index]) != nil
      {
        // "Remediation" above "Immediate actions" and "Improvements" is what is still to do.
        headings[index].match.kinds = [.measures]
        headings[index].match.isWeak = false
      } else if let actions = actions(in: children[index]), heading.match.isPartial,
        heading.kinds.count == 1,
        !heading.kinds.contains(where: actions.contains)
      {
        headings[index].match.kinds += actions
      }
    }
  }

  /// The kinds of what stands right below each heading that they may tell something of.
  private func children(of headings: [Heading]) -> [[[SectionKind]]] {
    var children = [[[SectionKind]]](repeating: [], count: headings.count)
    for index in nodes.indices {
      guard let parent = nodes[index].parent, !isSettled(headings[parent]) else { continue }
      children[parent].append(headings[index].kinds)
    }
    return children
  }

  /// Whether a heading's name tells all: nothing below can add to it.
  private func isSettled(_ heading: Heading) -> Bool {
    !(heading.match.isPartial || heading.match.isWeak || heading.match.field != nil || isOpen(heading))
  }

  /// Whether a heading may turn out to stand above a timeline.
  private func isOpen(_ heading: Heading) -> Bool {
    heading.kinds.isOnly(.other) || heading.kinds.isOnly(.background) || heading.match.field == "date"
      || heading.kinds.isOnly(.detection) && heading.match.isWeak
  }

  /// A heading without a name above a cause and what mended it.
  private func kinds(of heading: Heading, above children: [[SectionKind]]) -> [SectionKind]? {
    guard heading.kinds.isOnly(.other), children.contains([.rootCause]), children.contains([.resolution])
    else {
      return nil
    }
    let isPure = children.allSatisfy {
      [[.rootCause], [.resolution], [.other], [.investigation]].contains($0)
    }
    return isPure ? [.rootCause, .resolution] : nil
  }

  /// The kind of the first part that has one, where that is of measures or tasks.
  private func actions(in children: [[SectionKind]]) -> [SectionKind]? {
    guard let first = children.first(where: { !$0.isOnly(.other) }) else { return nil }
    return first.isOnly(.measures) || first.isOnly(.tasks) ? first : nil
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
  func resolveNarratives(_ headings: [Heading]) {
    var hasSummary = headings.contains { $0.kinds.contains(.summary) }
    var hasCause = headings.contains { $0.kinds.contains(.rootCause) }
    // Whether nothing but the report's head stands before.
    var isOpening = true
    for index in headings.indices {
      if headings[index].match.isNarrative, headings[index].kinds.isOnly(.other),
        isAtTop(index, headings)
      {
        let kind: SectionKind =
          isOpening && !hasSummary ? .summary : hasCause ? .background : .rootCause
        headings[index].match.kinds = [kind]
        hasSummary = hasSummary || kind == .summary
        hasCause = hasCause || kind == .rootCause
      }
      let kinds = headings[index].kinds
      isOpening =
        isOpening
        && (headings[index].isLabel || kinds.isOnly(.title) || kinds.isOnly(.other)
          || kinds.isOnly(.metadata))
    }
    yieldWeakNames(headings)
  }

  /// Whether a heading stands in none that has a kind of its own.
  private func isAtTop(_ index: Int, _ headings: [Heading]) -> Bool {
    guard let parent = nodes[index].parent else { return true }
    return headings[parent].kinds.isOnly(.other) || headings[parent].kinds.isOnly(.title)
  }

  /// A weak name stands back where a strong one of its kind is there: "Issue" beside "Issue Summary".
  private func yieldWeakNames(_ headings: [Heading]) {
    if !headings.contains(where: \.match.isWeak) { return }
    var strong: [[SectionKind]] = []
    for heading in headings where !heading.match.isWeak && !heading.isLabel {
      if !strong.contains(heading.kinds) { strong.append(heading.kinds) }
    }
    for index in headings.indices
    where headings[index].match.isWeak && strong.contains(headings[index].kinds) {
      headings[index].match.kinds = [.other]
    }
  }
}
