import MarkdownTree

/// How the words and cues of a text are found.
extension ReportText {
  /// The words, those of each line, and what each line holds.
  static func findWords(
    _ document: Document, _ lexicon: Lexicon
  ) -> (words: [Word], ranges: [Range<Int>], signs: [LineSigns]) {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(document.lines.count)
    var signs: [LineSigns] = []
    signs.reserveCapacity(document.lines.count)
    let numbering = WordNumbering(lexicon)
    let words = document.plain.withUnsafeBufferPointer { plain in
      // Between two words stands at least one byte, and an ideograph takes three.
      [Word](unsafeUninitializedCapacity: plain.count / 2 + 1) { words, count in
        for line in document.lines {
          let first = count
          var scanner = WordScanner(plain, line.span.start, min(line.span.end, plain.count))
          var traits: Word.Traits = []
          if !ReportText.isSilent(line, plain) {
            while let word = numbering.nextWord(of: &scanner) {
              words.initializeElement(at: count, to: word)
              traits.formUnion(word.traits)
              count += 1
            }
          }
          ranges.append(first..<count)
          signs.append(LineSigns(isWide: scanner.hasPassedWide, isTimely: traits.contains(.isTimely)))
        }
      }
    }
    return (words, ranges, signs)
  }

  /// What a text line holds, as far as its words tell.
  struct LineSigns {
    /// More than ASCII.
    let isWide: Bool
    /// Something that may be told about time.
    let isTimely: Bool
  }

  static func findTimes(
    _ document: Document, _ words: [Word], _ wordRanges: [Range<Int>], _ signs: [LineSigns]
  ) -> LineTimes {
    var times = LineTimes(lineCount: wordRanges.count)
    document.plain.withUnsafeBufferPointer { plain in
      words.withUnsafeBufferPointer { words in
        var reading = TimeReading(TimeText(plain, 0..<0))
        for line in wordRanges.indices {
          guard signs[line].isWide || signs[line].isTimely else {
            times.appendNothing()
            continue
          }
          let span = document.lines[line].span.range.clamped(to: 0..<plain.count)
          reading.begin(TimeText(plain, span))
          if signs[line].isWide { reading.read() } else { reading.read(at: words[wordRanges[line]]) }
          reading.addRanges()
          times.append(reading.mentions)
        }
      }
    }
    return times
  }

  static func findCues(
    _ words: [Word], _ wordRanges: [Range<Int>], _ lexicon: Lexicon
  ) -> (hits: [CueHit], ranges: [Range<Int>], sets: [CueSet]) {
    let table = lexicon.cues
    var cues: [CueHit] = []
    cues.reserveCapacity(words.count)
    var sets: [CueSet] = []
    sets.reserveCapacity(wordRanges.count)
    var cueRanges: [Range<Int>] = []
    cueRanges.reserveCapacity(wordRanges.count)
    words.withUnsafeBufferPointer { words in
      table.withOpenings { openings in
        for range in wordRanges {
          let firstCue = cues.count
          var set = CueSet.none
          for first in range {
            // Both the word itself and its beginning may start phrases.
            let nodes = (openings[words[first].exact], openings[words[first].prefix])
            if nodes.0 | nodes.1 == 0 { continue }
            table.addCues(endingAt: nodes, first..<first + 1, to: &cues, &set)
            guard first + 1 < range.upperBound else { continue }
            let next = words[first + 1]
            if openings.leadsOn(nodes.0, to: next) || openings.leadsOn(nodes.1, to: next) {
              table.addCues(after: nodes, words, first..<range.upperBound, to: &cues, &set)
            }
          }
          if lexicon.acceptsWords { settleAccepted(in: &cues, from: firstCue) }
          cueRanges.append(firstCue..<cues.count)
          sets.append(set)
        }
      }
    }
    return (cues, cueRanges, sets)
  }
}

/// Gives the words of a text their numbers in the lexicon.
private struct WordNumbering {
  private let exacts: HashTable
  private let prefixes: HashTable
  private let prefixLengths: PrefixLengths
  private let timeWords: TimeWordTable

  init(_ lexicon: Lexicon) {
    (exacts, prefixes, prefixLengths) = (lexicon.words, lexicon.prefixes, lexicon.prefixLengths)
    timeWords = .standard
  }

  @inline(__always)
  func nextWord(of scanner: inout WordScanner) -> Word? {
    if let plain = scanner.nextPlain() {
      return numbered(plain.word, prefix: longestPrefix(of: plain, scanner))
    }
    var prefix: UInt16 = 0
    let found = scanner.next { hash in
      let number = prefixes.value(hash.value)
      if number != 0 { prefix = number }
    }
    return found.map { numbered($0, prefix: prefix) }
  }

  /// The number of the longest beginning of a word of ASCII that the lexicon has.
  @inline(__always)
  private func longestPrefix(of plain: WordScanner.Plain, _ scanner: WordScanner) -> UInt16 {
    var lengths = prefixLengths.lengths(for: plain)
    while lengths != 0 {
      let length = 31 - lengths.leadingZeroBitCount
      lengths ^= 1 &<< UInt32(length)
      let number = prefixes.value(plain.hash(length, in: scanner))
      if number != 0 { return number }
    }
    return 0
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
  /// Adds the cues of more than one word that begin with the first of some words, which leads to `nodes`.
  fileprivate func addCues(
    after nodes: (UInt16, UInt16), _ words: UnsafeBufferPointer<Word>, _ range: Range<Int>,
    to cues: inout [CueHit], _ set: inout CueSet
  ) {
    var nodes = nodes
    var end = range.lowerBound + 1
    while end < range.upperBound {
      nodes = step(ofEither: nodes, words[end])
      if nodes.0 | nodes.1 == 0 { return }
      end += 1
      addCues(endingAt: nodes, range.lowerBound..<end, to: &cues, &set)
    }
  }

  /// Adds the cues that some words are as a whole, which lead to `nodes`.
  @inline(__always)
  fileprivate func addCues(
    endingAt nodes: (UInt16, UInt16), _ words: Range<Int>, to cues: inout [CueHit], _ set: inout CueSet
  ) {
    forEachValue(ofEither: nodes) {
      set.insert(Int($0))
      cues.append(CueHit(cue: Cue.numbered[Int($0)], words: words.lowerBound, words.upperBound))
    }
  }

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
    let next = following(node, word)
    if next == 0 { return }
    if result.0 == 0 { result.0 = next } else if result.1 == 0 { result.1 = next }
  }
}
