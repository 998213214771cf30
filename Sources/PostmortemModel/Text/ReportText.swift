import MarkdownTree

/// The text of a document in the form that readers work on: its lines split into words, with the phrases of the
/// vocabulary found in them. Made once; every reader filters it.
struct ReportText {
  let document: Document
  let words: [Word]
  /// The words of each text line.
  let wordRanges: [Range<Int>]
  /// In the order of their first words.
  let cues: [CueHit]
  /// The cues that begin in each text line.
  let cueRanges: [Range<Int>]
  /// The times, dates, ranges and lengths of time told in each text line, in source order.
  let times: [[TimeMention]]

  var source: SourceText { document.source }
  var lines: [TextLine] { document.lines }
  var plain: [UInt8] { document.plain }

  init(_ document: Document) {
    self.document = document
    var words: [Word] = []
    words.reserveCapacity(document.plain.count / 6)
    var wordRanges: [Range<Int>] = []
    wordRanges.reserveCapacity(document.lines.count)
    let lexicon = Lexicon.shared
    document.plain.withUnsafeBufferPointer { plain in
      for line in document.lines {
        let first = words.count
        if line.context != .code(isFenced: true) {
          ReportText.read(plain, line.span, lexicon, into: &words)
        }
        wordRanges.append(first..<words.count)
      }
    }
    self.words = words
    self.wordRanges = wordRanges
    (cues, cueRanges) = ReportText.findCues(words, wordRanges, lexicon.cues)
    times = document.plain.withUnsafeBufferPointer { plain in
      document.lines.map { line in
        line.context == .code(isFenced: true)
          ? [] : TimeScanner.mentions(in: plain, range: line.span.range.clamped(to: 0..<plain.count))
      }
    }
  }

  private static func read(
    _ plain: UnsafeBufferPointer<UInt8>, _ span: SourceSpan, _ lexicon: Lexicon, into words: inout [Word]
  ) {
    var scanner = WordScanner(plain, span.start, min(span.end, plain.count))
    while true {
      var prefix: UInt16 = 0
      let found = scanner.next { hash in
        if lexicon.prefixFilter[Int(truncatingIfNeeded: hash) & 8191] {
          let number = lexicon.prefixes.value(hash)
          if number != 0 { prefix = number }
        }
      }
      guard let found else { return }
      words.append(
        Word(
          start: UInt32(found.start), end: UInt32(found.end), hash: UInt32(truncatingIfNeeded: found.hash),
          exact: lexicon.words.value(found.hash), prefix: prefix, traits: found.traits))
    }
  }

  private static func findCues(
    _ words: [Word], _ wordRanges: [Range<Int>], _ table: PhraseTable
  ) -> ([CueHit], [Range<Int>]) {
    var cues: [CueHit] = []
    var cueRanges: [Range<Int>] = []
    cueRanges.reserveCapacity(wordRanges.count)
    let all = Cue.allCases
    for range in wordRanges {
      let firstCue = cues.count
      for first in range {
        // Both the word itself and its beginning may start phrases.
        var nodes: (UInt16, UInt16) = (table.step(PhraseTable.root, words[first].exact),
          table.step(PhraseTable.root, words[first].prefix))
        var last = first
        while nodes.0 != 0 || nodes.1 != 0 {
          table.forEachValue(ofEither: nodes) { cues.append(CueHit(cue: all[Int($0)], words: first..<last + 1)) }
          last += 1
          guard last < range.upperBound else { break }
          nodes = table.step(ofEither: nodes, words[last])
        }
      }
      cueRanges.append(firstCue..<cues.count)
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
    var result: (UInt16, UInt16) = (0, 0)
    for node in [nodes.0, nodes.1] where node != 0 {
      for number in [word.exact, word.prefix] {
        let next = step(node, number)
        if next == 0 { continue }
        if result.0 == 0 { result.0 = next } else if result.1 == 0 { result.1 = next }
      }
    }
    return result
  }
}

extension ReportText {
  /// The words of some text lines.
  func words(in lines: Range<Int>) -> Range<Int> {
    lines.isEmpty ? 0..<0 : wordRanges[lines.lowerBound].lowerBound..<wordRanges[lines.upperBound - 1].upperBound
  }

  /// The cues that begin in some text lines.
  func cues(in lines: Range<Int>) -> ArraySlice<CueHit> {
    lines.isEmpty
      ? [] : cues[cueRanges[lines.lowerBound].lowerBound..<cueRanges[lines.upperBound - 1].upperBound]
  }

  /// The cues that lie within a span of one text line.
  func cues(ofLine line: Int, in span: SourceSpan) -> some Sequence<CueHit> {
    cues[cueRanges[line]].lazy.filter { hit in
      Int(words[hit.words.lowerBound].start) >= span.start && Int(words[hit.words.upperBound - 1].end) <= span.end
    }
  }

  func span(of hit: CueHit) -> SourceSpan {
    SourceSpan(Int(words[hit.words.lowerBound].start), Int(words[hit.words.upperBound - 1].end))
  }

  /// The index of the text line that holds a word.
  func line(ofWord word: Int) -> Int { wordRanges.partitioningIndex { $0.upperBound > word } }

  /// The index of the last text line that begins at or before an offset.
  func line(at offset: Int) -> Int { max(0, lines.partitioningIndex { $0.span.start > offset } - 1) }

  /// Whether a word is one of plain lower-case letters, in whatever case.
  func isWord(_ index: Int, _ letters: StaticString) -> Bool {
    let word = words[index]
    guard Int(word.end - word.start) == letters.utf8CodeUnitCount else { return false }
    return letters.withUTF8Buffer { letters in
      for (place, letter) in letters.enumerated() where plain[Int(word.start) + place] | 0x20 != letter { return false }
      return true
    }
  }

  /// Whether a word is one of several.
  func isWord(_ index: Int, _ choices: [StaticString]) -> Bool { choices.contains { isWord(index, $0) } }

  /// The text of a span as written, without markup and outer blanks, on one line.
  func text(_ span: SourceSpan) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.length)
    for offset in span.range where offset < plain.count && !document.styles[offset].contains(.markup) {
      let byte = document.styles[offset].contains(.garbled) ? plain[offset] : source.bytes[offset]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element belongs to the second part of a collection parted by `belongs`.
  func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
