/// Makes the lexicon's tables from the files of `Vocabulary/`.
struct LexiconReader {
  private(set) var words = HashTable(capacity: 4096)
  private(set) var prefixes = HashTable(capacity: 512)
  private(set) var prefixLengths = PrefixLengths()
  var cues = PhraseTable(capacity: 2048)
  var names = PhraseTable(capacity: 2048)
  private(set) var sectionNames: [SectionName] = []
  private(set) var nameWords: [(letters: [UInt8], word: UInt16)] = []
  private(set) var noiseWords = WordSet()
  private(set) var tailWords = WordSet()
  private(set) var andWords = WordSet()
  /// The first of them, which stands for all.
  private var andWord: UInt16 = 0
  private(set) var tellingWords = WordSet()
  private(set) var synonyms = WordGroups()
  private(set) var stopWords = WordSet()
  private(set) var wordCount: UInt16 = 0
  private(set) var acceptsWords = false

  init(extending lexicon: Lexicon, with team: TeamVocabulary) {
    (words, prefixes, prefixLengths) = (lexicon.words, lexicon.prefixes, lexicon.prefixLengths)
    (cues, names, sectionNames) = (lexicon.cues, lexicon.names, lexicon.sectionNames)
    (nameWords, noiseWords, tailWords) = (lexicon.nameWords, lexicon.noiseWords, lexicon.tailWords)
    (andWords, andWord, tellingWords) = (lexicon.andWords, TitleSegments.and, lexicon.tellingWords)
    (synonyms, stopWords, wordCount) = (lexicon.synonyms, lexicon.stopWords, lexicon.wordCount)
    for (part, name) in team.sectionNames { add(name: name, of: part) }
    for (use, phrase) in team.phrases { add(phrase, use) }
  }

  init() {
    PackageResources.section_names_txt.withUnsafeBufferPointer { readNames(VocabularyReader(bytes: $0)) }
    var cueNumbers: [String: UInt16] = [:]
    for (number, cue) in Cue.allCases.enumerated() { cueNumbers[cue.rawValue] = UInt16(number) }
    PackageResources.phases_txt.withUnsafeBufferPointer { readCues(VocabularyReader(bytes: $0), cueNumbers) }
    PackageResources.cues_txt.withUnsafeBufferPointer { readCues(VocabularyReader(bytes: $0), cueNumbers) }
    PackageResources.synonyms_txt.withUnsafeBufferPointer { readSynonyms(VocabularyReader(bytes: $0)) }
  }

  private mutating func readNames(_ table: VocabularyReader) {
    var known: [String: UInt16] = [:]
    table.forEachLine { label, phrases in
      let name = table.text(label)
      switch name {
      case "noise":
        return readWords(table.bytes, phrases) { reader, word, _ in reader.noiseWords.insert(word) }
      case "tail": return readWords(table.bytes, phrases) { reader, word, _ in reader.tailWords.insert(word) }
      case "and":
        return readWords(table.bytes, phrases) { reader, word, _ in
          if reader.andWord == 0 { reader.andWord = word }
          reader.andWords.insert(word)
        }
      case "telling":
        return readWords(table.bytes, phrases) { reader, word, _ in reader.tellingWords.insert(word) }
      default: break
      }
      var value = known[name]
      if value == nil, let section = SectionName(label: name) {
        value = UInt16(sectionNames.count)
        sectionNames.append(section)
        known[name] = value
      }
      guard let value else { return }
      var node = PhraseTable.root
      readWords(table.bytes, phrases, isName: true) { reader, word, opensPhrase in
        if opensPhrase {
          reader.names.end(node, value: value)
          node = PhraseTable.root
        }
        node = reader.names.grow(node, node == PhraseTable.root ? word : reader.joint(word))
      }
      names.end(node, value: value)
    }
  }

  /// The number by which a word goes within a name: all that join two names are one.
  func joint(_ word: UInt16) -> UInt16 { andWords.contains(word) ? andWord : word }

  mutating func addName(_ meaning: SectionName, at node: UInt16, value: UInt16) {
    sectionNames.append(meaning)
    names.end(node, value: value)
  }

  mutating func addCue(_ number: UInt16, at node: UInt16) {
    cues.end(node, value: number)
    if Cue.numbered[Int(number)] == .accepted { acceptsWords = true }
  }

  private mutating func readCues(_ table: VocabularyReader, _ numbers: [String: UInt16]) {
    table.forEachLine { label, phrases in
      guard !label.isEmpty, let number = numbers[table.text(label)] else { return }
      var node = PhraseTable.root
      readWords(table.bytes, phrases) { reader, word, opensPhrase in
        if opensPhrase {
          reader.cues.end(node, value: number)
          node = PhraseTable.root
        }
        node = reader.cues.grow(node, word)
      }
      cues.end(node, value: number)
    }
  }

  private mutating func readSynonyms(_ table: VocabularyReader) {
    var group: UInt16 = 0
    table.forEachLine { label, phrases in
      if table.text(label) == "stop" {
        return readWords(table.bytes, phrases) { reader, word, _ in reader.stopWords.insert(word) }
      }
      group += 1
      readWords(table.bytes, phrases) { reader, word, _ in reader.synonyms.insert(word, into: group) }
    }
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
