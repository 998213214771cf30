import MarkdownTree

/// Compares the shares of one thing that different sections tell: "80 % of users" and "60 % of users".
struct ShareReader {
  let text: ReportText
  let outline: Outline
  let percentages: [Percentage]

  private struct Share {
    let percentage: Percentage
    let noun: UInt64
    let section: Int
  }

  func conflicts() -> [ShareConflict] {
    var groups: [UInt64: [Share]] = [:]
    for share in percentages.compactMap({ share($0) }) { groups[share.noun, default: []].append(share) }
    return groups.values.compactMap { conflict(in: $0) }.sorted { $0.span < $1.span }
  }

  /// Only where each section gives one share, and no two make up a whole.
  private func conflict(in shares: [Share]) -> ShareConflict? {
    guard shares.count > 1, Set(shares.map(\.section)).count == shares.count, let first = shares.first else {
      return nil
    }
    let sum = shares.reduce(0) { $0 + $1.percentage.value }
    if abs(sum - 100) < 0.5 { return nil }
    let other = shares.dropFirst().first {
      let gap = abs($0.percentage.value - first.percentage.value)
      return gap > max(1, first.percentage.value / 10)
        && abs($0.percentage.value + first.percentage.value - 100) > 0.5
    }
    return other.map { ShareConflict(span: $0.percentage.span, earlier: first.percentage.span) }
  }

  /// A share of something named, where the report as a whole is summed up.
  private func share(_ percentage: Percentage) -> Share? {
    let line = text.line(at: percentage.span.start)
    guard percentage.isImpact, percentage.isShare, let section = outline.section(ofLine: line),
      outline.kindSet(ofLine: line).overlaps([.summary, .impact, .title, .conclusion]),
      percentage.span.start == 0 || !text.isMark(percentage.span.start - 1, of: "=\"'")
    else { return nil }
    let words = text.words(ofLine: line, from: percentage.span.end)
    let near = words.prefix(5)
    guard
      let hit = text.cues(openingIn: near).first(where: { $0.cue == .impactNoun }),
      hit.words.upperBound == words.upperBound || !text.words[hit.words.upperBound].isNumber
    else { return nil }
    // "of mobile users" is another whole than "of users".
    var hash = WordHash()
    for word in near where word < hit.words.upperBound && !text.isWord(word, ShareReader.smallWords) {
      for byte in text.folded(word).utf8 { hash.add(byte) }
    }
    return Share(percentage: percentage, noun: hash.value, section: section)
  }

  private static let smallWords: [StaticString] = ["of", "the", "our", "all", "total"]
}
