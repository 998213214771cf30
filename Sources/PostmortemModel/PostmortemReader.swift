public import MarkdownTree

extension Postmortem {
  /// Reads a report as a careful reviewer would. Never fails: what is not told is nil or empty.
  ///
  /// A report that stands as a whole inside a code fence is read as if the fence were not there.
  /// - Parameter fileName: for the few things that only a name tells ("README.md").
  public convenience init(reading document: Document, fileName: String? = nil) {
    self.init(reading: document, fileName: fileName, dialect: .standard)
  }

  /// Reads a report with a team's vocabulary.
  package convenience init(reading document: Document, fileName: String?, dialect: Dialect) {
    if let fences = FenceFinder.wholeReport(in: document) {
      let bare = Document(parsing: document.source, blanking: fences)
      self.init(ReportText(bare, dialect), fileName, fences: fences)
    } else {
      self.init(ReportText(document, dialect), fileName, fences: [])
    }
  }

  /// Reads another text of the same file in the same way.
  package func reading(anew source: SourceText) -> Postmortem {
    Postmortem(
      reading: Document(parsing: source), fileName: reading.fileName, dialect: reading.text.dialect)
  }

  /// Reads what the file holds at another time.
  package func reading(of bytes: [UInt8]) -> Postmortem { reading(anew: SourceText(bytes)) }

  /// Reads a file.
  public convenience init(reading source: SourceText, fileName: String? = nil) {
    self.init(reading: Document(parsing: source), fileName: fileName)
  }

  /// Whether there is nothing to read but headings.
  static func isEmpty(_ text: ReportText, _ shapes: LineShapes, _ outline: Outline) -> Bool {
    let starts = outline.sections.indices
      .filter { outline.sections[$0].form != .label && outline.sections[$0].form != .row }
      .map { outline.sections[$0].span.start }
      .sorted()
    return text.lines.indices.allSatisfy { line in
      let span = text.lines[line].span
      if text.lines[line].context.isHeading { return true }
      let next = starts.partitioningIndex { $0 >= span.start }
      return next < starts.count && starts[next] == span.start || text.isBlank(span)
    } && text.document.images.isEmpty
  }

  static func title(_ text: ReportText, _ outline: Outline) -> Title? {
    if let section = outline.sections.first(where: { $0.kinds == [.title] }) {
      return Title(text: section.title, span: section.span)
    }
    if let field = text.document.frontMatter?.fields.first(where: { $0.key.lowercased() == "title" }) {
      return Title(text: field.value, span: field.valueSpan)
    }
    guard let first = text.lines.first, outline.section(ofLine: 0) == nil,
      !outline.sections.contains(where: { $0.span.start == first.span.start })
    else { return nil }
    return Title(text: text.text(first.span), span: first.span)
  }

  /// The marks that git leaves where a merge was not finished; all three must be there.
  static func conflictMarkers(_ document: Document) -> [SourceSpan] {
    let source = document.source
    guard hasMarker(source.bytes) else { return [] }
    var fences = document.blocks.lazy.filter { $0.kind == .code(isFenced: true) }.map(\.span).makeIterator()
    var fence = fences.next()
    var found: [SourceSpan] = []
    var seen: Set<UInt8> = []
    for line in 0..<source.lineCount {
      let span = source.span(ofLine: line)
      guard let mark = conflictMark(span, source.bytes) else { continue }
      // An example in a code fence is no merge of this file.
      while let passed = fence, passed.end <= span.start { fence = fences.next() }
      if let fence, fence.contains(span.start) { continue }
      if mark != UInt8(ascii: "=") { found.append(span) }
      seen.insert(mark)
    }
    return seen.count == 3 ? found : []
  }

  /// The mark of which seven open a line, and make up all of it if it is "=".
  private static func conflictMark(_ span: SourceSpan, _ bytes: [UInt8]) -> UInt8? {
    guard span.length >= 7 else { return nil }
    let mark = bytes[span.start]
    guard mark == UInt8(ascii: "<") || mark == UInt8(ascii: "=") || mark == UInt8(ascii: ">"),
      bytes[span.start..<span.start + 7].allSatisfy({ $0 == mark }),
      span.length == 7 || bytes[span.start + 7] == 0x20, mark != UInt8(ascii: "=") || span.length == 7
    else { return nil }
    return mark
  }

  /// Whether a line begins with the first of the marks.
  private static func hasMarker(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = bytes.firstOffset(of: UInt8(ascii: "<"), from: 0, to: bytes.count)
      while offset + 6 < bytes.count {
        if bytes[offset + 1] == UInt8(ascii: "<"), bytes[offset + 6] == UInt8(ascii: "<"),
          offset == 0 || bytes[offset - 1] == 0x0A
        {
          return true
        }
        offset = bytes.firstOffset(of: UInt8(ascii: "<"), from: offset + 1, to: bytes.count)
      }
      return false
    }
  }
}
