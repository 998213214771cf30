import MarkdownTree

/// Tells the headings that part a report from labels and fields that only look like them.
struct HeadingFilter {
  let text: ReportText
  let shapes: LineShapes

  /// Drops labels that are items of a list rather than parts of the report, and repeated fields of one head.
  func kept(of headings: [Heading]) -> [Heading] {
    var kept: [Heading] = []
    var open: [Heading] = []
    for var heading in headings {
      while let last = open.last, last.level >= heading.level { open.removeLast() }
      let parent = open.last(where: { $0.kinds != [.other] }) ?? open.last
      if kept.isEmpty, !heading.isLabel, heading.form != .item, isTitle(heading) {
        heading.match.kinds = [.title]
        heading.match.field = nil
      } else if heading.kinds == [.title] {
        heading.match.kinds =
          kept.count(where: { $0.kinds != [.other] && $0.kinds != [.title] }) >= 2 ? [.lessons] : [.other]
      }
      guard counts(heading, in: parent?.kinds ?? [.title], after: kept.last) else { continue }
      if heading.kinds == [.tasks], isTaskHeadingOfCourse(heading, after: kept) {
        heading.match.kinds = [.other]
      }
      kept.append(heading)
      open.append(heading)
    }
    return kept
  }

  /// The first heading is the title unless it is the plain name of a section.
  private func isTitle(_ heading: Heading) -> Bool {
    if heading.form == .plainLine { return heading.kinds == [.title] }
    return !heading.match.isExact || heading.match.isWeak || heading.kinds == [.title]
      || heading.kinds == [.other]
  }

  private func counts(_ heading: Heading, in parent: [SectionKind], after previous: Heading?) -> Bool {
    if heading.kinds == [.metadata] { return isHead(heading, in: parent, after: previous) }
    guard heading.level >= 9 else { return true }
    if heading.isLabel, isOnlyLink(heading) { return false }
    if heading.kinds == [.conclusion], text.lines[heading.line].marker == nil { return true }
    let isAction = heading.kinds.contains { $0 == .tasks || $0 == .measures }
    if heading.isLabel, isAction, shapes.isItem(heading.line),
      parent.contains(where: { $0 == .resolution || $0 == .timeline || $0 == .investigation })
    {
      return false
    }
    if parent.contains(.measures) || parent.contains(.tasks) { return !heading.isLabel && isAction }
    if parent.contains(.lessons) { return !heading.isLabel && (isAction || heading.kinds.contains(.lessons)) }
    // "Revenue impact: minimal" below "Impact" is a line of it; "Trigger: …" below "Root cause" is a part.
    let isLine = parent == [.impact] || parent == [.metadata]
    return !(heading.isLabel && isLine && heading.kinds == parent)
  }

  /// The head of a report is one block of fields, wherever it stands.
  private func isHead(_ heading: Heading, in parent: [SectionKind], after previous: Heading?) -> Bool {
    if previous?.kinds == [.metadata] { return false }
    if heading.form == .atx || heading.form == .setext || heading.form == .html { return true }
    return parent.contains { [.title, .other, .summary, .background, .conclusion, .references].contains($0) }
  }

  /// "Timeline: [document](…)" points to a section elsewhere.
  private func isOnlyLink(_ heading: Heading) -> Bool {
    let words = text.wordRanges[heading.line].filter { Int(text.words[$0].start) >= heading.bodyStart }
    let isLinked = words.map { text.style(ofWord: $0).contains(.link) }
    return words.count <= 6 && isLinked.first == true
      || !words.isEmpty && isLinked.count { $0 } * 2 > words.count
  }

  /// Coursework files carry "## Tasks" above the report itself.
  private func isTaskHeadingOfCourse(_ heading: Heading, after kept: [Heading]) -> Bool {
    heading.level <= 6 && !kept.contains { $0.kinds != [.title] && $0.kinds != [.other] }
      && text.lines.indices.dropFirst(heading.line + 1).first.map { text.lines[$0].context.isHeading } ?? true
  }
}
