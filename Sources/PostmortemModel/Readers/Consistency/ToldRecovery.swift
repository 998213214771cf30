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
        return text.tellsRecovery(
          in: text.words(ofLine: line, from: clock.span.end).prefix(ToldRecovery.reach))
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
          let tells = text.cues(openingIn: before).contains { $0.cue == .endWord }
          return tells || text.tellsRecovery(in: before) ? time : nil
        }
      }
    }
  }
}

extension ReportText {
  /// Whether some words tell that all was well again, not "could not be restored" or "partially restored". What failed
  /// before "; it was restored" does not deny it.
  func tellsRecovery(in words: Range<Int>) -> Bool {
    let hits = cues(openingIn: words)
    guard let told = hits.last(where: { $0.cue == .resolved }) else { return false }
    return !hits.contains { hit in
      switch hit.cue {
      case .partial: true
      case .negation, .noEffect: told.words.lowerBound - hit.words.upperBound < 3
      default: false
      }
    }
  }
}
