/// What a team adds to the lexicon.
extension LexiconReader {
  /// The team's meaning of a name comes before everyone's.
  mutating func add(name: String, of part: TeamVocabulary.Part) {
    let value = UInt16(sectionNames.count)
    guard let meaning = meaning(of: part), value < UInt16.max else { return }
    let node = path(of: name, isName: true) { $0.names.grow($1, $1 == PhraseTable.root ? $2 : $0.joint($2)) }
    addName(meaning, at: node, value: value)
  }

  mutating func add(_ phrase: String, _ use: TeamVocabulary.WordUse) {
    let node = path(of: phrase, isName: false) { $0.cues.grow($1, $2) }
    for cue in use.cues {
      if let number = Cue.numbered.firstIndex(of: cue) { addCue(UInt16(number), at: node) }
    }
  }

  /// What stands for the part in the tables, for its kind and field.
  private func meaning(of part: TeamVocabulary.Part) -> SectionName? {
    switch part {
    case .own(let name): SectionName(own: name)
    case .kind(let kind): SectionName(kind: kind)
    case .topic(let topic): sectionNames.first { $0.topic == topic && !$0.isWeak && $0.own == nil }
    }
  }

  /// The node of a phrase's last word.
  private mutating func path(
    of phrase: String, isName: Bool, _ grow: (inout LexiconReader, UInt16, UInt16) -> UInt16
  ) -> UInt16 {
    var node = PhraseTable.root
    Array(phrase.utf8).withUnsafeBufferPointer { bytes in
      readWords(bytes, 0..<bytes.count, isName: isName) { reader, word, _ in
        node = grow(&reader, node, word)
      }
    }
    return node
  }
}
