import MarkdownTree

/// How the words and cues of a text are found.
extension ReportText {
  /// The words, those of each line, and for each line whether it holds more than ASCII.
  static func findWords(_ document: Document) -> (words: [Word], ranges: [Range<Int>], isWide: [Bool]) {
    var words: [Word] = []
    words.reserveCapacity(document.plain.count / 5)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(document.lines.count)
    var isWide: [Bool] = []
    isWide.reserveCapacity(document.lines.count)
    let numbering = WordNumbering(Lexicon.shared)
    document.plain.withUnsafeBufferPointer { plain in
      for line in document.lines {
        let first = words.count
        var scanner = WordScanner(plain, line.span.start, min(line.span.end, plain.count))
        if !ReportText.isSilent(line, plain) {
          while let word = numbering.nextWord(of: &scanner) { words.append(word) }
        }
        ranges.append(first..<words.count)
        isWide.append(scanner.hasPassedWide)
      }
    }
    return (words, ranges, isWide)
  }

  static func findTimes(
    _ document: Document, _ words: [Word], _ wordRanges: [Range<Int>], isWide: [Bool]
  ) -> LineTimes {
    var times = LineTimes(lineCount: wordRanges.count)
    document.plain.withUnsafeBufferPointer { plain in
      words.withUnsafeBufferPointer { words in
        for (line, range) in wordRanges.enumerated() {
          let span = document.lines[line].span.range.clamped(to: 0..<plain.count)
          if isWide[line] {
            times.append(TimeScanner.mentions(in: plain, range: span))
          } else if words[range].contains(where: { $0.traits.contains(.isTimely) }) {
            times.append(TimeScanner.mentions(in: plain, range: span, words: words[range]))
          } else {
            times.appendNothing()
          }
        }
      }
    }
    return times
  }

  static func findCues(
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

/// Gives the words of a text their numbers in the lexicon.
private struct WordNumbering {
  private let exacts: HashTable
  private let prefixes: HashTable
  private let filter: [Bool]
  private let openings: [Bool]
  private let timeWords: TimeWordTable

  init(_ lexicon: Lexicon) {
    (exacts, prefixes, filter) = (lexicon.words, lexicon.prefixes, lexicon.prefixFilter)
    openings = lexicon.prefixOpenings
    timeWords = .standard
  }

  @inline(__always)
  func nextWord(of scanner: inout WordScanner) -> Word? {
    if let word = scanner.nextPlain() { return numbered(word, prefix: longestPrefix(of: word, scanner)) }
    var prefix: UInt16 = 0
    let found = scanner.next { hash in
      let number = prefixes.value(hash)
      if number != 0 { prefix = number }
    }
    return found.map { numbered($0, prefix: prefix) }
  }

  /// The number of the longest beginning of a word of ASCII letters that the lexicon has.
  @inline(__always)
  private func longestPrefix(of word: WordScanner.Found, _ scanner: WordScanner) -> UInt16 {
    let mask = LexiconReader.filterSize - 1
    guard word.end - word.start >= WordScanner.openingLength,
      openings[Int(truncatingIfNeeded: scanner.openingHash(of: word)) & mask]
    else { return 0 }
    var prefix: UInt16 = 0
    scanner.forEachHash(of: word) { hash in
      if filter[Int(truncatingIfNeeded: hash) & mask] {
        let number = prefixes.value(hash)
        if number != 0 { prefix = number }
      }
    }
    return prefix
  }

  @inline(__always)
  private func numbered(_ found: WordScanner.Found, prefix: UInt16) -> Word {
    var traits = found.traits
    if traits.contains(.digits) || timeWords.mayOpen(found.hash) { traits.insert(.isTimely) }
    return Word(
      start: UInt32(truncatingIfNeeded: found.start), end: UInt32(truncatingIfNeeded: found.end),
      hash: UInt32(truncatingIfNeeded: found.hash), exact: exacts.value(found.hash), prefix: prefix,
      traits: traits)
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
