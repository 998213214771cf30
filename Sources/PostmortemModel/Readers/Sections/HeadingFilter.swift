import MarkdownTree

/// Tells the headings that part a report from labels and fields that only look like them.
struct HeadingFilter {
  let text: ReportText
  let shapes: LineShapes

  /// Drops labels that are items of a list rather than parts of the report, and repeated fields of one head.
  func kept(of headings: [Heading]) -> [Heading] {
    var kept: [Heading] = []
    kept.reserveCapacity(headings.count)
    // Those of `kept` that the next heading may stand in, and how many have a kind of their own.
    var open: [Int] = []
    var named = 0
    for heading in headings {
      while let last = open.last, kept[last].level >= heading.level { open.removeLast() }
      let parent = open.last { !kept[$0].kinds.isOnly(.other) } ?? open.last
      if kept.isEmpty, !heading.isLabel, heading.form != .item, isTitle(heading) {
        heading.match.kinds = [.title]
        heading.match.field = nil
      } else if heading.kinds.isOnly(.title) {
        heading.match.kinds = named >= 2 ? [.lessons] : [.other]
      }
      let around = parent.map { kept[$0].kinds } ?? [.title]
      guard counts(heading, in: around, after: kept.last?.kinds) else { continue }
      if sortsActions(heading, in: around) { heading.match.kinds = [.other] }
      if named == 0, heading.kinds.isOnly(.tasks), isTaskHeadingOfCourse(heading) {
        heading.match.kinds = [.other]
      }
      open.append(kept.count)
      kept.append(heading)
      if !heading.kinds.isOnly(.other), !heading.kinds.isOnly(.title) { named += 1 }
    }
    return kept
  }

  /// "Process improvements", "Monitoring" or "Communication" among the action items sorts them.
  private func sortsActions(_ heading: Heading, in parent: [SectionKind]) -> Bool {
    guard heading.level <= 6 else { return false }
    if parent.isOnly(.tasks), heading.kinds.isOnly(.measures) { return true }
    return !parent.isEmpty && parent.allSatisfy { $0 == .tasks || $0 == .measures }
      && (heading.kinds.isOnly(.detection) || heading.kinds.isOnly(.escalation))
  }

  /// The first heading is the title unless it is the plain name of a section.
  private func isTitle(_ heading: Heading) -> Bool {
    if heading.form == .plainLine { return heading.kinds.isOnly(.title) }
    return !heading.match.isExact || heading.match.isWeak || heading.kinds.isOnly(.title)
      || heading.kinds.isOnly(.other)
  }

  private func counts(_ heading: Heading, in parent: [SectionKind], after previous: [SectionKind]?) -> Bool {
    if heading.kinds.isOnly(.metadata) { return isHead(heading, in: parent, after: previous) }
    guard heading.level >= 9 else { return true }
    if heading.isLabel, isOnlyLink(heading) { return false }
    if heading.kinds.isOnly(.conclusion), text.lines[heading.line].marker == nil { return true }
    let isAction = heading.kinds.contains { $0 == .tasks || $0 == .measures }
    if heading.isLabel, isAction, shapes.isItem(heading.line),
      parent.contains(where: { $0 == .resolution || $0 == .timeline || $0 == .investigation })
    {
      return false
    }
    if parent.contains(.measures) || parent.contains(.tasks) {
      // "Improvements: …" below "Corrective measures".
      return isAction && (!heading.isLabel || heading.match.isExact && heading.kinds.isOnly(.measures))
    }
    if parent.contains(.lessons) { return !heading.isLabel && (isAction || heading.kinds.contains(.lessons)) }
    // "Revenue impact: minimal" below "Impact" is a line of it; "Trigger: …" below "Root cause" is a part.
    let isLine = parent.isOnly(.impact) || parent.isOnly(.metadata)
    return !(heading.isLabel && isLine && heading.kinds == parent)
  }

  /// The head of a report is one block of fields, wherever it stands.
  private func isHead(_ heading: Heading, in parent: [SectionKind], after previous: [SectionKind]?) -> Bool {
    if previous?.isOnly(.metadata) == true { return false }
    if heading.form == .atx || heading.form == .setext || heading.form == .html { return true }
    return parent.contains { kind in
      switch kind {
      case .title, .other, .summary, .background, .conclusion, .references: true
      default: false
      }
    }
  }

  /// "Timeline: [document](…)" points to a section elsewhere.
  private func isOnlyLink(_ heading: Heading) -> Bool {
    let words = text.wordRanges[heading.line].filter { Int(text.words[$0].start) >= heading.bodyStart }
    let isLinked = words.map { text.style(ofWord: $0).contains(.link) }
    return words.count <= 6 && isLinked.first == true
      || !words.isEmpty && isLinked.count { $0 } * 2 > words.count
  }

  /// Coursework files carry "## Tasks" above the report itself.
  private func isTaskHeadingOfCourse(_ heading: Heading) -> Bool {
    let next = heading.line + 1
    return heading.level <= 6 && (next >= text.lines.count || text.lines[next].context.isHeading)
  }
}
