/// The sentences of a text line that tell how the trouble ended.
struct RecoverySentences {
  private let text: ReportText
  private let line: Int
  private let hits: [CueHit]

  init(_ text: ReportText, _ line: Int) {
    self.text = text
    self.line = line
    let isTold = text.holds(RecoverySentences.recovery, inLine: line)
    hits = isTold ? text.cues(ofLine: line).filter { $0.cue == .recovery } : []
  }

  private static let recovery = CueSet(.recovery)

  /// Whether a word stands in such a sentence.
  func contains(_ word: Int) -> Bool {
    if hits.isEmpty { return false }
    let sentence = SentenceFinder(text: text).sentence(around: word, ofLine: line)
    let first = hits.partitioningIndex { $0.words.lowerBound >= sentence.lowerBound }
    return first < hits.count && hits[first].words.lowerBound < sentence.upperBound
  }
}
