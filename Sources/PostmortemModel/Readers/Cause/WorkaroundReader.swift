import MarkdownTree

/// Finds the words by which a resolution calls itself provisional.
struct WorkaroundReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  private static let workarounds = CueSet(.workaround)

  /// The first of them; nil where something lasting is told beside it.
  func workaround() -> SourceSpan? {
    if !text.holds(WorkaroundReader.workarounds) { return nil }
    var found: SourceSpan?
    for line in text.lines.indices where shapes.isReadable(line) && !text.lines[line].context.isHeading {
      let kinds = outline.kindSet(ofLine: line)
      guard kinds.overlaps([.resolution, .measures, .tasks, .lessons]) else { continue }
      let hits = text.cues(ofLine: line)
      if hits.contains(where: { $0.cue == .permanent }) { return nil }
      if found == nil, kinds.contains(.resolution) {
        found = hits.first { $0.cue == .workaround && !isKept($0, hits) }.map { text.span(of: $0) }
      }
    }
    return found
  }

  /// "Temporary files", "no workaround".
  private func isKept(_ hit: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    hits.contains { other in
      other.cue == .temporaryThing && other.words.overlaps(hit.words)
        || other.cue == .negation && (0...1).contains(hit.words.lowerBound - other.words.upperBound)
    }
  }
}
