import MarkdownTree

/// The windows of time that a line tells, such as "from 16:40 to 17:20".
struct LineWindows {
  /// In order.
  private let spans: [SourceSpan]
  /// In seconds, of those between two times of day.
  private let lengths: SortedNumbers

  init(_ text: ReportText, _ line: Int) {
    var spans: [SourceSpan] = []
    var lengths: [Int] = []
    if text.tells(.range, line) {
      for case .range(let range) in text.times[line] {
        spans.append(range.span)
        guard let start = range.start.clock?.time, let end = range.end.clock?.time else { continue }
        lengths.append((end.secondsOfDay - start.secondsOfDay + 86_400) % 86_400)
      }
    }
    self.spans = spans
    self.lengths = SortedNumbers(lengths)
  }

  /// Whether a length is that of a window beside it: "40 minutes, from 16:40 to 17:20".
  func haveLength(_ length: DurationMention) -> Bool {
    lengths.contains(in: length.acceptedSeconds)
  }

  /// Whether a place lies in one of them.
  func overlap(_ span: SourceSpan) -> Bool {
    let next = spans.partitioningIndex { $0.end > span.start }
    return next < spans.count && spans[next].overlaps(span)
  }
}
