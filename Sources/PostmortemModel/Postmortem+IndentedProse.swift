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
  /// The indented code blocks that hold sentences or sections of the report.
  public var indentedProse: [IndentedProse] {
    let reader = ProseReader(text: reading.text)
    let headed = Set(
      reading.outline.sections.lazy.filter { $0.form != .frontMatter && !$0.isKind(.other) }
        .map { reading.text.lines[reading.text.line(at: $0.span.start)].block })
    return document.blocks.indices.compactMap { index in
      let block = document.blocks[index]
      guard block.kind == .code(isFenced: false), let first = block.lines.first,
        !reading.text.lines[first].isQuoted, headed.contains(index) || reader.isProse(block.lines)
      else { return nil }
      return IndentedProse(
        span: reading.text.lines[first].span, line: reading.text.lines[first].number + 1,
        indentation: block.parent == 0 ? indentation(of: block.lines) : [])
    }
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
