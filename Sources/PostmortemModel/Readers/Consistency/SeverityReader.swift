import MarkdownTree

/// Finds how severe the report calls the incident: "SEV-2", "Severity: 2", "P1".
struct SeverityReader {
  let reading: Reading
  let metadata: Postmortem.Metadata
  private var text: ReportText { reading.text }

  struct Level: Hashable {
    /// The letter of its scale: s or p.
    let scale: UInt8
    let number: UInt8
  }

  /// The first statement and one that differs; nil where a change of severity is told.
  func conflict() -> SeverityConflict? {
    var first: (level: Level, span: SourceSpan)?
    if let field = metadata.severity { first = level(in: field) }
    var other: SourceSpan?
    for line in text.lines.indices where reading.shapes.isReadable(line) {
      let kinds = reading.outline.kindSet(ofLine: line)
      guard kinds.overlaps([.metadata, .title, .summary, .impact]) else { continue }
      let found = levels(in: line)
      if found.isEmpty { continue }
      if Set(found.map(\.level)).count > 1
        || text.cues(ofLine: line).contains(where: { $0.cue == .severityChange })
      {
        return nil
      }
      for (level, span) in found {
        guard let known = first else {
          first = (level, span)
          continue
        }
        if known.level.scale == level.scale, known.level != level, other == nil { other = span }
      }
    }
    guard let first, let other else { return nil }
    return SeverityConflict(earlier: first.span, span: other)
  }

  private func levels(in line: Int) -> [(level: Level, span: SourceSpan)] {
    let words = text.wordRanges[line]
    var levels: [(level: Level, span: SourceSpan)] = []
    for word in words {
      let span = text.words[word].span
      guard span.length == 3 || span.length == 4, text.opens(word, with: "sev") else { continue }
      var (digit, whole) = (SourceSpan(span.end - 1, span.end), span)
      if span.length == 3 {
        guard word + 1 < words.upperBound, text.words[word + 1].isNumber,
          text.words[word + 1].start <= text.words[word].end + 1
        else { continue }
        digit = text.words[word + 1].span
        whole = span.joined(with: digit)
      }
      if let level = level(digit, UInt8(ascii: "s")) { levels.append((level, whole)) }
    }
    return levels
  }

  private func level(_ digit: SourceSpan, _ scale: UInt8) -> Level? {
    guard digit.length == 1, (0x30...0x39).contains(text.plain[digit.start]) else { return nil }
    return Level(scale: scale, number: text.plain[digit.start])
  }

  /// The level in a field: "SEV-2", "2", "2 (major)".
  private func level(in field: Postmortem.Metadata.Field) -> (level: Level, span: SourceSpan)? {
    let digits = field.value.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    let first = field.value.utf8.first.map { $0 | 0x20 }
    guard digits.count == 1, let number = digits.first, first == UInt8(ascii: "s") || first == number | 0x20
    else {
      return nil
    }
    return (Level(scale: UInt8(ascii: "s"), number: number), field.span)
  }
}
