import MarkdownTree

/// Makes the lexicon's tables from the files of `Vocabulary/`.
struct LexiconReader {
  static let filterSize = 8192

  private(set) var words = HashTable(capacity: 4096)
  private(set) var prefixes = HashTable(capacity: 512)
  private(set) var prefixFilter = [Bool](repeating: false, count: LexiconReader.filterSize)
  private(set) var cues = PhraseTable(capacity: 4096)
  private(set) var names = PhraseTable(capacity: 8192)
  private(set) var sectionNames: [SectionName] = []
  private(set) var nameWords: [(letters: [UInt8], word: UInt16)] = []
  private(set) var noiseWords = WordSet()
  private(set) var tailWords = WordSet()
  private(set) var andWords = WordSet()
  private(set) var tellingWords = WordSet()
  private(set) var synonyms = WordGroups()
  private var wordCount: UInt16 = 0

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
      case "noise": return readWords(table, phrases, into: \.noiseWords)
      case "tail": return readWords(table, phrases, into: \.tailWords)
      case "and": return readWords(table, phrases, into: \.andWords)
      case "telling": return readWords(table, phrases, into: \.tellingWords)
      default: break
      }
      var value = known[name]
      if value == nil, let section = SectionName(label: name) {
        value = UInt16(sectionNames.count)
        sectionNames.append(section)
        known[name] = value
      }
      guard let value else { return }
      readPhrases(table.bytes, phrases, isName: true) { reader, phrase in reader.names.insert(phrase, value: value) }
    }
  }

  private mutating func readWords(
    _ table: VocabularyReader, _ phrases: Range<Int>, into set: WritableKeyPath<LexiconReader, WordSet>
  ) {
    readPhrases(table.bytes, phrases) { reader, phrase in
      for word in phrase { reader[keyPath: set].insert(word) }
    }
  }

  private mutating func readCues(_ table: VocabularyReader, _ numbers: [String: UInt16]) {
    table.forEachLine { label, phrases in
      guard !label.isEmpty, let number = numbers[table.text(label)] else { return }
      readPhrases(table.bytes, phrases) { reader, phrase in reader.cues.insert(phrase, value: number) }
    }
  }

  private mutating func readSynonyms(_ table: VocabularyReader) {
    var group: UInt16 = 0
    table.forEachLine { _, phrases in
      group += 1
      readPhrases(table.bytes, phrases) { reader, phrase in
        for word in phrase { reader.synonyms.insert(word, into: group) }
      }
    }
  }

  /// Gives `body` the numbers of each phrase's words, new ones for new words. Commas part phrases.
  @inline(__always)
  private mutating func readPhrases(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isName: Bool = false,
    _ body: (inout LexiconReader, [UInt16]) -> Void
  ) {
    var phrase: [UInt16] = []
    var end = range.lowerBound
    var scanner = WordScanner(bytes, range.lowerBound, range.upperBound)
    while let found = scanner.next() {
      if !phrase.isEmpty, bytes.firstOffset(of: 0x2C, from: end, to: found.start) < found.start {
        body(&self, phrase)
        phrase.removeAll(keepingCapacity: true)
      }
      end = found.end
      let isPrefix = end < range.upperBound && bytes[end] == 0x2A
      let (number, isNew) = number(of: found.hash, isPrefix: isPrefix)
      phrase.append(number)
      if isName, isNew, !isPrefix { addNameWord(bytes, found, number) }
    }
    if !phrase.isEmpty { body(&self, phrase) }
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
      prefixFilter[Int(truncatingIfNeeded: hash) & (LexiconReader.filterSize - 1)] = true
    } else {
      words.insert(wordCount, for: hash)
    }
    return (wordCount, true)
  }
}
