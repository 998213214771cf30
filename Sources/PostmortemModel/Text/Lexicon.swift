/// All words and phrases that pmlint knows, read once from `Vocabulary/`.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  private(set) var words = HashTable(capacity: 4096)
  private(set) var prefixes = HashTable(capacity: 512)
  /// A bit for each value that the low bits of a prefix's hash take, to pass over most letters at once.
  private(set) var prefixFilter = [Bool](repeating: false, count: 8192)
  private(set) var cues = PhraseTable(capacity: 4096)
  private(set) var names = PhraseTable(capacity: 8192)
  private(set) var sectionNames: [SectionName] = []
  /// The letters of the words in section names, for the search of misspelt ones.
  private(set) var nameWords: [(letters: [UInt8], word: UInt16)] = []
  /// Words that may stand before a section's name, after it, and between two names.
  private(set) var noiseWords: Set<UInt16> = []
  private(set) var tailWords: Set<UInt16> = []
  private(set) var andWords: Set<UInt16> = []
  /// Words that tell the kind of a section wherever they stand in its heading.
  private(set) var tellingWords: Set<UInt16> = []
  /// Groups of words of one meaning, by word number.
  private(set) var synonyms: [UInt16: UInt16] = [:]
  /// Words that tell nothing of the theme of an item.
  private(set) var stopWords: Set<UInt16> = []
  private var wordCount: UInt16 = 0

  private init() {
    readNames(PackageResources.section_names_txt)
    var cueNumbers: [String: UInt16] = [:]
    for (number, cue) in Cue.allCases.enumerated() { cueNumbers[cue.rawValue] = UInt16(number) }
    for table in [PackageResources.phases_txt, PackageResources.cues_txt] {
      VocabularyReader(table).forEachPhrase { label, phrase in
        guard let number = cueNumbers[label] else { return }
        let words = numbers(of: phrase)
        if !words.isEmpty { cues.insert(words, value: number) }
      }
    }
    var group: UInt16 = 0
    VocabularyReader(PackageResources.synonyms_txt).forEachLine { line in
      if line.first == UInt8(ascii: "=") {
        VocabularyReader.forEachPart(of: line.dropFirst()) { stopWords.formUnion(numbers(of: $0)) }
        return
      }
      group += 1
      VocabularyReader.forEachPart(of: line) { part in
        for word in numbers(of: part) { synonyms[word] = group }
      }
    }
  }

  private mutating func readNames(_ table: [UInt8]) {
    var labels: [String: UInt16] = [:]
    VocabularyReader(table).forEachPhrase { label, phrase in
      switch label {
      case "noise": return noiseWords.formUnion(numbers(of: phrase))
      case "tail": return tailWords.formUnion(numbers(of: phrase))
      case "and": return andWords.formUnion(numbers(of: phrase))
      case "telling": return tellingWords.formUnion(numbers(of: phrase))
      default: break
      }
      let value: UInt16
      if let known = labels[label] {
        value = known
      } else {
        guard let name = SectionName(label: label) else { return }
        value = UInt16(sectionNames.count)
        sectionNames.append(name)
        labels[label] = value
      }
      let words = numbers(of: phrase, isName: true)
      if !words.isEmpty { names.insert(words, value: value) }
    }
  }

  /// The numbers of a phrase's words, new ones for new words.
  private mutating func numbers(of phrase: ArraySlice<UInt8>, isName: Bool = false) -> [UInt16] {
    var result: [UInt16] = []
    phrase.withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(bytes, 0, bytes.count)
      while let found = scanner.next() {
        let isPrefix = found.end < bytes.count && bytes[found.end] == 0x2A
        result.append(number(of: found.hash, isPrefix: isPrefix))
        if isName, words.value(found.hash) == wordCount { addNameWord(bytes, found) }
      }
    }
    return result
  }

  private mutating func addNameWord(_ bytes: UnsafeBufferPointer<UInt8>, _ found: WordScanner.Found) {
    let letters = Array(bytes[found.start..<found.end])
    if letters.count >= 5, letters.allSatisfy({ $0 < 0x80 }) { nameWords.append((letters, wordCount)) }
  }

  private mutating func number(of hash: UInt64, isPrefix: Bool) -> UInt16 {
    let known = isPrefix ? prefixes.value(hash) : words.value(hash)
    if known != 0 { return known }
    wordCount += 1
    if isPrefix {
      prefixes.insert(wordCount, for: hash)
      prefixFilter[Int(truncatingIfNeeded: hash) & 8191] = true
    } else {
      words.insert(wordCount, for: hash)
    }
    return wordCount
  }
}
