import MarkdownTree
public import PostmortemModel
public import PostmortemRules

/// The lines of a file that a change added or changed, and where it took lines away.
public struct ChangedLines: Sendable {
  /// Lines from 0, rising; an empty range stands where lines are gone.
  private let ranges: [Range<Int>]
  private let source: SourceText
  /// Where findings on the whole report stand: its first line of text, its title.
  private let openings: [SourceSpan]
  /// The last line of each section by the line of its heading.
  private let sectionEnds: [Int: Int]

  /// - Parameter old: nil for a new file, of which every line is added.
  public init(from old: [UInt8]?, to postmortem: Postmortem) {
    let new = postmortem.document.source
    source = new
    openings = [postmortem.document.lines.first?.span, postmortem.title?.span].compactMap(\.self)
    sectionEnds = Dictionary(
      postmortem.sections.map { ($0.line - 1, Self.lastLine(of: $0, in: postmortem)) }, uniquingKeysWith: max)
    guard let old else {
      ranges = [0..<new.lineCount]
      return
    }
    let (oldLines, newLines) = (Self.lines(of: SourceText(old)), Self.lines(of: new))
    var ranges: [Range<Int>] = []
    var (oldEnd, newEnd) = (0, 0)
    for pair in LineMatches(oldLines, newLines).pairs + [(oldLines.count, newLines.count)] {
      if pair.old > oldEnd || pair.new > newEnd { ranges.append(newEnd..<pair.new) }
      (oldEnd, newEnd) = (pair.old + 1, pair.new + 1)
    }
    self.ranges = ranges
  }

  /// Without their ends, so that a checkout with other line ends is no change.
  private static func lines(of source: SourceText) -> [ArraySlice<UInt8>] {
    (0..<source.lineCount).map { source.bytes[source.span(ofLine: $0).range] }
  }

  /// Whether a change answers for a finding: one on a line that was added or changed, one on a section (on its heading)
  /// of which anything was changed, added or taken away, and one on the whole report, which stands on its opening or title.
  public func answer(for finding: Finding) -> Bool {
    let first = source.line(at: finding.span.start)
    let last = source.line(at: max(finding.span.start, finding.span.end - 1))
    if touches(first, last, countsGaps: false) { return true }
    let isOnOpening = openings.contains { $0.overlaps(finding.span) || $0.start == finding.span.start }
    if openings.isEmpty || isOnOpening { return true }
    return sectionEnds[first].map { touches(first, $0, countsGaps: true) } ?? false
  }

  /// The line before what follows a section.
  private static func lastLine(of section: Section, in postmortem: Postmortem) -> Int {
    let lines = postmortem.document.lines
    let next = section.lines.upperBound
    let end = next < lines.count ? lines[next].number - 1 : postmortem.document.source.lineCount - 1
    return max(section.line - 1, end)
  }

  /// Whether a change falls on lines, or with gaps between them or right behind them.
  private func touches(_ first: Int, _ last: Int, countsGaps: Bool) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound > first { high = middle } else { low = middle + 1 }
    }
    for range in ranges[low...] {
      if range.lowerBound > last + 1 { return false }
      if range.isEmpty {
        if countsGaps, range.lowerBound > first { return true }
      } else if range.lowerBound <= last {
        return true
      }
    }
    return false
  }
}
