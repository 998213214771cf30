/// What a name of `Vocabulary/section-names.txt` stands for.
struct SectionName: Sendable {
  let kinds: [SectionKind]
  /// The part after the dot of "metadata.date".
  let field: String?
  /// The part after the dot of "lessons.went-well".
  let topic: SectionTopic?
  /// A common word that is a name only where the line does nothing else.
  let isWeak: Bool
  /// A telling of what happened: the summary where there is no other, else the cause.
  let isNarrative: Bool

  /// A kind of a team's own.
  let own: String?
}

extension SectionName {
  init(own name: String) {
    self.init(kinds: [.other], field: nil, topic: nil, isWeak: false, isNarrative: false, own: name)
  }

  init(kind: SectionKind) {
    self.init(kinds: [kind], field: nil, topic: nil, isWeak: false, isNarrative: false, own: nil)
  }

  /// - Parameter bytes: its marks, the places of its topic and kinds among all, and its field.
  init(snapshot bytes: UnsafeBufferPointer<UInt8>) {
    let parts = bytes.map { Int($0) }
    let count = parts.count > 3 ? min(parts[3], parts.count - 4) : 0
    let field = bytes.dropFirst(4 + count)
    self.init(
      kinds: parts.dropFirst(4).prefix(count).map { SectionKind.allCases[$0] },
      field: field.isEmpty ? nil : String(decoding: field, as: UTF8.self),
      topic: parts.count > 2 && parts[2] > 0 ? SectionTopic.allCases[parts[2] - 1] : nil,
      isWeak: parts.first == 1, isNarrative: parts.dropFirst().first == 1, own: nil)
  }
}
