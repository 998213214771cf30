/// What a name of `Vocabulary/section-names.txt` stands for.
struct SectionName: Sendable {
  let kinds: [SectionKind]
  /// The part after the dot of "metadata.date".
  let field: String?
  /// A common word that is a name only where the line does nothing else.
  let isWeak: Bool
  /// A telling of what happened: the summary where there is no other, else the cause.
  let isNarrative: Bool

  /// Nil for a label that is no kind.
  init?(label: String) {
    var label = label[...]
    isWeak = label.first == "?"
    if isWeak { label = label.dropFirst() }
    isNarrative = label == "narrative"
    if isNarrative { label = "other" }
    let parts = label.split(separator: ".", maxSplits: 1)
    field = parts.count > 1 ? String(parts[1]) : nil
    let kinds = (parts.first ?? "").split(separator: "+").map { SectionKind(rawValue: String($0)) }
    guard !kinds.isEmpty, !kinds.contains(nil) else { return nil }
    self.kinds = kinds.compactMap(\.self)
  }
}
