import MarkdownTree

/// Windows that are told in two fields: "Start time: 9:00 AM", "End time: 10:30 AM".
struct LabelledWindows {
  /// How many lines an end may stand below its start.
  private static let reach = 3
  /// How many words a label has at most.
  private static let longestLabel = 4

  private static let starts: [StaticString] = [
    "start", "started", "begin", "began", "beginning", "inicio", "debut", "beginn",
  ]
  private static let ends: [StaticString] = ["end", "ended", "finish", "finished", "fin", "fim", "ende"]

  private enum Side { case start, end }

  private let text: ReportText
  private var start: (moment: MomentMention, line: Int)?

  init(_ text: ReportText) { self.text = text }

  /// The windows that end in a line; lines are to be asked for in their order.
  mutating func ending(in line: Int) -> [RangeMention] {
    guard text.tells(.clock, line) else { return [] }
    var windows: [RangeMention] = []
    var segment = text.lines[line].span.start
    var date: DateMention?
    for mention in text.times[line] {
      if case .date(let day) = mention { date = day }
      guard case .clock(let clock) = mention else { continue }
      let moment = MomentMention(date: date, clock: clock, zone: clock.writtenZone)
      switch side(segment..<max(segment, clock.span.start), line) {
      case .start: start = (moment, line)
      case .end:
        if let start, line - start.line <= LabelledWindows.reach {
          windows.append(RangeMention(span: clock.span, start: start.moment, end: moment))
        }
        start = nil
      case nil: break
      }
      (segment, date) = (clock.span.end, nil)
    }
    return windows
  }

  /// What the label before a clock says that it is.
  private func side(_ segment: Range<Int>, _ line: Int) -> Side? {
    guard let colon = segment.first(where: { text.plain[$0] == UInt8(ascii: ":") }) else { return nil }
    let words = text.wordRanges[line]
    let label = text.firstWord(from: segment.lowerBound, in: words)..<text.firstWord(from: colon, in: words)
    guard label.count <= LabelledWindows.longestLabel else { return nil }
    let isStart = label.contains { text.isWord($0, LabelledWindows.starts) }
    let isEnd = label.contains { text.isWord($0, LabelledWindows.ends) }
    return isStart == isEnd ? nil : isStart ? .start : .end
  }
}
