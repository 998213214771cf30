import MarkdownTree

extension ProgressReader {
  /// All that tells an item's progress and nothing else: its cell of the status, "(done)", "Status: open", check marks, the
  /// marks of struck text. Its box stands outside its text.
  func marks(of item: RawItem) -> [SourceSpan] {
    let marks = item.lines.flatMap { line in
      let span = text.lines[line].span
      return isStatusField(line) ? [span] : told(in: line) + signs(in: span)
    }
    return marks + [item.statusCell].compactMap(\.self)
  }

  /// "Status: in progress", on a line of its own.
  private func isStatusField(_ line: Int) -> Bool {
    guard let label = shapes.labelEnd(line, from: shapes.contentStart(line)) else { return false }
    let words = text.words(ofLine: line, from: label.name).lowerBound - text.wordRanges[line].lowerBound
    return text.cues(ofLine: line, in: SourceSpan(shapes.contentStart(line), label.name)).contains {
      $0.cue == .columnStatus && $0.words.count >= words
    }
  }

  private func told(in line: Int) -> [SourceSpan] {
    text.cues(ofLine: line).compactMap { hit in
      let span = text.span(of: hit)
      let bracket = openBracket(before: span.start)
      if let bracket, [.statusDone, .statusOpen, .doneWord].contains(hit.cue) {
        return SourceSpan(bracket, closingBracket(after: span.end, line) ?? span.end)
      }
      return hit.cue == .doneWord && tellsDone(hit, line) ? span : nil
    }
  }

  private func openBracket(before offset: Int) -> Int? {
    offset > 0 && text.isMark(offset - 1, of: "([") ? offset - 1 : nil
  }

  private func closingBracket(after offset: Int, _ line: Int) -> Int? {
    let rest = min(offset, text.lines[line].span.end)..<text.lines[line].span.end
    return rest.first { text.isMark($0, of: ")]") }.map { $0 + 1 }
  }

  /// ✅ ✔ ☑ with what may follow to choose their look, and `~~`.
  private func signs(in span: SourceSpan) -> [SourceSpan] {
    let bytes = text.source.bytes
    let signs: [[UInt8]] = [
      [0xE2, 0x9C, 0x85], [0xE2, 0x9C, 0x94], [0xE2, 0x98, 0x91], [0xEF, 0xB8, 0x8F], [0x7E, 0x7E],
    ]
    return span.range.compactMap { offset in
      guard bytes[offset] >= 0x7E, let sign = signs.first(where: { bytes[offset...].starts(with: $0) }) else {
        return nil
      }
      return SourceSpan(offset, offset + sign.count)
    }
  }
}
