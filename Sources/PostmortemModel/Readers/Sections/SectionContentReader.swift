import MarkdownTree

/// Tells sections that say something from those that are empty or hold a template's hints.
struct SectionContentReader {
  private let text: ReportText
  private let shapes: LineShapes
  private let guidance: GuidanceReader
  /// Whether each text line is a heading as a whole.
  private let isHeading: [Bool]

  init(_ text: ReportText, _ shapes: LineShapes, _ guidance: GuidanceReader, _ headings: [Heading]) {
    self.text = text
    self.shapes = shapes
    self.guidance = guidance
    var isHeading = [Bool](repeating: false, count: text.lines.count)
    for heading in headings where !heading.isLabel { isHeading[heading.line] = true }
    self.isHeading = isHeading
  }

  func content(of heading: Heading, _ node: SectionTree.Node) -> Section.Content {
    // A label with another behind it on its line.
    if heading.isLabel, node.lines.isEmpty || node.ownLines.isEmpty { return .full }
    // "Issue Summary: Duration: 2 hours" says it in the heading.
    if heading.kinds.count > 1, heading.kinds.contains(.metadata), !heading.isLabel { return .full }
    var result = Section.Content.empty
    for line in node.lines {
      let span = text.lines[line].span
      let start = heading.isLabel && line == heading.line ? heading.bodyStart : span.start
      if isHeading[line], line != heading.line { continue }
      if !hasText(line, from: start, to: span.end) { continue }
      if case .code = text.lines[line].context { return .full }
      if guidance.isGuidance(line, from: start) {
        result = .guidance
      } else {
        return .full
      }
    }
    if result == .empty, holdsMore(heading, node) { return .full }
    return result == .empty && holdsComment(heading, node) ? .guidance : result
  }

  /// Templates keep their hints in comments.
  private func holdsComment(_ heading: Heading, _ node: SectionTree.Node) -> Bool {
    let end =
      node.lines.upperBound < text.lines.count
      ? text.lines[node.lines.upperBound].span.start : text.plain.count
    return text.document.comments.contains {
      $0.start >= heading.bodyStart && $0.end <= end
        && !DirectiveReader.isDirective($0, in: text.document.source)
    }
  }

  private func hasText(_ line: Int, from start: Int, to end: Int) -> Bool {
    if case .code = text.lines[line].context { return start < end }
    return shapes.hasLetters(start, end)
      || (start..<max(start, end)).contains { text.plain[$0] >= 0x80 }
      || text.lines[line].context.isCell && start < end
  }

  /// What sections hold that may stand at their own level.
  private static let inner: [SectionKind: [SectionKind]] = [
    .summary: [.metadata, .impact, .rootCause], .measures: [.tasks, .measures],
    .rootCause: [.rootCause, .resolution],
    .lessons: [.lessons], .timeline: [.detection, .investigation],
  ]

  /// Images speak, and so do the sections that a bare name opens where levels cannot tell ("Issue Summary" above
  /// "Duration:").
  private func holdsMore(_ heading: Heading, _ node: SectionTree.Node) -> Bool {
    let end =
      node.lines.upperBound < text.lines.count
      ? text.lines[node.lines.upperBound].span.start : text.plain.count
    let images = text.document.images
    let image = images.partitioningIndex { $0.span.start >= heading.bodyStart }
    if images[image...].prefix(while: { $0.span.start < end }).contains(where: { $0.span.end <= end }) {
      return true
    }
    guard heading.level >= 7, node.lines.upperBound < text.lines.count else { return false }
    return heading.kinds.contains { kind in
      SectionContentReader.inner[kind]?.contains { follows(node, kind: $0) } ?? false
    }
  }

  private func follows(_ node: SectionTree.Node, kind: SectionKind) -> Bool {
    let next = node.lines.upperBound
    guard let match = NameReader(text: text).match(nameWords(next), .tail) else { return false }
    return match.kinds.contains(kind)
  }

  private func nameWords(_ line: Int) -> Range<Int> {
    let words = text.wordRanges[line]
    guard let end = shapes.labelEnd(line, from: shapes.contentStart(line)) else { return words }
    return words.lowerBound..<(words.first { Int(text.words[$0].start) >= end.name } ?? words.upperBound)
  }
}
