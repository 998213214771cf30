/// The sentences around one word after the other: each is found once for all the words in it, however long it is.
struct SentenceCursor {
  private let text: ReportText
  private let finder: SentenceFinder
  private var paragraph = 0..<0
  private var sentence = 0..<0

  init(_ text: ReportText) {
    self.text = text
    finder = SentenceFinder(text: text)
  }

  /// The words of the sentence that holds a word of a text line.
  mutating func sentence(around word: Int, ofLine line: Int) -> Range<Int> {
    if !paragraph.contains(line) {
      paragraph = finder.paragraph(of: line)
      sentence = 0..<0
    }
    if sentence.contains(word) { return sentence }
    let words = text.words(in: paragraph)
    guard words.contains(word) else { return words }
    var first = word
    while first > words.lowerBound, !finder.ends(between: first - 1, first) { first -= 1 }
    var last = word + 1
    while last < words.upperBound, !finder.ends(between: last - 1, last) { last += 1 }
    sentence = first..<last
    return sentence
  }
}
