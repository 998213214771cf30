import MarkdownTree

/// The tables as they were made of `Vocabulary/`: reading its words at every start would take longer than reading several
/// reports.
extension LexiconReader {
  /// Everyone's words, in the order in which `LexiconCompiler` of the tests puts them.
  init(snapshot: UnsafeRawBufferPointer) {
    var lists = SnapshotReader(snapshot)
    _ = (lists.text(), lists.list(of: UInt16.self))
    words = HashTable(entries: lists.list())
    readBeginnings(lists.text(), lists.list())
    wordCount = UInt16(clamping: words.count + prefixes.count)
    cues = PhraseTable(words: lists.list(), counts: lists.list(), ends: lists.list(), wordCount: wordCount)
    names = PhraseTable(words: lists.list(), counts: lists.list(), ends: lists.list(), wordCount: wordCount)
    for _ in lists.list(of: UInt8.self) { sectionNames.append(SectionName(snapshot: lists.text())) }
    noiseWords = WordSet(lists.list())
    tailWords = WordSet(lists.list())
    andWords = WordSet(lists.list())
    tellingWords = WordSet(lists.list())
    stopWords = WordSet(lists.list())
    synonyms = WordGroups(words: lists.list(), groups: lists.list())
  }

  private mutating func readBeginnings(_ letters: UnsafeBufferPointer<UInt8>, _ numbers: [UInt16]) {
    var scanner = WordScanner(letters, 0, letters.count)
    for number in numbers {
      guard let found = scanner.nextPlain()?.word ?? scanner.next() else { return }
      prefixes.insert(number, for: found.hash)
      prefixLengths.insert(letters, found)
    }
  }

  /// The words of section names, which stand first: they are asked for only where a heading has no known name.
  static func nameWords(snapshot: UnsafeRawBufferPointer) -> [(letters: [UInt8], word: UInt16)] {
    var lists = SnapshotReader(snapshot)
    let letters = lists.text()
    var start = 0
    return lists.list(of: UInt16.self).map { number in
      let end = letters.firstOffset(of: 0x20, from: start, to: letters.count)
      defer { start = min(end + 1, letters.count) }
      return (Array(letters[start..<end]), number)
    }
  }
}
