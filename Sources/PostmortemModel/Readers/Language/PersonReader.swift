import MarkdownTree

/// Finds people in the sentences that tell the cause: handles, and names that the report gives as authors or owners.
struct PersonReader {
  private let text: ReportText
  private let shapes: LineShapes
  private let outline: Outline
  private let names: Set<Name>
  /// The first words of the handles that stand elsewhere in the report, as hashes: "@inputs" is no person.
  private let handles: Set<UInt32>

  /// Two words of a name that follow each other, as hashes.
  private struct Name: Hashable {
    let first: UInt32
    let second: UInt32
  }

  /// - Parameter known: the values of fields that hold names, beside whatever else they hold.
  init(reading: Reading, known: [String]) {
    (text, shapes, outline) = (reading.text, reading.shapes, reading.outline)
    let fields = ReportText(Document(parsing: SourceText(known.joined(separator: "\n\n"))))
    var names: Set<Name> = []
    for words in fields.wordRanges {
      for word in words where word + 1 < words.upperBound && PersonReader.isName(word, in: fields) {
        names.insert(Name(first: fields.words[word].hash, second: fields.words[word + 1].hash))
      }
    }
    self.names = names
    handles = PersonReader.handles(in: reading)
  }

  private static func handles(in reading: Reading) -> Set<UInt32> {
    let text = reading.text
    var handles: Set<UInt32> = []
    for line in text.lines.indices where !reading.outline.kindSet(ofLine: line).contains(.rootCause) {
      for word in text.wordRanges[line] where text.words[word].start > 0 {
        if text.isMark(Int(text.words[word].start) - 1, of: "@"), !text.style(ofWord: word).contains(.code) {
          handles.insert(text.words[word].hash)
        }
      }
    }
    return handles
  }

  func namesInCause() -> [SourceSpan] {
    var result: [SourceSpan] = []
    for line in text.lines.indices where outline.kindSet(ofLine: line).contains(.rootCause) && isTelling(line)
    {
      for word in text.wordRanges[line] where text.style(ofWord: word).isDisjoint(with: [.code, .markup]) {
        guard let span = handle(word) ?? name(word, line), !isCredit(span, word, line) else { continue }
        result.append(span)
      }
    }
    return result
  }

  /// Times open entries, in which names are fine.
  private func isTelling(_ line: Int) -> Bool {
    shapes.isReadable(line) && !text.lines[line].isQuoted && !text.lines[line].context.isHeading
      && !text.lines[line].context.isCell && !text.tellsClock(line)
  }

  /// "@handle": in small letters, and no address, package or decorator.
  private func handle(_ word: Int) -> SourceSpan? {
    let span = text.words[word].span
    guard span.start > 0, text.isMark(span.start - 1, of: "@"), handles.contains(text.words[word].hash),
      span.start < 2 || text.isMark(span.start - 2, of: " (,"), !text.isWord(word, PersonReader.groups)
    else { return nil }
    var end = span.end
    let limit = text.plain.count
    while end < limit, isHandleByte(text.plain[end]) { end += 1 }
    guard end >= limit || !text.isMark(end, of: "/@(."), end + 1 >= limit || text.plain[end] != 0x2E else {
      return isSentenceEnd(end) ? SourceSpan(span.start - 1, end) : nil
    }
    return SourceSpan(span.start - 1, end)
  }

  private static let groups: [StaticString] = [
    "here", "channel", "everyone", "all", "param", "return", "types",
  ]

  private func isHandleByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      || byte >= 0x30 && byte <= 0x39
  }

  /// Whether a full stop at an offset ends the sentence.
  private func isSentenceEnd(_ offset: Int) -> Bool {
    text.plain[offset] == UInt8(ascii: ".")
      && (offset + 1 >= text.plain.count || text.isMark(offset + 1, of: " \n"))
  }

  private func name(_ word: Int, _ line: Int) -> SourceSpan? {
    guard word + 1 < text.wordRanges[line].upperBound, PersonReader.isName(word, in: text),
      names.contains(Name(first: text.words[word].hash, second: text.words[word + 1].hash))
    else { return nil }
    return text.words[word].span.joined(with: text.words[word + 1].span)
  }

  /// Two capitalised words with a blank between, of which the vocabulary knows none.
  private static func isName(_ word: Int, in text: ReportText) -> Bool {
    let (left, right) = (text.words[word], text.words[word + 1])
    return [left, right].allSatisfy { $0.isCapitalised && !$0.isShouted && $0.exact == 0 && $0.prefix == 0 }
      && right.start == left.end + 1 && text.plain[Int(left.end)] == 0x20
  }

  /// Who found or mended it is not said to have caused it.
  private func isCredit(_ span: SourceSpan, _ word: Int, _ line: Int) -> Bool {
    text.cues(ofLine: line, around: word, reach: 6).contains { hit in
      if hit.cue == .credit { return hit.words.upperBound == word }
      guard hit.cue == .creditVerb else { return false }
      let start = text.span(of: hit).start
      return start > span.end && start - span.end <= 2
    }
  }
}
