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
  /// Which cues begin in each text line.
  let lineCues: [CueSet]
  /// Which cues stand anywhere: most reports hold none of those that a rule looks for.
  let allCues: CueSet
  /// The times, dates, ranges and lengths of time told in each text line, in source order.
  let times: LineTimes

  /// The vocabulary that it is read with.
  let dialect: Dialect
  var lexicon: Lexicon { dialect.lexicon }

  init(_ document: Document, _ dialect: Dialect = .standard) {
    self.dialect = dialect
    self.document = document
    source = document.source
    lines = document.lines
    plain = document.plain
    let found = ReportText.findWords(document, dialect.lexicon)
    (words, wordRanges) = (found.words, found.ranges)
    let cues = ReportText.findCues(words, wordRanges, dialect.lexicon)
    (self.cues, cueRanges, lineCues) = (cues.hits, cues.ranges, cues.sets)
    allCues = lineCues.reduce(into: CueSet.none) { $0.formUnion($1) }
    times = ReportText.findTimes(document, words, wordRanges, found.signs)
  }

  /// Fenced code is not read, but for lines that begin like an entry: some paste their timeline into a fence.
  static func isSilent(_ line: TextLine, _ plain: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .code(isFenced: true) = line.context else { return false }
    guard line.span.start < min(line.span.end, plain.count) else { return true }
    let first = plain[line.span.start]
    return !(first >= 0x30 && first <= 0x39 || first == UInt8(ascii: "["))
  }
}

extension ReportText {
  /// The words of some text lines.
  func words(in lines: Range<Int>) -> Range<Int> {
    lines.isEmpty
      ? 0..<0 : wordRanges[lines.lowerBound].lowerBound..<wordRanges[lines.upperBound - 1].upperBound
  }

  /// The words of a text line that begin at an offset or behind it.
  func words(ofLine line: Int, from start: Int) -> Range<Int> {
    let all = wordRanges[line]
    return firstWord(from: start, in: all)..<all.upperBound
  }

  /// The first of some words that begins at an offset or behind it.
  func firstWord(from start: Int, in words: Range<Int>) -> Int {
    words.partitioningIndex { Int(self.words[$0].start) >= start }
  }

  /// The last word of a line that ends before an offset.
  func lastWord(before end: Int, _ line: Int) -> Int? {
    let words = wordRanges[line]
    let next = words.partitioningIndex { Int(self.words[$0].end) > end }
    return next > words.lowerBound ? next - 1 : nil
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

  /// Whether nothing is written in a span but markup and blanks.
  func isBlank(_ span: SourceSpan) -> Bool {
    span.range.clamped(to: 0..<plain.count).allSatisfy { offset in
      let style = document.styles[offset]
      let byte = style.contains(.garbled) ? plain[offset] : source.bytes[offset]
      return style.contains(.markup) || byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
  }

  /// The text of a span as written, without markup and outer blanks, on one line.
  func text(_ span: SourceSpan) -> String {
    let range = span.range.clamped(to: 0..<plain.count)
    return source.bytes.withUnsafeBufferPointer { source in
      document.styles.withUnsafeBufferPointer { styles in
        String(unsafeUninitializedCapacity: range.count) { text in
          var count = 0
          for offset in range where !styles[offset].contains(.markup) {
            let byte = styles[offset].contains(.garbled) ? plain[offset] : source[offset]
            if byte > 0x20 {
              text[count] = byte
              count += 1
              continue
            }
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
