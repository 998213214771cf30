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

  /// The times of a recovery that entries tell beside their own: "with complete recovery by 13:30".
  static func times(in entries: [TimelineEntry], _ text: ReportText) -> [ClockTime] {
    entries.flatMap { entry in
      entry.lines.flatMap { line -> [ClockTime] in
        guard text.tellsClock(line) else { return [] }
        // Several entries may share their line.
        let told = line == entry.lines.lowerBound ? entry.textSpan : text.lines[line].span
        let mentions = text.times[line]
        let first = mentions.partitioningIndex { $0.span.start >= told.start }
        return mentions[first...].prefix { $0.span.start < told.end }.compactMap { mention in
          guard case .clock(let clock) = mention, let time = clock.time, time != entry.time else {
            return nil
          }
          let words = text.wordRanges[line]
          let before = (words.lowerBound..<text.firstWord(from: clock.span.start, in: words)).suffix(reach)
          let tells = text.cues(openingIn: before).contains { $0.cue == .resolved || $0.cue == .endWord }
          return tells ? time : nil
        }
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
