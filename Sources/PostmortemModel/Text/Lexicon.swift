/// All words and phrases that pmlint knows: those of `Vocabulary/`.
///
/// An object, since every reader asks it: a structure of so many tables would be copied table by table.
final class Lexicon: Sendable {
  static let shared = Lexicon(
    PackageResources.lexicon_bin.withUnsafeBytes { LexiconReader(snapshot: $0) })
  private static let sharedNameWords =
    PackageResources.lexicon_bin.withUnsafeBytes { LexiconReader.nameWords(snapshot: $0) }

  let words: HashTable
  let prefixes: HashTable
  let prefixLengths: PrefixLengths
  let cues: PhraseTable
  let names: PhraseTable
  let sectionNames: [SectionName]
  /// The letters of the words in section names, for the search of misspelt ones.
  var nameWords: [(letters: [UInt8], word: UInt16)] { ownNameWords ?? Lexicon.sharedNameWords }
  private let ownNameWords: [(letters: [UInt8], word: UInt16)]?
  /// Words that may stand before a section's name, after it, and between two names.
  let noiseWords: WordSet
  let tailWords: WordSet
  let andWords: WordSet
  /// Words that tell the kind of a section wherever they stand in its heading.
  let tellingWords: WordSet
  /// Groups of words of one meaning, by word number.
  let synonyms: WordGroups
  /// Words that tell nothing of the theme of an item.
  let stopWords: WordSet

  /// How many words and beginnings of words have a number.
  let wordCount: UInt16
  /// Whether a team accepts words that would be a fault elsewhere.
  let acceptsWords: Bool

  /// A lexicon with a team's words beside those of all, which keep their numbers.
  convenience init(extending lexicon: Lexicon, with team: TeamVocabulary) {
    self.init(LexiconReader(extending: lexicon, with: team))
  }

  private init(_ reader: LexiconReader) {
    wordCount = reader.wordCount
    acceptsWords = reader.acceptsWords
    words = reader.words
    prefixes = reader.prefixes
    prefixLengths = reader.prefixLengths
    cues = reader.cues
    names = reader.names
    sectionNames = reader.sectionNames
    ownNameWords = reader.nameWords.isEmpty ? nil : reader.nameWords
    noiseWords = reader.noiseWords
    tailWords = reader.tailWords
    andWords = reader.andWords
    tellingWords = reader.tellingWords
    synonyms = reader.synonyms
    stopWords = reader.stopWords
  }
}

/// Some of the lexicon's words, by number.
struct WordSet: Sendable {
  private var members: [Bool] = []

  init(_ words: [UInt16] = []) {
    if let last = words.max() { members = [Bool](repeating: false, count: Int(last) + 1) }
    for word in words { members[Int(word)] = true }
  }

  @inline(__always)
  func contains(_ word: UInt16) -> Bool { Int(word) < members.count && members[Int(word)] }
}

/// The group of each of the lexicon's words, by number.
struct WordGroups: Sendable {
  private var groups: [UInt16] = []

  /// - Parameter groups: that of each word, none of them 0.
  init(words: [UInt16] = [], groups numbers: [UInt16] = []) {
    if let last = words.max() { groups = [UInt16](repeating: 0, count: Int(last) + 1) }
    for (word, group) in zip(words, numbers) { groups[Int(word)] = group }
  }

  /// Nil for a word without a group.
  @inline(__always)
  subscript(word: UInt16) -> UInt16? {
    Int(word) < groups.count && groups[Int(word)] != 0 ? groups[Int(word)] : nil
  }
}
