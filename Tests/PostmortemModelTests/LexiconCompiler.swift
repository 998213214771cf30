import Foundation
import MarkdownTree

@testable import PostmortemModel

/// Makes the lexicon's snapshot of the files of `Vocabulary/`.
final class LexiconCompiler {
  private var reader = LexiconReader()
  private var cues = TableLog()
  private var names = TableLog()
  private var beginnings: [(letters: [UInt8], word: UInt16)] = []
  private var labels: [String] = []
  private var noiseWords: [UInt16] = []
  private var tailWords: [UInt16] = []
  private var andWords: [UInt16] = []
  private var tellingWords: [UInt16] = []
  private var stopWords: [UInt16] = []
  private var synonyms: [(word: UInt16, group: UInt16)] = []

  init(of folder: URL) throws {
    let numbers = Dictionary(
      Cue.allCases.enumerated().map { ($1.rawValue, UInt16($0)) }, uniquingKeysWith: { first, _ in first })
    try read(folder, "section-names.txt") { readNames($0) }
    try read(folder, "phases.txt") { readCues($0, numbers) }
    try read(folder, "cues.txt") { readCues($0, numbers) }
    try read(folder, "synonyms.txt") { readSynonyms($0) }
  }

  /// In the order in which `LexiconReader.init(snapshot:)` reads it.
  var snapshot: [UInt8] {
    var bytes = SnapshotWriter()
    bytes.put(text: reader.nameWords.map(\.letters))
    bytes.put(list: reader.nameWords.map(\.word))
    bytes.put(list: reader.words.entries.sorted { $0 & 0xFFFF < $1 & 0xFFFF })
    bytes.put(text: beginnings.map(\.letters))
    bytes.put(list: beginnings.map(\.word))
    for log in [cues, names] {
      let table = log.inLevels
      bytes.put(list: table.words)
      bytes.put(list: table.counts)
      bytes.put(list: table.ends)
    }
    bytes.put(list: labels.indices.map { UInt8($0) })
    for label in labels { bytes.put(list: SnapshotWriter.bytes(ofName: label)) }
    for words in [noiseWords, tailWords, andWords, tellingWords, stopWords] { bytes.put(list: words) }
    bytes.put(list: synonyms.map(\.word))
    bytes.put(list: synonyms.map(\.group))
    return bytes.bytes
  }

  private func read(_ folder: URL, _ name: String, _ body: (VocabularyReader) -> Void) throws {
    [UInt8](try Data(contentsOf: folder.appending(path: name))).withUnsafeBufferPointer { bytes in
      let table = VocabularyReader(bytes: bytes)
      body(table)
      table.forEachLine { _, phrases in noteBeginnings(bytes, phrases) }
    }
  }

  /// The words with "*" behind them.
  private func noteBeginnings(_ bytes: UnsafeBufferPointer<UInt8>, _ phrases: Range<Int>) {
    var scanner = WordScanner(bytes, phrases.lowerBound, phrases.upperBound)
    while let found = scanner.nextPlain()?.word ?? scanner.next() {
      let number = reader.prefixes.value(found.hash)
      guard found.end < phrases.upperBound, bytes[found.end] == UInt8(ascii: "*"),
        !beginnings.contains(where: { $0.word == number })
      else { continue }
      beginnings.append((Array(bytes[found.start..<found.end]), number))
    }
  }

  private func words(_ table: VocabularyReader, _ phrases: Range<Int>) -> [UInt16] {
    var words: [UInt16] = []
    reader.readWords(table.bytes, phrases) { _, word, _ in words.append(word) }
    return words
  }

  private func readNames(_ table: VocabularyReader) {
    table.forEachLine { label, phrases in
      let name = table.text(label)
      switch name {
      case "noise": noiseWords += words(table, phrases)
      case "tail": tailWords += words(table, phrases)
      case "and": andWords += words(table, phrases)
      case "telling": tellingWords += words(table, phrases)
      default:
        guard SectionName(label: name) != nil else { return }
        if !labels.contains(name) { labels.append(name) }
        let value = UInt16(labels.firstIndex(of: name) ?? 0)
        readPhrases(table, phrases, value, isName: true, \.names, &names)
      }
    }
  }

  private func readCues(_ table: VocabularyReader, _ numbers: [String: UInt16]) {
    table.forEachLine { label, phrases in
      guard !label.isEmpty, let number = numbers[table.text(label)] else { return }
      readPhrases(table, phrases, number, isName: false, \.cues, &cues)
    }
  }

  private func readPhrases(
    _ table: VocabularyReader, _ phrases: Range<Int>, _ value: UInt16, isName: Bool,
    _ path: WritableKeyPath<LexiconReader, PhraseTable>, _ log: inout TableLog
  ) {
    var node = PhraseTable.root
    reader.readWords(table.bytes, phrases, isName: isName) { reader, word, opensPhrase in
      if opensPhrase {
        log.end(node, value)
        node = PhraseTable.root
      }
      let isJoint = isName && node != PhraseTable.root && andWords.contains(word)
      node = log.grow(&reader[keyPath: path], node, isJoint ? andWords[0] : word)
    }
    log.end(node, value)
  }

  private func readSynonyms(_ table: VocabularyReader) {
    var group: UInt16 = 0
    table.forEachLine { label, phrases in
      if table.text(label) == "stop" {
        stopWords += words(table, phrases)
      } else {
        group += 1
        synonyms += words(table, phrases).map { ($0, group) }
      }
    }
  }
}

/// The steps by which a table of phrases was made.
private struct TableLog {
  /// The node before and the word that leads to each node, the second onwards.
  private(set) var steps: [UInt16] = []
  /// The last nodes of phrases, each with a value.
  private(set) var ends: [UInt16] = []

  /// The same table with its nodes numbered level by level, as `PhraseTable.init(words:counts:ends:wordCount:)` takes it.
  var inLevels: (words: [UInt16], counts: [UInt16], ends: [UInt16]) {
    var following = [[(word: UInt16, node: UInt16)]](repeating: [], count: steps.count / 2 + 1)
    for node in 1..<following.count {
      following[Int(steps[node * 2 - 2])].append((steps[node * 2 - 1], UInt16(node)))
    }
    var order: [UInt16] = [PhraseTable.root]
    var words: [UInt16] = []
    var counts: [UInt16] = []
    var next = 0
    while next < order.count {
      let nodes = following[Int(order[next])].sorted { $0.word < $1.word }
      words += nodes.map(\.word)
      counts.append(UInt16(nodes.count))
      order += nodes.map(\.node)
      next += 1
    }
    var numbers = [UInt16](repeating: 0, count: order.count)
    for (number, node) in order.enumerated() { numbers[Int(node)] = UInt16(number) }
    return (words, counts, ends.enumerated().map { $0.isMultiple(of: 2) ? numbers[Int($1)] : $1 })
  }

  mutating func grow(_ table: inout PhraseTable, _ node: UInt16, _ word: UInt16) -> UInt16 {
    let next = table.grow(node, word)
    if Int(next) > steps.count / 2 { steps += [node, word] }
    return next
  }

  mutating func end(_ node: UInt16, _ value: UInt16) {
    if node != PhraseTable.root { ends += [node, value] }
  }
}

/// Writes the lists that a `SnapshotReader` reads.
private struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  private mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  mutating func put(list: [some FixedWidthInteger]) {
    put(UInt32(list.count))
    for number in list { put(number) }
  }

  /// Words with a blank between each two.
  mutating func put(text words: [[UInt8]]) { put(list: Array(words.joined(separator: [0x20]))) }

  static func bytes(ofName label: String) -> [UInt8] {
    guard let name = SectionName(label: label) else { return [] }
    let topic = name.topic.flatMap { SectionTopic.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let kinds = name.kinds.compactMap { SectionKind.allCases.firstIndex(of: $0) }
    let marks = [name.isWeak ? 1 : 0, name.isNarrative ? 1 : 0, topic, kinds.count] + kinds
    return marks.map { UInt8($0) } + Array((name.field ?? "").utf8)
  }
}

extension SectionName {
  /// Nil for a label that is no kind.
  fileprivate init?(label: String) {
    let isWeak = label.first == "?"
    let parts = label.dropFirst(isWeak ? 1 : 0).split(separator: ".", maxSplits: 1).map { String($0) }
    let isNarrative = parts.first == "narrative"
    let part = parts.count > 1 ? parts[1] : nil
    let topic = part.flatMap(SectionTopic.init(rawValue:)) ?? (isNarrative ? .narrative : nil)
    let kinds = (isNarrative ? "other" : parts.first ?? "").split(separator: "+").map {
      SectionKind(rawValue: String($0))
    }
    guard !kinds.isEmpty, !kinds.contains(nil) else { return nil }
    self.init(
      kinds: kinds.compactMap(\.self), field: topic == nil || topic == .duration ? part : nil, topic: topic,
      isWeak: isWeak, isNarrative: isNarrative, own: nil)
  }
}
