/// Makes the lexicon's tables: of a snapshot, and of a team's words beside those of all.
struct LexiconReader {
  var words = HashTable(capacity: 0)
  var prefixes = HashTable(capacity: 512)
  var prefixLengths = PrefixLengths()
  var cues = PhraseTable()
  var names = PhraseTable()
  var sectionNames: [SectionName] = []
  var nameWords: [(letters: [UInt8], word: UInt16)] = []
  var noiseWords = WordSet()
  var tailWords = WordSet()
  var andWords = WordSet()
  var tellingWords = WordSet()
  var synonyms = WordGroups()
  var stopWords = WordSet()
  var wordCount: UInt16 = 0
  var acceptsWords = false

  init(extending lexicon: Lexicon, with team: TeamVocabulary) {
    (words, prefixes, prefixLengths) = (lexicon.words, lexicon.prefixes, lexicon.prefixLengths)
    (cues, names, sectionNames) = (lexicon.cues, lexicon.names, lexicon.sectionNames)
    (nameWords, noiseWords, tailWords) = (lexicon.nameWords, lexicon.noiseWords, lexicon.tailWords)
    (andWords, tellingWords) = (lexicon.andWords, lexicon.tellingWords)
    (synonyms, stopWords, wordCount) = (lexicon.synonyms, lexicon.stopWords, lexicon.wordCount)
    for (part, name) in team.sectionNames { add(name: name, of: part) }
    for (use, phrase) in team.phrases { add(phrase, use) }
  }

  init() {}

  /// The number by which a word goes within a name: all that join two names are one.
  func joint(_ word: UInt16) -> UInt16 { andWords.contains(word) ? TitleSegments.and : word }

  mutating func addName(_ meaning: SectionName, at node: UInt16, value: UInt16) {
    sectionNames.append(meaning)
    names.end(node, value: value)
  }

  mutating func addCue(_ number: UInt16, at node: UInt16) {
    cues.end(node, value: number)
    if Cue.numbered[Int(number)] == .accepted { acceptsWords = true }
  }

  /// Gives `body` the number of each word, a new one for a new word, and whether a comma stands before it.
  @inline(__always)
  mutating func readWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isName: Bool = false,
    _ body: (inout LexiconReader, _ word: UInt16, _ opensPhrase: Bool) -> Void
  ) {
    var end = range.lowerBound
    var scanner = WordScanner(bytes, range.lowerBound, range.upperBound)
    while let found = scanner.nextPlain()?.word ?? scanner.next() {
      var opensPhrase = false
      while end < found.start {
        if bytes[end] == 0x2C { opensPhrase = true }
        end += 1
      }
      end = found.end
      let isPrefix = end < range.upperBound && bytes[end] == 0x2A
      let (number, isNew) = number(of: found.hash, isPrefix: isPrefix)
      body(&self, number, opensPhrase)
      if isPrefix, isNew { prefixLengths.insert(bytes, found) }
      if isName, isNew, !isPrefix { addNameWord(bytes, found, number) }
    }
  }

  private mutating func addNameWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ found: WordScanner.Found, _ number: UInt16
  ) {
    guard found.end - found.start >= 5 else { return }
    let letters = bytes[found.start..<found.end]
    if letters.allSatisfy({ $0 < 0x80 }) { nameWords.append((Array(letters), number)) }
  }

  private mutating func number(of hash: UInt64, isPrefix: Bool) -> (UInt16, isNew: Bool) {
    let known = isPrefix ? prefixes.value(hash) : words.value(hash)
    if known != 0 { return (known, false) }
    wordCount += 1
    if isPrefix {
      prefixes.insert(wordCount, for: hash)
    } else {
      words.insert(wordCount, for: hash)
    }
    return (wordCount, true)
  }
}
