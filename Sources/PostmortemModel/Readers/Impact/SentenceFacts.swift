import MarkdownTree

/// The sentence around a percentage, and what it tells as a whole.
struct SentenceFacts {
  private let text: ReportText
  private let sentences: SentenceFinder
  private var words = 0..<0
  private(set) var hasImpactVerb = false
  /// Whether a goal is told ("99.9 % availability").
  private(set) var hasGoal = false
  /// Whether a Chinese or Japanese word tells that something else than the impact is measured.
  private(set) var hasIdeographicOther = false

  init(_ text: ReportText) {
    self.text = text
    sentences = SentenceFinder(text: text)
  }

  /// Goes to the sentence of a number; `next` is the first word behind it.
  mutating func find(around span: SourceSpan, _ next: Int, _ line: Int) {
    let range = text.wordRanges[line]
    var found = range
    if !range.isEmpty {
      // The number itself is a word of the sentence.
      let anchor = range.partitioningIndex { Int(text.words[$0].end) > span.start }
      found = sentences.sentence(around: min(anchor, range.upperBound - 1), ofLine: line)
    }
    if found == words { return }
    words = found
    hasImpactVerb = false
    hasGoal = false
    hasIdeographicOther = false
    for hit in text.cues(openingIn: words) {
      if hit.cue == .impactVerb { hasImpactVerb = true }
      if hit.cue == .goal { hasGoal = true }
      if hit.cue == .impactOther, text.isIdeographic(hit) { hasIdeographicOther = true }
    }
  }

  /// The cues of the sentence that begin among some words.
  func cues(from first: Int, to end: Int) -> ArraySlice<CueHit> {
    text.cues(openingIn: (first..<end).clamped(to: words))
  }
}

extension ReportText {
  /// Whether a phrase is written in Chinese characters or kana.
  func isIdeographic(_ hit: CueHit) -> Bool { words[hit.words.lowerBound].traits.contains(.ideograph) }
}
