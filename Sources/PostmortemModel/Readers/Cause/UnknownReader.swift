import MarkdownTree

/// Finds where a report says that it does not know something yet.
struct UnknownReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  /// The words that leave the cause open, where causes or the summary are told.
  func causes() -> [SourceSpan] {
    statements(in: [.rootCause, .summary], ownKind: .rootCause, about: .causeNoun)
  }

  /// The words that leave the extent of the impact open.
  func impacts() -> [SourceSpan] {
    statements(in: [.impact, .summary], ownKind: .impact, about: .extentNoun)
  }

  private static let unknown = CueSet(.unknownState, .unknownWord)

  /// - Parameter ownKind: the kind of section whose subject needs no name: "Impact: unknown".
  private func statements(in kinds: KindSet, ownKind: KindSet, about subject: Cue) -> [SourceSpan] {
    var result: [SourceSpan] = []
    for line in text.lines.indices
    where text.holds(UnknownReader.unknown, inLine: line) && shapes.isReadable(line)
      && outline.kindSet(ofLine: line).overlaps(kinds)
    {
      if text.lines[line].context.isHeading { continue }
      let isOwn = outline.kindSet(ofLine: line).contains(ownKind)
      for hit in text.cues(ofLine: line) {
        let isTold =
          switch hit.cue {
          case .unknownState: speaks(of: subject, hit, line)
          case .unknownWord: isOwn && standsAlone(hit, line)
          default: false
          }
        if isTold {
          result.append(text.span(of: hit))
          break
        }
      }
    }
    return result
  }

  /// Whether the subject is named before the words: "the cause of … is unknown".
  private func speaks(of subject: Cue, _ hit: CueHit, _ line: Int) -> Bool {
    let sentence = SentenceFinder(text: text).sentence(around: hit.words.lowerBound, ofLine: line)
    return text.cues(openingIn: sentence).contains {
      $0.cue == subject && $0.words.lowerBound < hit.words.lowerBound + 6
        && hit.words.lowerBound - $0.words.upperBound <= 8
    }
  }

  /// "Unknown.", "Root cause: unknown": nothing else is said in the sentence.
  private func standsAlone(_ hit: CueHit, _ line: Int) -> Bool {
    let sentence = SentenceFinder(text: text).sentence(around: hit.words.lowerBound, ofLine: line)
    let label = shapes.labelEnd(line, from: shapes.contentStart(line))?.body ?? 0
    let own = sentence.drop { Int(text.words[$0].start) < label }
    return own.count <= hit.words.count + 3 && own.first == hit.words.lowerBound
  }
}
