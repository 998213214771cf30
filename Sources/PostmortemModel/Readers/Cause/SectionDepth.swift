import MarkdownTree

/// What the sections of a kind hold, taken together.
struct SectionDepth {
  /// How many words stand below the headings.
  private(set) var wordCount = 0
  /// The place of the first line, of a table that of its longest cell.
  private(set) var opening: SourceSpan?
  private var openingCount = 0
  /// Whether a word leads from one thing to another.
  private(set) var tellsMechanism = false
  /// Whether a word tells of something that was changed.
  private(set) var tellsChange = false
  /// Whether a word tells that it is over.
  private(set) var tellsEnd = false
  private(set) var hasNumber = false
  /// Whether it is told in several clauses, which may be steps from one thing to another.
  private(set) var hasClauses = false
  /// Whether something stands there that words do not tell: a picture, code, a link.
  private(set) var hasMore = false

  init(of kind: SectionKind, _ text: ReportText, _ shapes: LineShapes, _ outline: Outline) {
    for index in outline.sections.indices where outline.sections[index].isKind(kind) {
      let parent = outline.sections[index].parent
      // What stands in a section of the kind is read with it.
      if parent.map({ outline.kindSet(of: $0).overlaps(KindSet(kind)) }) == true { continue }
      read(outline.sections[index].lines, text, shapes, outline)
    }
  }

  private mutating func read(
    _ lines: Range<Int>, _ text: ReportText, _ shapes: LineShapes, _ outline: Outline
  ) {
    guard let last = lines.last else { return }
    for line in lines {
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
    let span = text.lines[lines.lowerBound].span.joined(with: text.lines[last].span)
    hasMore =
      hasMore || text.document.links.contains { span.contains($0.span) }
      || text.document.images.contains { span.contains($0.span) }
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
    hasClauses =
      hasClauses || wordCount > 0 && text.lines[line].marker != nil
      || (Int(text.words[first].end)..<max(Int(text.words[first].end), Int(text.words[last].start))).contains
      {
        text.isMark($0, of: ",;.:") && text.isMark($0 + 1, of: " ")
      }
    wordCount += words.count
    hasNumber = hasNumber || words.contains { text.words[$0].traits.contains(.digits) }
    // Of a table the longest cell tells the most.
    if opening == nil || text.lines[line].context.isCell && words.count > openingCount {
      openingCount = words.count
      opening = text.words[first].span.joined(with: text.words[last].span)
    }
    for hit in text.cues(openingIn: words) {
      switch hit.cue {
      case .mechanism: tellsMechanism = true
      case .changeVerb: tellsChange = true
      case .resolved, .mitigated: tellsEnd = true
      default: break
      }
    }
  }
}
