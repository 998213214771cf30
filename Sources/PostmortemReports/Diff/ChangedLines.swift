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
      let lost = Self.withoutBlanks(oldEnd..<pair.old, of: oldLines)
      let gained = Self.withoutBlanks(newEnd..<pair.new, of: newLines)
      if !gained.isEmpty || !lost.isEmpty { ranges.append(gained.isEmpty ? newEnd..<newEnd : gained) }
      (oldEnd, newEnd) = (pair.old + 1, pair.new + 1)
    }
    self.ranges = ranges
  }

  /// Without their ends, so that a checkout with other line ends is no change.
  private static func lines(of source: SourceText) -> [ArraySlice<UInt8>] {
    (0..<source.lineCount).map { source.bytes[source.span(ofLine: $0).range] }
  }

  /// Blank lines around a change are no part of what is told, and often belong to a neighbour.
  private static func withoutBlanks(_ range: Range<Int>, of lines: [ArraySlice<UInt8>]) -> Range<Int> {
    let isBlank = { (line: Int) in lines[line].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    guard let first = range.first(where: { !isBlank($0) }), let last = range.last(where: { !isBlank($0) })
    else {
      return range.lowerBound..<range.lowerBound
    }
    return first..<last + 1
  }

  /// Whether a change answers for a finding: one on a line that was added or changed, one on a section (on its heading)
  /// of which anything was changed, added or taken away, one on the whole report, which stands on its opening or title, and
  /// one whose fix would change such a line, since it speaks of several places and stands on the first.
  public func answer(for finding: Finding) -> Bool {
    let first = source.line(at: finding.span.start)
    let last = source.line(at: max(finding.span.start, finding.span.end - 1))
    if touches(first, last, countsGaps: false) { return true }
    let isOnOpening = openings.contains { $0.overlaps(finding.span) || $0.start == finding.span.start }
    if openings.isEmpty || isOnOpening { return true }
    if let end = sectionEnds[first], touches(first, end, countsGaps: true) { return true }
    return finding.fix?.edits.contains { edit in
      let first = source.line(at: edit.span.start)
      let last = source.line(at: max(edit.span.start, edit.span.end - 1))
      return touches(first, last, countsGaps: false)
    } ?? false
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
