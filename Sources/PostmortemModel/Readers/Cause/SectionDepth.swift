import MarkdownTree

/// What the sections of a kind hold, taken together.
struct SectionDepth {
  /// How many words stand below the headings.
  private(set) var wordCount = 0
  /// The place of the first line, of a table that of its longest cell.
  private(set) var opening: SourceSpan?
  private var openingCount = 0
  private(set) var cues: Set<Cue> = []
  private(set) var hasNumber = false
  /// Whether something stands there that words do not tell: a picture, code, a link.
  private(set) var hasMore = false

  init(of kind: SectionKind, _ text: ReportText, _ shapes: LineShapes, _ outline: Outline) {
    for line in text.lines.indices where outline.isLine(line, in: kind) {
      guard shapes.isReadable(line) else {
        hasMore = true
        continue
      }
      if text.lines[line].context.isHeading || isHeader(text.lines[line]) { continue }
      // What a colon announces may stand anywhere.
      if shapes.endsWithColon(line), !text.words(ofLine: line, from: bodyStart(line, outline)).isEmpty {
        hasMore = true
      }
      add(line, from: bodyStart(line, outline), text)
    }
    hasMore =
      hasMore
      || (text.document.links + text.document.images).contains {
        outline.isLine(text.line(at: $0.span.start), in: kind)
      }
  }

  private func isHeader(_ line: TextLine) -> Bool {
    if case .cell(_, isHeader: true) = line.context { return true }
    return false
  }

  private func bodyStart(_ line: Int, _ outline: Outline) -> Int {
    outline.section(ofLine: line).map { outline.sections[$0].bodyStart } ?? 0
  }

  private mutating func add(_ line: Int, from bodyStart: Int, _ text: ReportText) {
    let words = text.words(ofLine: line, from: max(bodyStart, text.lines[line].span.start))
    guard let first = words.first, let last = words.last else { return }
    wordCount += words.count
    hasNumber = hasNumber || words.contains { text.words[$0].traits.contains(.digits) }
    // Of a table the longest cell tells the most.
    if opening == nil || text.lines[line].context.isCell && words.count > openingCount {
      openingCount = words.count
      opening = text.words[first].span.joined(with: text.words[last].span)
    }
    for hit in text.cues(openingIn: words) { cues.insert(hit.cue) }
  }
}
