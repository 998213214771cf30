public import MarkdownTree

/// Text that Markdown shows as code because it is indented.
public struct IndentedProse: Sendable {
  /// Its first line.
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  /// What stands instead of the blanks before each of its lines: nothing, or the mark of an item for a sign that only
  /// looks like one; empty where more than blanks stands there.
  public let outdents: [Rewriting]
}

extension Postmortem {
  /// The indented code blocks that hold sections of the report or sentences; one sentence alone may be an error's text.
  public var indentedProse: [IndentedProse] {
    if !document.blocks.contains(where: { $0.kind == .code(isFenced: false) }) { return [] }
    let text = reading.text
    let reader = ProseReader(text: text)
    let headed = Set(
      reading.outline.sections.lazy.filter { $0.form != .frontMatter && !$0.isKind(.other) }
        .map { text.lines[text.line(at: $0.span.start)].block })
    var sentences = 0
    var result: [IndentedProse] = []
    for (index, block) in document.blocks.enumerated() {
      guard block.kind == .code(isFenced: false), let first = block.lines.first,
        !reading.text.lines[first].isQuoted, !reader.holdsCode(block.lines)
      else { continue }
      let found = headed.contains(index) ? 2 : reader.sentenceCount(block.lines)
      guard found > 0 else { continue }
      sentences += found
      result.append(
        IndentedProse(
          span: reading.text.lines[first].span, line: reading.text.lines[first].number + 1,
          outdents: block.parent == 0 ? outdents(of: block.lines) : []))
    }
    return sentences > 1 ? result : []
  }

  private func outdents(of lines: Range<Int>) -> [Rewriting] {
    let bytes = document.source.bytes
    let outdents = lines.map { line in
      let span = document.lines[line].span
      let start = document.source.start(ofLine: document.lines[line].number)
      let mark = bytes[span.range].starts(with: "\u{2022}".utf8) ? 3 : 0
      let blanks = bytes[min(span.start + mark, span.end)..<span.end].prefix { $0 == 0x20 || $0 == 0x09 }
      return mark > 0 && !blanks.isEmpty
        ? Rewriting(span: SourceSpan(start, blanks.endIndex), text: "- ")
        : Rewriting(span: SourceSpan(start, span.start), text: "")
    }
    let isBlank = zip(lines, outdents).allSatisfy { line, outdent in
      bytes[outdent.span.start..<document.lines[line].span.start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    return isBlank ? outdents : []
  }
}
