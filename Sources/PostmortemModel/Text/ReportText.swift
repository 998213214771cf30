import MarkdownTree

/// The text of a document in the form that readers work on: its lines split into words, with the phrases of the
/// vocabulary found in them. Made once; every reader filters it.
///
/// An object, since it is handed to every reader: a structure of so many arrays would be copied array by array.
final class ReportText: Sendable {
  let document: Document
  let source: SourceText
  let lines: [TextLine]
  let plain: [UInt8]
  let words: [Word]
  /// The words of each text line.
  let wordRanges: [Range<Int>]
  /// In the order of their first words.
  let cues: [CueHit]
  /// The cues that begin in each text line.
  let cueRanges: [Range<Int>]
  /// The times, dates, ranges and lengths of time told in each text line, in source order.
  let times: [[TimeMention]]

  init(_ document: Document) {
    self.document = document
    source = document.source
    lines = document.lines
    plain = document.plain
    (words, wordRanges) = ReportText.findWords(document)
    (cues, cueRanges) = ReportText.findCues(words, wordRanges, Lexicon.shared.cues)
    times = document.plain.withUnsafeBufferPointer { plain in
      document.lines.map { line in
        line.context == .code(isFenced: true)
          ? [] : TimeScanner.mentions(in: plain, range: line.span.range.clamped(to: 0..<plain.count))
      }
    }
  }

  private static func findWords(_ document: Document) -> ([Word], [Range<Int>]) {
    var words: [Word] = []
    words.reserveCapacity(document.plain.count / 6)
    var wordRanges: [Range<Int>] = []
    wordRanges.reserveCapacity(document.lines.count)
    let lexicon = Lexicon.shared
    document.plain.withUnsafeBufferPointer { plain in
      lexicon.prefixFilter.withUnsafeBufferPointer { filter in
        for line in document.lines {
          let first = words.count
          if line.context != .code(isFenced: true) {
            ReportText.read(plain, line.span, lexicon, filter, into: &words)
          }
          wordRanges.append(first..<words.count)
        }
      }
    }
    return (words, wordRanges)
  }

  private static func read(
    _ plain: UnsafeBufferPointer<UInt8>, _ span: SourceSpan, _ lexicon: Lexicon,
    _ filter: UnsafeBufferPointer<Bool>, into words: inout [Word]
  ) {
    var scanner = WordScanner(plain, span.start, min(span.end, plain.count))
    while true {
      var prefix: UInt16 = 0
      let found = scanner.next { hash in
        if filter[Int(truncatingIfNeeded: hash) & (LexiconReader.filterSize - 1)] {
          let number = lexicon.prefixes.value(hash)
          if number != 0 { prefix = number }
        }
      }
      guard let found else { return }
      words.append(
        Word(
          start: UInt32(truncatingIfNeeded: found.start), end: UInt32(truncatingIfNeeded: found.end),
          hash: UInt32(truncatingIfNeeded: found.hash), exact: lexicon.words.value(found.hash),
          prefix: prefix,
          traits: found.traits))
    }
  }

  private static func findCues(
    _ words: [Word], _ wordRanges: [Range<Int>], _ table: PhraseTable
  ) -> ([CueHit], [Range<Int>]) {
    var cues: [CueHit] = []
    cues.reserveCapacity(words.count / 4)
    var cueRanges: [Range<Int>] = []
    cueRanges.reserveCapacity(wordRanges.count)
    let all = Cue.allCases
    words.withUnsafeBufferPointer { words in
      for range in wordRanges {
        let firstCue = cues.count
        for first in range {
          // Both the word itself and its beginning may start phrases.
          var nodes = (table.opening(words[first].exact), table.opening(words[first].prefix))
          var last = first
          while nodes.0 | nodes.1 != 0 {
            table.forEachValue(ofEither: nodes) {
              cues.append(CueHit(cue: all[Int($0)], words: first..<last + 1))
            }
            last += 1
            guard last < range.upperBound else { break }
            nodes = table.step(ofEither: nodes, words[last])
          }
        }
        cueRanges.append(firstCue..<cues.count)
      }
    }
    return (cues, cueRanges)
  }
}

extension PhraseTable {
  @inline(__always)
  fileprivate func forEachValue(ofEither nodes: (UInt16, UInt16), _ body: (UInt16) -> Void) {
    if nodes.0 != 0 { forEachValue(at: nodes.0, body) }
    if nodes.1 != 0, nodes.1 != nodes.0 { forEachValue(at: nodes.1, body) }
  }

  /// The nodes after either of two along a word. Where more than two paths are alive the exact words win.
  @inline(__always)
  fileprivate func step(ofEither nodes: (UInt16, UInt16), _ word: Word) -> (UInt16, UInt16) {
    if word.exact | word.prefix == 0 { return (0, 0) }
    var result: (UInt16, UInt16) = (0, 0)
    follow(nodes.0, word.exact, &result)
    follow(nodes.0, word.prefix, &result)
    follow(nodes.1, word.exact, &result)
    follow(nodes.1, word.prefix, &result)
    return result
  }

  @inline(__always)
  private func follow(_ node: UInt16, _ word: UInt16, _ result: inout (UInt16, UInt16)) {
    if node == PhraseTable.root || word == 0 { return }
    let next = step(node, word)
    if next == 0 { return }
    if result.0 == 0 { result.0 = next } else if result.1 == 0 { result.1 = next }
  }
}

extension ReportText {
  /// The words of some text lines.
  func words(in lines: Range<Int>) -> Range<Int> {
    lines.isEmpty
      ? 0..<0 : wordRanges[lines.lowerBound].lowerBound..<wordRanges[lines.upperBound - 1].upperBound
  }

  /// The cues that begin in some text lines.
  func cues(in lines: Range<Int>) -> ArraySlice<CueHit> {
    lines.isEmpty
      ? [] : cues[cueRanges[lines.lowerBound].lowerBound..<cueRanges[lines.upperBound - 1].upperBound]
  }

  /// The cues that lie within a span of one text line.
  func cues(ofLine line: Int, in span: SourceSpan) -> some Sequence<CueHit> {
    cues[cueRanges[line]].lazy.filter { [words] hit in
      Int(words[hit.words.lowerBound].start) >= span.start
        && Int(words[hit.words.upperBound - 1].end) <= span.end
    }
  }

  func span(of hit: CueHit) -> SourceSpan {
    SourceSpan(Int(words[hit.words.lowerBound].start), Int(words[hit.words.upperBound - 1].end))
  }

  /// The index of the text line that holds a word.
  func line(ofWord word: Int) -> Int { wordRanges.partitioningIndex { $0.upperBound > word } }

  /// The index of the last text line that begins at or before an offset.
  func line(at offset: Int) -> Int { max(0, lines.partitioningIndex { $0.span.start > offset } - 1) }

  /// The text of a span as written, without markup and outer blanks, on one line.
  func text(_ span: SourceSpan) -> String {
    let range = span.range.clamped(to: 0..<plain.count)
    return source.bytes.withUnsafeBufferPointer { source in
      document.styles.withUnsafeBufferPointer { styles in
        String(unsafeUninitializedCapacity: range.count) { text in
          var count = 0
          for offset in range where !styles[offset].contains(.markup) {
            let byte = styles[offset].contains(.garbled) ? plain[offset] : source[offset]
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
              if count == 0 || text[count - 1] == 0x20 { continue }
              text[count] = 0x20
            } else {
              text[count] = byte
            }
            count += 1
          }
          return count > 0 && text[count - 1] == 0x20 ? count - 1 : count
        }
      }
    }
  }
}
