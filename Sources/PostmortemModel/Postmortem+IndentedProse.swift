public import MarkdownTree

/// Text that Markdown shows as code because it is indented.
public struct IndentedProse: Sendable {
  /// Its first line.
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  /// The blanks before each of its lines; empty where more than blanks stands there.
  public let indentation: [SourceSpan]
}

extension Postmortem {
  /// The indented code blocks that hold sections of the report or sentences; one sentence alone may be an error's text.
  public var indentedProse: [IndentedProse] {
    if !document.blocks.contains(where: { $0.kind == .code(isFenced: false) }) { return [] }
    let reader = ProseReader(text: reading.text)
    let headed = Set(
      reading.outline.sections.lazy.filter { $0.form != .frontMatter && !$0.isKind(.other) }
        .map { reading.text.lines[reading.text.line(at: $0.span.start)].block })
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
          indentation: block.parent == 0 ? indentation(of: block.lines) : []))
    }
    return sentences > 1 ? result : []
  }

  private func indentation(of lines: Range<Int>) -> [SourceSpan] {
    let spans = lines.map { line in
      SourceSpan(document.source.start(ofLine: document.lines[line].number), document.lines[line].span.start)
    }
    let isBlank = spans.allSatisfy { span in
      span.range.allSatisfy { document.source.bytes[$0] == 0x20 || document.source.bytes[$0] == 0x09 }
    }
    return isBlank ? spans : []
  }
}
