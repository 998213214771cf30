/// Reads the tables of `Vocabulary/`: lines of `label: phrase, phrase`, and `#` comments.
struct VocabularyReader {
  private let table: [UInt8]

  init(_ table: [UInt8]) { self.table = table }

  func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) {
    for line in table.split(separator: 0x0A) where line.first != 0x23 { body(line) }
  }

  func forEachPhrase(_ body: (_ label: String, _ phrase: ArraySlice<UInt8>) -> Void) {
    forEachLine { line in
      guard let colon = line.firstIndex(of: 0x3A) else { return }
      let label = String(decoding: line[..<colon], as: UTF8.self)
      VocabularyReader.forEachPart(of: line[(colon + 1)...]) { body(label, $0) }
    }
  }

  static func forEachPart(of line: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    for part in line.split(separator: 0x2C) { body(part) }
  }
}
