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

  init(own name: String) {
    (kinds, field, topic, own) = ([.other], nil, nil, name)
    (isWeak, isNarrative) = (false, false)
  }

  /// Nil for a label that is no kind.
  init?(label: String) {
    var label = label[...]
    isWeak = label.first == "?"
    if isWeak { label = label.dropFirst() }
    let parts = label.split(separator: ".", maxSplits: 1)
    isNarrative = parts.first == "narrative"
    let part = parts.count > 1 ? String(parts[1]) : nil
    topic = part.flatMap(SectionTopic.init) ?? (isNarrative ? .narrative : nil)
    field = topic == nil || topic == .duration ? part : nil
    let kinds = (isNarrative ? "other" : parts.first ?? "").split(separator: "+").map {
      SectionKind(rawValue: String($0))
    }
    guard !kinds.isEmpty, !kinds.contains(nil) else { return nil }
    own = nil
    self.kinds = kinds.compactMap(\.self)
  }
}
