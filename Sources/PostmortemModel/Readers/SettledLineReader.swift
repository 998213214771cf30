import MarkdownTree

/// Reads what a report tells, line by line, leaving out how far its tasks are.
struct SettledLineReader {
  private let text: ReportText
  private let isSettled: Bool
  private let status: SourceSpan?
  /// The marks of progress in source order.
  private let marks: [SourceSpan]
  /// The lines that tell tasks or measures.
  private let taskLines: Set<Int>

  init(_ reading: Reading, status: SourceSpan?, isSettled: Bool) {
    let (text, shapes) = (reading.text, reading.shapes)
    let items = ItemFinder(
      text: text, shapes: shapes, outline: reading.outline, guidance: reading.guidance
    ).items()
    let progress = ProgressReader(text: text, shapes: shapes)
    self.text = text
    self.isSettled = isSettled
    self.status = status
    taskLines = Set(items.flatMap(\.lines))
    // One final status for another changes nothing that the report tells.
    let own = isSettled ? [status].compactMap(\.self) : []
    marks = (items.flatMap { progress.marks(of: $0) } + own).sorted()
  }

  func lines() -> [SettledLine] {
    let fields = (text.document.frontMatter?.fields ?? []).compactMap { field -> SettledLine? in
      // What is set aside, and why, is no part of the report.
      if field.key.hasPrefix("pmlint") || isSettled && field.valueSpan == status { return nil }
      return SettledLine(text: "\(field.key): \(Self.folded(Array(field.value.utf8)))", span: field.valueSpan)
    }
    return fields + text.lines.indices.compactMap(line)
  }

  private func line(_ index: Int) -> SettledLine? {
    let line = text.lines[index]
    let isTask = taskLines.contains(index)
    var words = Self.folded(bytes(in: line.span))
    if isTask { words = Self.withoutLooseEnds(words) }
    if words.isEmpty { return nil }
    // A box that belongs to no task is a part of what is told.
    let box = isTask ? nil : line.marker?.box
    return SettledLine(text: (box.map { $0 == .checked ? "[x] " : "[ ] " } ?? "") + words, span: line.span)
  }

  /// The line's bytes without marks of progress.
  private func bytes(in span: SourceSpan) -> [UInt8] {
    var result: [UInt8] = []
    var offset = span.start
    var next = marks.partitioningIndex { $0.end > span.start }
    while next < marks.count, marks[next].start < span.end {
      if marks[next].start > offset { result += text.source.bytes[offset..<marks[next].start] }
      offset = max(offset, marks[next].end)
      next += 1
    }
    return offset < span.end ? result + text.source.bytes[offset..<span.end] : result
  }

  /// White space folded to one blank, none at the ends.
  private static func folded(_ bytes: [UInt8]) -> String {
    let words = bytes.split { $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0D }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// "Add an alert —", before which "done" stood, is "Add an alert".
  private static func withoutLooseEnds(_ words: String) -> String {
    let isLoose: (Character) -> Bool = { " -–—:,;.|".contains($0) }
    return String(words.drop(while: isLoose).reversed().drop(while: isLoose).reversed())
  }
}

extension Postmortem {
  var settledLines: [SettledLine] {
    SettledLineReader(reading, status: metadata.status?.span, isSettled: isSettled).lines()
  }
}
