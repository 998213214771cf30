import MarkdownTree
public import PostmortemModel

/// What holds for the reading of any bytes: places lie in the text, on borders of its characters, and in source order.
/// Gives the claims that are broken.
public func brokenInvariants(_ postmortem: Postmortem) -> [String] {
  let source = postmortem.document.source
  let borders = CharacterBorders(source.bytes)
  var broken = places(in: postmortem).filter { !borders.admit($0.span) }.map {
    "the \($0.name) at \($0.span)"
  }
  let lines = [
    ("sections", postmortem.sections.map(\.line)), ("entries", postmortem.timeline.entries.map(\.line)),
    ("percentages", postmortem.percentages.map(\.line)), ("tasks", postmortem.tasks.map(\.line)),
    ("measures", postmortem.measures.map(\.line)), ("blame", postmortem.blame.map(\.line)),
  ]
  for (name, starts) in lines where !zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) {
    broken.append("the \(name) are out of order")
  }
  return broken
}

private func places(in postmortem: Postmortem) -> [(name: String, span: SourceSpan)] {
  var places: [(name: String, span: SourceSpan)] = []
  func add(_ name: String, _ spans: [SourceSpan?]) {
    places += spans.compactMap { span in span.map { (name, $0) } }
  }
  add("section", postmortem.sections.map(\.span))
  add("title", [postmortem.title?.span])
  add("entry", postmortem.timeline.entries.flatMap { [$0.span, $0.textSpan, $0.endSpan] })
  add("percentage", postmortem.percentages.map(\.span))
  add("measurement", postmortem.impact.measurements.map(\.span))
  add("measure", postmortem.measures.map(\.span))
  add("task", postmortem.tasks.flatMap { [$0.span, $0.owner?.span, $0.due?.span, $0.tracker?.span] })
  add("statement", postmortem.statements.flatMap { [$0.span, $0.conflict?.nearestSpan] })
  add("blame", postmortem.blame.map(\.span))
  add("placeholder", postmortem.placeholders.map(\.span))
  add("conflict marker", postmortem.conflictMarkers)
  add("zone", postmortem.zones.map(\.span))
  return places
}

/// Where a text may be cut.
struct CharacterBorders {
  private let bytes: [UInt8]
  private let isText: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isText = String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether a place lies in the text and, where that is UTF-8, cuts no character.
  func admit(_ span: SourceSpan) -> Bool {
    if span.start < 0 || span.end > bytes.count { return false }
    return !isText || ![span.start, span.end].contains { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }
  }
}
