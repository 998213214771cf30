import MarkdownTree

/// Turns headings into sections: which belong to the text, where each ends, what stands below it, and the kinds that
/// only the content tells.
struct SectionReader {
  let text: ReportText
  let shapes: LineShapes
  let guidance: GuidanceReader

  func sections() -> [Section] {
    var headings = filtered(HeadingFinder(text, shapes).headings())
    inferKinds(&headings)
    resolveNarratives(&headings)
    let fields = frontMatterFields()
    var isHeading = [Bool](repeating: false, count: text.lines.count)
    for heading in headings where !heading.isLabel { isHeading[heading.line] = true }
    return fields + tree(headings).enumerated().map { index, node in
      section(headings[index], node, isHeading, offset: fields.count)
    }
  }

  // MARK: Which headings count

  /// Drops labels that are items of a list rather than parts of the report, and repeated fields of one head.
  private func filtered(_ headings: [Heading]) -> [Heading] {
    var kept: [Heading] = []
    var open: [Heading] = []
    for var heading in headings {
      while let last = open.last, last.level >= heading.level { open.removeLast() }
      let parent = open.last(where: { $0.kinds != [.other] }) ?? open.last
      if kept.isEmpty, !heading.isLabel, heading.form != .item, isTitle(heading) {
        heading.match.kinds = [.title]
        heading.match.field = nil
      } else if heading.kinds == [.title] {
        heading.match.kinds = kept.count(where: { $0.kinds != [.other] && $0.kinds != [.title] }) >= 2 ? [.lessons] : [.other]
      }
      guard counts(heading, in: parent?.kinds ?? [.title], after: kept.last) else { continue }
      if heading.kinds == [.tasks], isTaskHeadingOfCourse(heading, after: kept) { heading.match.kinds = [.other] }
      kept.append(heading)
      open.append(heading)
    }
    return kept
  }

  /// The first heading is the title unless it is the plain name of a section.
  private func isTitle(_ heading: Heading) -> Bool {
    if heading.form == .plainLine { return heading.kinds == [.title] }
    return !heading.match.isExact || heading.match.isWeak || heading.kinds == [.title] || heading.kinds == [.other]
  }

  private func counts(_ heading: Heading, in parent: [SectionKind], after previous: Heading?) -> Bool {
    if heading.kinds == [.metadata] {
      // The head of a report is one block of fields, wherever it stands.
      if previous?.kinds == [.metadata] { return false }
      if heading.form == .atx || heading.form == .setext || heading.form == .html { return true }
      return parent.contains { [.title, .other, .summary, .background, .conclusion, .references].contains($0) }
    }
    guard heading.level >= 9 else { return true }
    if heading.isLabel, isOnlyLink(heading) { return false }
    if heading.kinds == [.conclusion], text.lines[heading.line].marker == nil { return true }
    if heading.isLabel, heading.kinds.contains(where: { $0 == .tasks || $0 == .measures }),
      parent.contains(where: { $0 == .resolution || $0 == .timeline || $0 == .investigation })
    {
      return false
    }
    if parent.contains(.measures) || parent.contains(.tasks) {
      return !heading.isLabel && heading.kinds.contains { $0 == .measures || $0 == .tasks }
    }
    if parent.contains(.lessons) {
      return heading.kinds.contains { $0 == .measures || $0 == .tasks || $0 == .lessons } && !heading.isLabel
    }
    // "Revenue impact: minimal" below "Impact" is a line of it; "Trigger: …" below "Root cause" is a part.
    let isLine = parent == [.impact] || parent == [.metadata]
    return !(heading.isLabel && isLine && heading.kinds == parent)
  }

  /// "Timeline: [document](…)" points to a section elsewhere.
  private func isOnlyLink(_ heading: Heading) -> Bool {
    let words = text.wordRanges[heading.line].filter { Int(text.words[$0].start) >= heading.bodyStart }
    let isLinked = words.map { text.document.styles[Int(text.words[$0].start)].contains(.link) }
    return words.count <= 6 && isLinked.first == true || !words.isEmpty && isLinked.count { $0 } * 2 > words.count
  }

  /// Coursework files carry "## Tasks" above the report itself.
  private func isTaskHeadingOfCourse(_ heading: Heading, after kept: [Heading]) -> Bool {
    heading.level <= 6 && !kept.contains { $0.kinds != [.title] && $0.kinds != [.other] }
      && text.lines.indices.dropFirst(heading.line + 1).first.map { text.lines[$0].context.isHeading } ?? true
  }

  // MARK: Kinds that only the content tells

  private func inferKinds(_ headings: inout [Heading]) {
    let nodes = tree(headings)
    var children = [[[SectionKind]]](repeating: [], count: headings.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(headings[index].kinds) }
    }
    for (index, node) in nodes.enumerated() {
      let heading = headings[index]
      let isOpen = heading.kinds == [.other] || heading.kinds == [.background] || heading.match.field == "date"
        || heading.kinds == [.detection] && heading.match.isWeak
      let children = children[index]
      if isOpen, !heading.isLabel, listsEvents(node) {
        headings[index].match.kinds = [.timeline]
      } else if heading.kinds == [.other], children.contains([.rootCause]), children.contains([.resolution]),
        children.allSatisfy({ [[.rootCause], [.resolution], [.other], [.investigation]].contains($0) })
      {
        headings[index].match.kinds = [.rootCause, .resolution]
      } else if heading.kinds == [.other], children.first == [.metadata],
        children.contains([.impact]) || children.contains([.rootCause]),
        !headings.contains(where: { $0.kinds.contains(.summary) })
      {
        headings[index].match.kinds = [.summary]
      } else if heading.kinds == [.resolution], heading.match.isWeak,
        let child = children.first(where: { $0 != [.other] }), child == [.measures] || child == [.tasks]
      {
        // "Remediation" above "Immediate actions" and "Improvements" is what is still to do.
        headings[index].match.kinds = [.measures]
        headings[index].match.isWeak = false
      } else if heading.match.isPartial, heading.kinds.count == 1, let child = children.first(where: { $0 != [.other] }),
        !heading.kinds.contains(where: child.contains), child == [.measures] || child == [.tasks]
      {
        headings[index].match.kinds += child
      }
    }
  }

  /// Whether at least two lines below a heading, and half of its items, start with a time.
  private func listsEvents(_ node: Node) -> Bool {
    var timed = 0
    var items = 0
    for line in node.ownLines where shapes.isReadable(line) {
      let isTimed: Bool
      if case .clock? = shapes.leadingTime(line) { isTimed = true } else {
        isTimed = shapes.startsWithTime(line) && text.times[line].contains { if case .clock = $0 { true } else { false } }
      }
      if isTimed { timed += 1 }
      if isTimed || shapes.isItem(line) && text.lines[line].depth <= 2 { items += 1 }
    }
    return timed >= 2 && timed * 2 >= items
  }

  /// "What happened" is the summary of a report that has no other, else the cause if that is told nowhere else.
  private func resolveNarratives(_ headings: inout [Heading]) {
    for index in headings.indices where headings[index].match.isNarrative && headings[index].kinds == [.other] {
      if let parent = headings[..<index].last(where: { $0.level < headings[index].level }), ![[.other], [.title]].contains(parent.kinds) { continue }
      let isOpening = headings[..<index].allSatisfy { [[.title], [.other], [.metadata]].contains($0.kinds) }
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

  // MARK: Extent

  private struct Node {
    var parent: Int?
    var lines: Range<Int>
    var ownLines: Range<Int>
  }

  private func tree(_ headings: [Heading]) -> [Node] {
    var nodes: [Node] = []
    var open: [Int] = []
    for (index, heading) in headings.enumerated() {
      while let last = open.last, headings[last].level >= heading.level {
        nodes[last].lines = nodes[last].lines.lowerBound..<heading.line
        open.removeLast()
      }
      let end = index + 1 < headings.count ? headings[index + 1].line : text.lines.count
      let start = heading.isLabel ? heading.line : heading.line + 1
      nodes.append(
        Node(parent: open.last, lines: min(start, text.lines.count)..<text.lines.count,
          ownLines: min(start, end)..<max(end, min(start, end))))
      open.append(index)
    }
    for index in nodes.indices {
      let lines = nodes[index].lines
      nodes[index].lines = lines.lowerBound..<max(lines.lowerBound, lines.upperBound)
    }
    return nodes
  }

  private func section(_ heading: Heading, _ node: Node, _ isHeading: [Bool], offset: Int) -> Section {
    return Section(
      kinds: heading.kinds, title: text.text(heading.span), span: heading.span,
      line: text.lines[heading.line].number + 1, form: heading.form, level: heading.level,
      parent: node.parent.map { $0 + offset }, lines: node.lines, ownLines: node.ownLines, bodyStart: heading.bodyStart,
      content: content(heading, node, isHeading))
  }

  private func content(_ heading: Heading, _ node: Node, _ isHeading: [Bool]) -> Section.Content {
    var result = Section.Content.empty
    for line in node.lines {
      let span = text.lines[line].span
      let start = heading.isLabel && line == heading.line ? heading.bodyStart : span.start
      if isHeading[line], line != heading.line { continue }
      if !hasText(line, from: start, to: span.end) { continue }
      if guidance.isGuidance(line, from: start) {
        result = .guidance
      } else {
        return .full
      }
    }
    if result == .empty, holdsMore(heading, node) { return .full }
    return result
  }

  private func hasText(_ line: Int, from start: Int, to end: Int) -> Bool {
    if case .code = text.lines[line].context { return start < end }
    return shapes.hasLetters(start, end)
      || (start..<max(start, end)).contains { text.plain[$0] >= 0x80 } || text.lines[line].context.isCell && start < end
  }

  /// Images speak, and so do the sections that a bare name opens where levels cannot tell ("Issue Summary" above
  /// "Duration:").
  private func holdsMore(_ heading: Heading, _ node: Node) -> Bool {
    let end = node.lines.upperBound < text.lines.count ? text.lines[node.lines.upperBound].span.start : text.plain.count
    if text.document.images.contains(where: { $0.span.start >= heading.bodyStart && $0.span.end <= end }) { return true }
    guard heading.level >= 7, node.lines.upperBound < text.lines.count else { return false }
    let inner: [SectionKind: [SectionKind]] = [
      .summary: [.metadata, .impact, .rootCause], .measures: [.tasks, .measures], .rootCause: [.rootCause, .resolution],
      .lessons: [.lessons], .timeline: [.detection, .investigation],
    ]
    return heading.kinds.contains { kind in
      inner[kind]?.contains { follows(node, kind: $0) } ?? false
    }
  }

  private func follows(_ node: Node, kind: SectionKind) -> Bool {
    let next = node.lines.upperBound
    guard let match = NameReader(text: text).match(nameWords(next), .tail) else { return false }
    return match.kinds.contains(kind)
  }

  private func nameWords(_ line: Int) -> Range<Int> {
    let words = text.wordRanges[line]
    guard let end = shapes.labelEnd(line, from: shapes.contentStart(line)) else { return words }
    return words.lowerBound..<(words.first { Int(text.words[$0].start) >= end.name } ?? words.upperBound)
  }

  // MARK: Front matter

  /// The head of a report that stands in front matter, at its first field.
  private func frontMatterFields() -> [Section] {
    let keys: Set<String> = ["id", "incident", "incident_id", "incident-id", "detected_at", "resolved_at", "started_at", "date", "author", "authors", "status", "severity", "owner", "owners", "incident_date",
      "start", "end", "start_time", "end_time", "duration", "incident-date", "start-time", "end-time"]
    guard let field = text.document.frontMatter?.fields.first(where: { keys.contains($0.key.lowercased()) }) else {
      return []
    }
    let line = text.source.line(at: field.keySpan.start)
    return [
      Section(
        kinds: [.metadata], title: field.key, span: field.keySpan, line: line + 1, form: .frontMatter, level: 10,
        parent: nil, lines: 0..<0, ownLines: 0..<0, bodyStart: field.valueSpan.start, content: .full)
    ]
  }
}
