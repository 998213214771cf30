import MarkdownTree

/// Names that run into their text: `**Impact:** 80 % of users`, "Impact: 80 % of users".
extension LineShapes {
  /// The two ends of a label: of its name and of what leads from it to the text.
  struct LabelEnd {
    /// The offset after the name.
    let name: Int
    /// The offset where the text begins.
    let body: Int
    let isBold: Bool
  }

  /// Where a label that starts at `start` ends: at a colon, or at the end of bold type before more text.
  func labelEnd(_ line: Int, from start: Int) -> LabelEnd? {
    let end = text.lines[line].span.end
    let words = text.wordRanges[line]
    let word = text.firstWord(from: start, in: words)
    guard words.contains(word) else { return nil }
    let first = Int(text.words[word].start)
    let isBold = isSetApart(first)
    let boldEnd = isBold ? boldEnd(from: first, to: end) : first
    // A label is short.
    if let colon = colon(in: line, from: first, before: start + 80), !isBold || colon <= boldEnd + 2 {
      return LabelEnd(name: colon, body: skipBlanks(colon + 1, end), isBold: isBold)
    }
    if let mark = text.tldrEnd(word, in: words), mark < end {
      return LabelEnd(name: mark, body: skipBlanks(mark, end), isBold: isBold)
    }
    guard isBold, boldEnd < end else { return nil }
    let dash = skipBlanks(boldEnd, end)
    guard dash < end, text.isMark(dash, of: "-") else { return nil }
    return LabelEnd(name: boldEnd, body: skipBlanks(dash + 1, end), isBold: true)
  }

  /// Whether a line opens with "tl;dr", in whatever case: what follows is the summary, even as a quotation.
  func opensWithTLDR(_ line: Int) -> Bool {
    text.tldrEnd(text.wordRanges[line].lowerBound, in: text.wordRanges[line]) != nil
  }

  private func isSetApart(_ offset: Int) -> Bool {
    !text.document.styles[offset].isDisjoint(with: [.strong, .emphasis])
  }

  /// The end of bold or slanted type, with the blanks that stand for its marks.
  private func boldEnd(from start: Int, to end: Int) -> Int {
    let styles = text.document.styles
    var offset = start
    while offset < end, isSetApart(offset) || text.plain[offset] == 0x20 && styles[offset].contains(.markup) {
      offset += 1
    }
    return offset
  }

  /// The first colon of a line that ends a word, at or after an offset.
  func colon(in line: Int, from start: Int, before limit: Int = .max) -> Int? {
    let end = text.lines[line].span.end
    let last = min(end, limit)
    return text.plain.withUnsafeBufferPointer { plain in
      var offset = start
      while offset < last {
        offset = plain.firstOffset(of: UInt8(ascii: ":"), from: offset, to: last)
        guard offset < last else { return nil }
        if offset + 1 >= end || plain[offset + 1] &- 0x30 >= 10 { return offset }
        offset += 1
      }
      return nil
    }
  }
}

extension ReportText {
  /// Where "tl;dr" or "TLDR" ends that opens with a word: the one name that needs no colon.
  fileprivate func tldrEnd(_ word: Int, in range: Range<Int>) -> Int? {
    guard range.contains(word) else { return nil }
    if isWord(word, "tldr") { return Int(words[word].end) }
    guard isWord(word, "tl"), range.contains(word + 1), isWord(word + 1, "dr"),
      words[word + 1].start == words[word].end + 1
    else { return nil }
    return Int(words[word + 1].end)
  }

  /// Whether the block of a line opens with "tl;dr".
  func isTLDR(_ line: Int) -> Bool {
    guard let first = document.blocks[lines[line].block].lines.first else { return false }
    return tldrEnd(wordRanges[first].lowerBound, in: wordRanges[first]) != nil
  }
}
