import MarkdownTree

/// Finds code fences that run on over the headings behind them: to the end of the file, or to where the next code block
/// was to open.
struct UnclosedFenceReader {
  let reading: Reading
  private var source: SourceText { reading.text.source }

  func fences() -> [UnclosedFence] {
    if let opening = reading.fences.first {
      // The report was read as if the fence were not there.
      return reading.fences.count > 1 ? [] : openFence(around: opening).map { [$0] } ?? []
    }
    return reading.text.document.blocks.compactMap { block in
      guard block.kind == .code(isFenced: true), let lines = swallowed(by: block) else { return nil }
      return fence(opening: source.line(at: block.span.start), lines)
    }
  }

  /// A fence above the whole report is no slip of one code block.
  private func openFence(around opening: SourceSpan) -> UnclosedFence? {
    let line = source.line(at: opening.start)
    guard let first = reading.text.lines.first, first.span.start < opening.start else { return nil }
    return fence(opening: line, line + 1..<source.lineCount)
  }

  /// The lines, from 0, that stand in a block though its code has ended.
  private func swallowed(by block: Block) -> Range<Int>? {
    let first = source.line(at: block.span.start)
    let last = source.line(at: max(block.span.start, block.span.end - 1))
    guard last > first, let opening = Fence(source, first) else { return nil }
    for line in first + 1...last {
      guard let inner = Fence(source, line), inner.mark == opening.mark, inner.width >= opening.width else {
        continue
      }
      // A fence with a language opens a block; the one before was never closed.
      if !inner.isBare { return opening.isMarkdown ? nil : first + 1..<line }
      if line == last { return nil }
    }
    return first + 1..<last + 1
  }

  private func fence(opening: Int, _ lines: Range<Int>) -> UnclosedFence? {
    let start = source.start(ofLine: lines.lowerBound)
    let inside = SourceText(Array(source.bytes[start..<max(start, source.start(ofLine: lines.upperBound))]))
    let text = ReportText(Document(parsing: inside))
    let heading = HeadingFinder(text, LineShapes(text)).headings().first {
      ($0.form == .atx || $0.form == .setext) && $0.kinds != [.other] && $0.kinds != [.title]
    }
    guard let heading else { return nil }
    return UnclosedFence(
      span: span(ofLine: opening), line: opening + 1, heading: text.text(heading.span),
      headingLine: lines.lowerBound + text.lines[heading.line].number + 1)
  }

  /// A line from its fence on.
  private func span(ofLine line: Int) -> SourceSpan {
    let span = source.span(ofLine: line)
    return SourceSpan(Fence(source, line)?.start ?? span.start, span.end)
  }
}

/// A line that opens or closes a code block.
private struct Fence {
  let mark: UInt8
  let width: Int
  let start: Int
  /// Whether nothing stands behind the marks: only such a line closes a block.
  let isBare: Bool
  /// Whether the block is said to hold Markdown, in which fences are examples.
  let isMarkdown: Bool

  init?(_ source: SourceText, _ line: Int) {
    let span = source.span(ofLine: line)
    let bytes = source.bytes
    var start = span.start
    while start < span.end, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: ">") { start += 1 }
    guard start < span.end, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else {
      return nil
    }
    var end = start
    while end < span.end, bytes[end] == bytes[start] { end += 1 }
    guard end - start >= 3 else { return nil }
    let rest = bytes[end..<span.end].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    if bytes[start] == UInt8(ascii: "`"), rest.contains(UInt8(ascii: "`")) { return nil }
    (mark, width, self.start) = (bytes[start], end - start, start)
    isBare = rest.isEmpty
    let language = rest.map { $0 | 0x20 }
    isMarkdown = language == Array("md".utf8) || language == Array("markdown".utf8)
  }
}
