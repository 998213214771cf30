import MarkdownTree

/// What a text line or a word is, as readers of every subject ask it.
extension ReportText {
  /// Whether a clock time is told in a text line.
  func tellsClock(_ line: Int) -> Bool { times.sorts(in: line).contains(.clock) }

  /// Whether a date is told in a text line.
  func tellsDate(_ line: Int) -> Bool { times.sorts(in: line).contains(.date) }

  /// Whether something of one of some sorts is told about time in a text line.
  func tells(_ sorts: TimeSorts, _ line: Int) -> Bool { !times.sorts(in: line).isDisjoint(with: sorts) }

  /// Whether a word is the "300" of "12,300": three digits that a comma or an apostrophe joins to the number before it.
  func isDigitGroup(_ word: Int) -> Bool {
    guard word > 0, words[word].isNumber, words[word].span.length == 3, words[word - 1].isNumber,
      words[word].start == words[word - 1].end + 1
    else { return false }
    return isMark(Int(words[word].start) - 1, of: ",'")
  }

  /// What is told about time at a place of a text line.
  func time(over span: SourceSpan, inLine line: Int) -> TimeMention? {
    let mentions = times[line]
    let next = mentions.partitioningIndex { $0.span.end > span.start }
    return next < mentions.endIndex && mentions[next].span.overlaps(span) ? mentions[next] : nil
  }

  /// "All times in …", "Times are …", "Timezone: …".
  func speaksOfTimes(_ line: Int) -> Bool {
    wordRanges[line].count <= 16 && holds(ReportText.ofTimes, inLine: line)
  }

  private static let ofTimes = CueSet(.timesWord)

  /// The cues that begin with some words.
  func cues(openingIn words: Range<Int>) -> ArraySlice<CueHit> {
    let first = cues.partitioningIndex { $0.words.lowerBound >= words.lowerBound }
    let end = cues[first...].partitioningIndex { $0.words.lowerBound >= words.upperBound }
    return cues[first..<end]
  }

  /// The cues that begin in one text line.
  func cues(ofLine line: Int) -> ArraySlice<CueHit> { cues[cueRanges[line]] }

  /// The style of a word's first letter.
  func style(ofWord index: Int) -> TextStyle { document.styles[Int(words[index].start)] }

  /// Whether the byte at an offset is one of some ASCII marks.
  func isMark(_ offset: Int, of marks: StaticString) -> Bool {
    marks.withUTF8Buffer { $0.contains(plain[offset]) }
  }

  /// Whether a word is one of plain lower-case letters, in whatever case; false before the first and after the last.
  func isWord(_ index: Int, _ letters: StaticString) -> Bool {
    words.indices.contains(index) && words[index].span.length == letters.utf8CodeUnitCount
      && opens(index, with: letters)
  }

  /// Whether a word is one of several.
  func isWord(_ index: Int, _ choices: [StaticString]) -> Bool {
    guard words.indices.contains(index) else { return false }
    let length = words[index].span.length
    return choices.contains { $0.utf8CodeUnitCount == length && opens(index, with: $0) }
  }

  /// Whether a word begins with lower-case letters, in whatever case.
  func opens(_ index: Int, with letters: StaticString) -> Bool {
    guard words.indices.contains(index) else { return false }
    let span = words[index].span
    let count = letters.utf8CodeUnitCount
    guard span.length >= count, letters.hasPointerRepresentation else { return false }
    return plain.withUnsafeBufferPointer { plain in
      for place in 0..<count where plain[span.start + place] | 0x20 != letters.utf8Start[place] {
        return false
      }
      return true
    }
  }

  /// Whether a word begins with one of several.
  func opens(_ index: Int, withOneOf choices: [StaticString]) -> Bool {
    choices.contains { opens(index, with: $0) }
  }

  /// Whether a word ends in "ed", as verbs of the past do.
  func endsInEd(_ index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    let span = words[index].span
    guard span.length >= 2 else { return false }
    return plain[span.end - 2] | 0x20 == UInt8(ascii: "e") && plain[span.end - 1] | 0x20 == UInt8(ascii: "d")
  }

  /// A word with its ASCII letters in lower case.
  func folded(_ word: Int) -> String {
    String(
      decoding: plain[words[word].span.range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  /// Whether an offset of a text line stands in quotation marks. Longer quotations than people make are not looked for.
  func isQuoted(_ offset: Int, in line: Int) -> Bool {
    var isOpen = false
    for place in max(lines[line].span.start, offset - 400)..<max(lines[line].span.start, offset) {
      switch plain[place] {
      case UInt8(ascii: "\""): isOpen.toggle()
      // “ and ”
      case 0x9C where place > 1 && plain[place - 1] == 0x80: isOpen = true
      case 0x9D where place > 1 && plain[place - 1] == 0x80: isOpen = false
      default: break
      }
    }
    return isOpen
  }
}
