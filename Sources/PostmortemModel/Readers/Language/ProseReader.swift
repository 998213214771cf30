import MarkdownTree

/// Tells sentences from code, commands and logs.
struct ProseReader {
  let text: ReportText

  /// How many lines of a code block are sentences; 0 where most of them are not. A doubtful block is code.
  func sentenceCount(_ lines: Range<Int>) -> Int {
    let prose = lines.count { isSentence($0) }
    let others = lines.count { text.wordRanges[$0].count > 3 } - prose
    return prose > others * 2 ? prose : 0
  }

  /// Whether a mark of code or a log stands in some lines.
  func holdsCode(_ lines: Range<Int>) -> Bool {
    lines.contains { line in
      hasCodeMark(text.lines[line].span) || text.wordRanges[line].contains { isLogLevel($0) }
    }
  }

  /// A line of at least seven words, among them some of the small words of a sentence.
  private func isSentence(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    guard words.count >= 7 else { return false }
    var small = 0
    var large = 0
    for word in words {
      if text.lexicon.stopWords.contains(text.words[word].exact) { small += 1 }
      if text.words[word].traits.contains(.digits) || text.words[word].isShouted { large += 1 }
    }
    return small * 5 >= words.count && large * 3 <= words.count
  }

  private func isLogLevel(_ word: Int) -> Bool {
    text.words[word].isShouted
      && text.isWord(word, ["error", "info", "warn", "warning", "debug", "fatal", "notice", "trace"])
  }

  private func hasCodeMark(_ span: SourceSpan) -> Bool {
    let bytes = text.source.bytes
    return span.range.contains { offset in
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "\\"), UInt8(ascii: "|"),
        UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "#"):
        true
      default: false
      }
    }
  }
}
