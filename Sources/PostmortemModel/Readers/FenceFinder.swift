import MarkdownTree

/// Finds the fence around a report that somebody pasted into a code block.
enum FenceFinder {
  /// The two fence lines, if nearly everything in the file stands between them and reads like a report.
  static func wholeReport(in document: Document) -> [SourceSpan]? {
    let blocks = document.blocks.filter { $0.kind == .code(isFenced: true) && $0.parent == 0 }
    guard let block = blocks.max(by: { $0.span.length < $1.span.length }),
      block.span.length * 10 >= document.source.bytes.count * 7
    else { return nil }
    let first = document.source.line(at: block.span.start)
    let last = document.source.line(at: max(block.span.start, block.span.end - 1))
    guard last > first + 3, readsLikeReport(document, first + 1..<last) else { return nil }
    let opening = document.source.span(ofLine: first)
    let closing = document.source.span(ofLine: last)
    return isFence(closing, document) ? [opening, closing] : [opening]
  }

  private static func isFence(_ span: SourceSpan, _ document: Document) -> Bool {
    let marks = document.source.bytes[span.range].filter { $0 != 0x20 }
    return marks.count >= 3
      && (marks.allSatisfy { $0 == UInt8(ascii: "`") } || marks.allSatisfy { $0 == UInt8(ascii: "~") })
  }

  /// Whether at least two lines are names of sections.
  private static func readsLikeReport(_ document: Document, _ lines: Range<Int>) -> Bool {
    let bare = Document(
      parsing: SourceText(
        Array(
          document.source.bytes[
            document.source.start(ofLine: lines.lowerBound)..<document.source.start(ofLine: lines.upperBound)]
        )))
    let text = ReportText(bare)
    let names = HeadingFinder(text, LineShapes(text)).headings().filter {
      $0.kinds != [.other] && $0.kinds != [.title]
    }
    return names.count >= 2
  }
}
