public import MarkdownTree

/// What a place is to hold instead.
public struct Rewriting: Hashable, Sendable {
  public let span: SourceSpan
  public let text: String
}

extension Postmortem {
  /// Garbled characters with what was meant, as far as that is beyond doubt, in source order.
  ///
  /// Where bytes are lost no letter is guessed: a closing quote is known by the opening one, and the rest of a sign goes
  /// from a heading, which is found by its words.
  public var garbledRepairs: [Rewriting] {
    let headings = HeadingSpans(of: self)
    var quote = OpenQuote()
    return document.garbled.compactMap { run in
      let closes = quote.closes(run, in: document.source)
      if let meant = run.meant { return Rewriting(span: run.span, text: meant) }
      if closes { return Rewriting(span: run.span, text: "\u{201D}") }
      return headings.removal(of: run.span, in: document).map { Rewriting(span: $0, text: "") }
    }
  }
}

/// Whether a garbled opening quote waits for its closing one on the same line.
private struct OpenQuote {
  private var line = -1
  private var isOpen = false

  mutating func closes(_ run: GarbledText, in source: SourceText) -> Bool {
    let here = source.line(at: run.span.start)
    if here != line { (line, isOpen) = (here, false) }
    guard let meant = run.meant else {
      // `â€` and a byte that Windows-1252 has no character for.
      let isCut = source.bytes[run.span.range].starts(with: "\u{E2}\u{20AC}".utf8)
      defer { if isCut { isOpen = false } }
      return isCut && isOpen
    }
    for scalar in meant.unicodeScalars {
      if scalar == "\u{201C}" { isOpen = true } else if scalar == "\u{201D}" { isOpen = false }
    }
    return false
  }
}

/// Where the names of sections stand, in whatever form.
private struct HeadingSpans {
  /// By line: where the heading's part of it ends.
  private var ends: [Int: Int] = [:]

  init(of postmortem: Postmortem) {
    for section in postmortem.sections where section.form != .frontMatter && section.form != .row {
      if section.title.unicodeScalars.contains(where: { $0.properties.isAlphabetic && $0.isASCII }) {
        ends[section.line - 1] = section.bodyStart
      }
    }
  }

  /// The sign with the blanks behind it, unless it parts two words.
  func removal(of span: SourceSpan, in document: Document) -> SourceSpan? {
    let source = document.source
    guard let end = ends[source.line(at: span.start)], span.start < end else { return nil }
    let line = source.span(ofLine: source.line(at: span.start))
    var (start, stop) = (span.start, span.end)
    while stop < line.end, Self.isBlank(source.bytes[stop]) { stop += 1 }
    if stop == line.end {
      // What stood before it now ends the line.
      while start > line.start + 1, Self.isBlank(source.bytes[start - 1]), Self.mayEnd(source, start, line) {
        start -= 1
      }
      return SourceSpan(start, stop)
    }
    let follows = stop > span.end
    let opens = start == line.start || !Self.isWord(source.bytes[start - 1])
    return follows || opens ? SourceSpan(start, stop) : nil
  }

  /// The blank behind `##` stays.
  private static func mayEnd(_ source: SourceText, _ offset: Int, _ line: SourceSpan) -> Bool {
    source.bytes[line.start..<(offset - 1)].contains(where: isWord)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
