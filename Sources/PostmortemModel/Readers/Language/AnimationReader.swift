import MarkdownTree

/// Finds words and marks of excitement in the writer's own text.
struct AnimationReader {
  let text: ReportText
  let shapes: LineShapes

  func spans() -> [SourceSpan] {
    var result: [SourceSpan] = []
    for line in text.lines.indices
    where text.holds(AnimationReader.animations, inLine: line) && shapes.isReadable(line)
      && !text.lines[line].isQuoted
    {
      for hit in text.cues(ofLine: line) where hit.cue == .animation {
        let span = text.span(of: hit)
        if text.document.styles[span.start].isDisjoint(with: [.code, .link]),
          !text.isQuoted(span.start, in: line)
        {
          result.append(span)
        }
      }
    }
    return (result + marks()).sorted()
  }

  private static let animations = CueSet(.animation)

  /// "!!" with the word before it.
  private func marks() -> [SourceSpan] {
    let (plain, styles) = (text.plain, text.document.styles)
    let mark = UInt8(ascii: "!")
    var result: [SourceSpan] = []
    var offset = next(mark, from: 0)
    while offset < plain.count {
      var end = offset
      while end < plain.count, plain[end] == mark { end += 1 }
      if end - offset > 1, styles[offset].isDisjoint(with: [.code, .link]), let word = word(before: offset) {
        result.append(SourceSpan(word, end))
      }
      offset = next(mark, from: end)
    }
    return result
  }

  private func next(_ mark: UInt8, from start: Int) -> Int {
    text.plain.withUnsafeBufferPointer { $0.firstOffset(of: mark, from: start, to: $0.count) }
  }

  /// The start of the word that ends at an offset, in the writer's text: "!!! note" opens a box, `!!name` is a tag.
  private func word(before offset: Int) -> Int? {
    let index = text.words.partitioningIndex { Int($0.end) >= offset }
    guard index < text.words.count, Int(text.words[index].end) == offset else { return nil }
    let line = text.line(ofWord: index)
    guard shapes.isReadable(line), !text.lines[line].isQuoted, !text.isQuoted(offset, in: line) else {
      return nil
    }
    return Int(text.words[index].start)
  }
}
