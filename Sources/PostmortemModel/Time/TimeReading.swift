import MarkdownTree

/// One pass over a stretch of text, from left to right.
///
/// Only digits and the first letters of a few words are looked at twice; each reader tries one form and
/// answers with the offset after it, or nil.
struct TimeReading {
  private(set) var text: TimeText
  let words = TimeWordTable.standard
  var mentions: [TimeMention] = []
  /// The weekday word read last, for the date that may follow it.
  var weekday: (span: SourceSpan, value: Int)?

  init(_ text: TimeText) { self.text = text }

  /// Begins another stretch in place of the last.
  mutating func begin(_ text: TimeText) {
    self.text = text
    if !mentions.isEmpty { mentions.removeAll(keepingCapacity: true) }
    weekday = nil
  }

  mutating func read() {
    var next = text.start
    while next < text.end { next = read(at: next) }
  }

  /// Reads at the words that may open a mention, as nearly all the rest opens none.
  mutating func read(at words: Slice<UnsafeBufferPointer<Word>>) {
    var next = text.start
    for word in words {
      let (start, end) = (Int(word.start), Int(word.end))
      // A mention that ends inside a word leaves its rest to be read.
      guard next < end, next > start || word.traits.contains(.isTimely) else { continue }
      next = max(next, start)
      while next < end { next = read(at: next) }
    }
  }

  /// Reads what begins at an offset; answers with the offset to go on from.
  @inline(__always)
  private mutating func read(at offset: Int) -> Int {
    let byte = text.byte(offset)
    if (byte | 32) &- 97 < 26 || byte >= 0x80 { return readWord(offset) }
    return byte &- 48 < 10 ? readNumber(offset) : offset + 1
  }

  /// The word at `offset` and where it ends.
  func word(_ offset: Int) -> (word: TimeWord, end: Int) {
    guard text.isWordByte(offset) else { return (.none, offset) }
    let (key, end) = text.wordKey(offset)
    return (end - offset <= 24 ? words.word(key) : .none, end)
  }

  /// The word that ends before `offset`, with blanks, a colon or a full stop between.
  func wordBefore(_ offset: Int) -> (word: TimeWord, start: Int) {
    var end = text.skippingBlanksBack(offset)
    if text[end - 1] == UInt8(ascii: ":") || text[end - 1] == UInt8(ascii: ".") {
      end = text.skippingBlanksBack(end - 1)
    }
    var start = end
    while text.isWordByte(start - 1), end - start < 25 { start -= 1 }
    guard start < end, end - start < 25 else { return (.none, end) }
    let (key, stop) = text.wordKey(start)
    return (stop == end ? words.word(key) : .none, start)
  }

  @inline(__always)
  private mutating func readWord(_ offset: Int) -> Int {
    let end = text.wordEnd(offset)
    if words.mayOpen(text, offset, end) { return readOpener(offset, end) }
    // Nearly all words end before a blank and are done with.
    if end < text.end, text.byte(end) == 32, text.byte(offset) != UInt8(ascii: "P") { return end }
    return readOtherWord(offset, end)
  }

  private mutating func readOpener(_ offset: Int, _ end: Int) -> Int {
    let word = word(offset).word
    guard !word.roles.isDisjoint(with: .openers) else { return readOtherWord(offset, end) }
    if word.has(.weekday) { weekday = (SourceSpan(offset, end), word.value) }
    if word.has(.month), let stop = readMonthName(offset, word, end) { return stop }
    if word.has(.clock) { return readClockWord(offset, word, end) }
    if word.roles.contains(.number) || word.has(.article) || word.has(.half),
      let stop = readWordDuration(offset, word, end)
    {
      return stop
    }
    return end
  }

  /// "PT1H30M", and "T+00:10", which the digits' own reader takes.
  private mutating func readOtherWord(_ offset: Int, _ end: Int) -> Int {
    if text[offset] == UInt8(ascii: "P"), text.isDigit(end), end - offset <= 2,
      let stop = readPeriodCode(offset, end)
    {
      return stop
    }
    // Letters and digits in one word ("v2", "web01") are a name, unless they are of scripts without blanks.
    return text.isDigit(end) && text.isLetter(end - 1) ? nameEnd(end) : end
  }

  /// The end of a name, number or path that is no mention: letters, digits and what joins them.
  func nameEnd(_ offset: Int) -> Int {
    var next = offset
    while next < text.end {
      if text.isAlphanumeric(next) || text[next] == UInt8(ascii: "_") {
        next += 1
      } else if text[next] == UInt8(ascii: ".") || text[next] == UInt8(ascii: ":")
        || text[next] == UInt8(ascii: "/"),
        text.isAlphanumeric(next + 1)
      {
        next += 2
      } else {
        break
      }
    }
    return max(next, offset)
  }

  private mutating func readNumber(_ offset: Int) -> Int {
    let number = text.number(offset)
    if isPartOfName(offset) { return nameEnd(number.end) }
    if text[offset - 1] == UInt8(ascii: "+"), let stop = readElapsed(offset) { return stop }
    if let stop = readNumericDate(offset, number) { return stop }
    if let stop = readClockLength(offset, number) { return stop }
    if let stop = readClock(offset, number) { return stop }
    if number.length <= 2, let stop = readDayFirst(offset, number) { return stop }
    if let stop = readDuration(offset, number) { return stop }
    // "10.12:30 PM": a list number without its blank.
    if number.length <= 2, text[number.end] == UInt8(ascii: "."), text.isDigit(number.end + 1) {
      let second = text.number(number.end + 1)
      if second.length <= 2, text[second.end] == UInt8(ascii: ":"), text.number(second.end + 1).length == 2 {
        return number.end + 1
      }
    }
    return nameEnd(number.end)
  }

  /// Whether what stands before the digit makes it a part of a name, path or amount: "v2", "#10", "/2024".
  private func isPartOfName(_ offset: Int) -> Bool {
    let before = text[offset - 1]
    switch before {
    case UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "&"),
      UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "^"):
      return true
    case UInt8(ascii: "/"):
      // "10:00 AM EST/3:00 PM GMT".
      if text.isUpper(offset - 2), text[text.number(offset).end] == UInt8(ascii: ":") { return false }
      return text[offset - 2] != 32 && !text.isBlank(offset - 2) && !text.isDigit(offset - 2)
        && text[offset - 2] != UInt8(ascii: ")")
    case UInt8(ascii: "-"):
      // "us-east-1", "CVE-2024-1"; but "AM-10:30" and "UTC-2024-05-13" of two moments.
      guard text.isLetter(offset - 2) else { return false }
      return !(text.lower(offset - 2) == UInt8(ascii: "m") || text.lower(offset - 2) == UInt8(ascii: "c"))
    default:
      return false
    }
  }

  /// "+00:03" and "T+1:30:00": time since the start.
  private mutating func readElapsed(_ offset: Int) -> Int? {
    let sign = offset - 1
    let first = text.number(offset)
    guard first.length <= 3, !text.isDigit(sign - 1) else { return nil }
    let start = text.lower(sign - 1) == UInt8(ascii: "t") && !text.isAlphanumeric(sign - 2) ? sign - 1 : sign
    if text[first.end] == UInt8(ascii: ":"), text.number(first.end + 1).length == 2 {
      let second = text.number(first.end + 1)
      var seconds = first.value * 3600 + second.value * 60
      var end = second.end
      if text[end] == UInt8(ascii: ":"), text.number(end + 1).length == 2 {
        seconds += text.number(end + 1).value
        end += 3
      }
      guard !text.isAlphanumeric(end) else { return nil }
      mentions.append(.elapsed(ElapsedMention(span: SourceSpan(start, end), seconds: seconds)))
      return end
    }
    guard let (duration, end) = duration(offset, first, isCued: true) else { return nil }
    mentions.append(.elapsed(ElapsedMention(span: SourceSpan(start, end), seconds: duration.seconds)))
    return end
  }
}
