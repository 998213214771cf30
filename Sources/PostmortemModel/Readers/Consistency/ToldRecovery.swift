import MarkdownTree

/// Finds the recovery that the text tells where the timeline does not: "by 13:06 all traffic had been restored".
struct ToldRecovery {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  /// Words between the time and what happened then.
  private static let reach = 8

  /// Whether the text tells a recovery at a time.
  func isTold(at time: ClockTime) -> Bool {
    text.lines.indices.contains { line in
      guard text.tellsClock(line), shapes.isReadable(line), !outline.isLine(line, in: .timeline) else {
        return false
      }
      return text.times[line].contains { mention in
        guard case .clock(let clock) = mention, clock.time == time else { return false }
        return tellsRecovery(after: clock.span, line)
      }
    }
  }

  private func tellsRecovery(after clock: SourceSpan, _ line: Int) -> Bool {
    let words = text.words(ofLine: line, from: clock.end).prefix(ToldRecovery.reach)
    let hits = text.cues(openingIn: words)
    return hits.contains { $0.cue == .resolved }
      && !hits.contains { $0.cue == .negation || $0.cue == .noEffect || $0.cue == .partial }
  }
}
