import MarkdownTree

/// The words of an entry. Many entries may share a line, so none looks at the whole of it.
extension Reading {
  /// The words of an entry behind its time, without what is nested below it.
  func ownWords(of entry: TimelineEntry) -> Range<Int> {
    let start = text.line(at: entry.textSpan.start)
    let block = text.lines[start].block
    var end = start + 1
    while end < entry.lines.upperBound, text.lines[end].block == block, text.lines[end].marker == nil {
      end += 1
    }
    let words = text.words(in: start..<end)
    let first = text.firstWord(from: entry.textSpan.start, in: words)
    let isPart = entry.textSpan.end < text.lines[start].span.end
    let last = isPart ? text.firstWord(from: entry.textSpan.end, in: words) : nil
    return first..<max(first, last ?? words.upperBound)
  }

  /// All cues of an entry, of what is nested below it, too.
  func cues(of entry: TimelineEntry) -> ArraySlice<CueHit> {
    sharesLine(entry) ? text.cues(openingIn: ownWords(of: entry)) : text.cues(in: entry.lines)
  }

  /// What an entry tells about time, its own time included.
  func times(of entry: TimelineEntry) -> [TimeMention] {
    let line = text.line(at: entry.span.start)
    if sharesLine(entry) {
      return Array(text.times(ofLine: line, in: entry.span.start..<entry.textSpan.end))
    }
    return entry.lines.flatMap { text.times[$0] }
  }

  /// Whether another entry follows in the same line.
  func sharesLine(_ entry: TimelineEntry) -> Bool {
    let line = text.lines[text.line(at: entry.textSpan.start)]
    return !line.context.isCell && entry.textSpan.end < line.span.end
      || entry.span.start > line.span.start + Reading.longestLead
  }

  /// No mark, bullet, weekday and date before the time of a line's first entry is longer.
  private static let longestLead = 80
}

extension ReportText {
  /// What begins in a part of a text line about time.
  func times(ofLine line: Int, in range: Range<Int>) -> ArraySlice<TimeMention> {
    let all = times[line]
    let first = all.partitioningIndex { $0.span.start >= range.lowerBound }
    return all[first...].prefix { $0.span.start < range.upperBound }
  }
}
