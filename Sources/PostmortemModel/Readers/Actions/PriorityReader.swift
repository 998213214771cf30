import MarkdownTree

/// Finds how urgent a task is: a tag ("[P2]"), a field ("Priority: high"), words ("high priority"), a heading above it.
struct PriorityReader {
  let text: ReportText

  func priority(in lines: [Int]) -> SourceSpan? {
    for line in lines {
      for hit in text.cues(ofLine: line) where hit.cue == .priorityWord {
        if let value = value(beside: hit, line) { return value }
      }
      for hit in text.cues(ofLine: line) where hit.cue == .priorityValue {
        if isTag(hit, line) { return text.span(of: hit) }
      }
    }
    return nil
  }

  /// "### High priority", "### P0", "### Short term (this week)": for all items below.
  func priority(ofHeading line: Int) -> SourceSpan? {
    let words = text.wordRanges[line]
    let hit = text.cues(ofLine: line).first { hit in
      switch hit.cue {
      case .priorityHeading: hit.words.lowerBound <= words.lowerBound + 1
      case .priorityValue: words.count <= 4 || isTag(hit, line)
      default: false
      }
    }
    return hit.map { text.span(of: $0) }
  }

  /// "Priority: high", "prio 1", "high priority".
  private func value(beside name: CueHit, _ line: Int) -> SourceSpan? {
    let words = text.wordRanges[line]
    let near = text.cues(
      openingIn: (name.words.lowerBound - 1..<name.words.upperBound + 2).clamped(to: words))
    if let value = near.first(where: { $0.cue == .priorityValue }) { return text.span(of: value) }
    let next = name.words.upperBound
    guard words.contains(next), text.words[next].isNumber, text.words[next].span.length == 1 else {
      return nil
    }
    return text.words[next].span
  }

  /// "[P2]", "(high)", "P1: …", "… – P1".
  private func isTag(_ hit: CueHit, _ line: Int) -> Bool {
    let span = text.span(of: hit)
    let words = text.wordRanges[line]
    if text.style(ofWord: hit.words.lowerBound).contains(.link) { return false }
    let end = text.lines[line].span.end
    if span.start > 0, text.isMark(span.start - 1, of: "[(") {
      return span.end < end && text.isMark(span.end, of: "]),;")
    }
    if text.lines[line].context.isCell, hit.words == words { return true }
    let isCode = text.words[hit.words.lowerBound].traits.contains(.digits)
    if hit.words.lowerBound == words.lowerBound, hit.words.upperBound < words.upperBound {
      let gap = span.end..<Int(text.words[hit.words.upperBound].start)
      return gap.contains { text.isMark($0, of: ":]-|") } || isCode && gap.count == 1
    }
    guard isCode, hit.words.upperBound == words.upperBound, hit.words.lowerBound > words.lowerBound else {
      return false
    }
    return (Int(text.words[hit.words.lowerBound - 1].end)..<span.start).contains {
      text.isMark($0, of: ",;:|-")
    }
  }
}
