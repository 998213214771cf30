import MarkdownTree

/// Finds quantities that leave open how many were hit: "many users", where no number stands near.
struct VagueQuantityReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let impact: Impact

  func quantities() -> [SourceSpan] {
    if !text.holds(VagueQuantityReader.vague) { return [] }
    let measured = measuredSections()
    let impactIsMeasured = measured.contains { outline.sections[$0].isKind(.impact) }
    var result: [SourceSpan] = []
    for line in text.lines.indices
    where text.holds(VagueQuantityReader.vague, inLine: line) && shapes.isReadable(line)
      && !text.lines[line].context.isHeading
    {
      let kinds = outline.kindSet(ofLine: line)
      guard kinds.overlaps([.impact, .summary]), let section = outline.section(ofLine: line),
        !measured.contains(section), kinds.contains(.impact) || !impactIsMeasured,
        let span = quantity(in: line)
      else { continue }
      result.append(span)
    }
    return result
  }

  private static let vague = CueSet(.vagueQuantity)

  /// The sections in which a number or totality tells the hit, with those around them.
  private func measuredSections() -> Set<Int> {
    var result: Set<Int> = []
    for measurement in impact.measurements {
      var section = outline.section(ofLine: text.line(at: measurement.span.start))
      while let index = section, result.insert(index).inserted { section = outline.sections[index].parent }
    }
    return result
  }

  /// "many of our users": the noun at most two words behind.
  private func quantity(in line: Int) -> SourceSpan? {
    let hits = text.cues(ofLine: line)
    for hit in hits where hit.cue == .vagueQuantity {
      let noun = hits.first {
        $0.cue == .audience && $0.words.lowerBound >= hit.words.upperBound
          && $0.words.lowerBound <= hit.words.upperBound + 2
      }
      guard let noun, !isCounted(hit.words.upperBound..<noun.words.lowerBound) else { continue }
      return text.span(of: hit).joined(with: text.span(of: noun))
    }
    return nil
  }

  /// "some 3,000 users".
  private func isCounted(_ words: Range<Int>) -> Bool {
    words.contains { text.words[$0].traits.contains(.digits) }
  }
}
