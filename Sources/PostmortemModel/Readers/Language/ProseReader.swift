import MarkdownTree

/// Tells sentences from code, commands and logs.
struct ProseReader {
  let text: ReportText

  /// Whether some lines of a code block are mostly sentences. A doubtful block is code.
  func isProse(_ lines: Range<Int>) -> Bool {
    var prose = 0
    var others = 0
    for line in lines {
      if isSentence(line) { prose += 1 } else if text.wordRanges[line].count > 3 { others += 1 }
    }
    return prose > 0 && prose > others * 2
  }

  /// A line of at least seven words, among them some of the small words of a sentence, and none of code's marks.
  private func isSentence(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    guard words.count >= 7, !words.contains(where: { isLogLevel($0) }) else { return false }
    var small = 0
    var large = 0
    for word in words {
      if Lexicon.shared.stopWords.contains(text.words[word].exact) { small += 1 }
      if text.words[word].traits.contains(.digits) || text.words[word].isShouted { large += 1 }
    }
    guard small * 5 >= words.count, large * 3 <= words.count else { return false }
    return !hasCodeMark(text.lines[line].span)
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
