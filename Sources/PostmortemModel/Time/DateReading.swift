import MarkdownTree

extension TimeReading {
  /// "2024-05-13", "13.05.2024", "05/13/24", "03, 14, 2024", "12-05 16:21", "2026年6月25日".
  mutating func readNumericDate(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> Int? {
    guard first.length <= 2 || first.length == 4 else { return nil }
    if let stop = readJapaneseDate(offset, first) { return stop }
    if first.length == 4, let stop = readYearThenMonthName(offset, first) { return stop }
    let separator = text[first.end]
    switch separator {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      guard text[offset - 1] != UInt8(ascii: "."), text[offset - 1] != separator || text.isBlank(offset - 2)
      else {
        return nil
      }
      let second = text.number(first.end + 1)
      guard second.length == 1 || second.length == 2 else { return nil }
      if text[second.end] == separator, text.isDigit(second.end + 1) {
        return readThreeParts(offset, first, second, text.number(second.end + 1), separator)
      }
      return readTwoParts(offset, first, second, separator)
    case UInt8(ascii: ","):
      let second = text.number(text.skippingBlanks(first.end + 1))
      guard first.length <= 2, second.length == 1 || second.length == 2, text[second.end] == separator else {
        return nil
      }
      let third = text.number(text.skippingBlanks(second.end + 1))
      guard third.length == 4 else { return nil }
      return readThreeParts(offset, first, second, third, UInt8(ascii: "/"))
    default:
      return first.length == 4 ? readSpacedDate(offset, first) : nil
    }
  }

  /// "2025‑05‑20" with hyphens that do not break: the plain text has each as a dash between blanks.
  private mutating func readSpacedDate(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> Int? {
    func part(after end: Int) -> (value: Int, end: Int, length: Int)? {
      guard text.isBlank(end), text[end + 1] == UInt8(ascii: "-"), text.isBlank(end + 2) else { return nil }
      let number = text.number(end + 3)
      return number.length == 2 ? number : nil
    }
    guard let second = part(after: first.end), let third = part(after: second.end) else { return nil }
    return readThreeParts(offset, first, second, third, UInt8(ascii: "-"))
  }

  mutating func readThreeParts(
    _ offset: Int, _ first: (value: Int, end: Int, length: Int),
    _ second: (value: Int, end: Int, length: Int),
    _ third: (value: Int, end: Int, length: Int), _ separator: UInt8
  ) -> Int? {
    let follower = text[third.end]
    let isGluedTime = follower == UInt8(ascii: "T") && text.isDigit(third.end + 1)
    guard isGluedTime || !text.isAlphanumeric(third.end), follower != UInt8(ascii: "_"),
      follower != UInt8(ascii: "%"),
      !(follower == separator && text.isAlphanumeric(third.end + 1)),
      !(separator == UInt8(ascii: ".") && follower == UInt8(ascii: "-") && text.isLetter(third.end + 1))
    else { return nil }
    let span = SourceSpan(offset, third.end)
    if first.length == 4 {
      guard third.length <= 2, isYear(first.value), (1...12).contains(second.value),
        (1...31).contains(third.value),
        separator != UInt8(ascii: ".") || second.length == 2
      else { return nil }
      append(DateMention(span: span, year: first.value, month: second.value, day: third.value))
    } else {
      // "1.2.10" is a version: two digits make a year only between hyphens and slashes.
      let isShort =
        third.length == 2 && first.length + second.length + (separator == UInt8(ascii: "/") ? 1 : 0) >= 3
      guard third.length == 4 || (isShort && separator != UInt8(ascii: ".")) else { return nil }
      let year = third.length == 4 ? third.value : 2000 + third.value
      guard isYear(year), var mention = ordered(first.value, second.value, separator) else { return nil }
      (mention.year, mention.span) = (year, span)
      append(mention)
    }
    return isGluedTime ? third.end + 1 : mentions.last?.span.end
  }

  /// "12-05 16:21", "13/05 at 10:00", "13.05. 10:00": only beside a clock or a weekday.
  mutating func readTwoParts(
    _ offset: Int, _ first: (value: Int, end: Int, length: Int),
    _ second: (value: Int, end: Int, length: Int),
    _ separator: UInt8
  ) -> Int? {
    guard first.length <= 2, !text.isAlphanumeric(second.end), text[second.end] != UInt8(ascii: "%") else {
      return nil
    }
    var next = second.end
    if separator == UInt8(ascii: ".") {
      guard text[next] == separator else { return nil }
      next += 1
    }
    let end = next
    let isCalled = weekday.map { $0.span.end + 8 > offset && isGap($0.span.end, offset) } ?? false
    next = text.skippingBlanks(next)
    if text[next] == UInt8(ascii: ",") { next = text.skippingBlanks(next + 1) }
    if word(next).word.has(.clockCue) { next = text.skippingBlanks(word(next).end) }
    let hour = text.number(next)
    let isBesideClock =
      next > second.end && (hour.length == 1 || hour.length == 2)
      && text[hour.end] == UInt8(ascii: ":") && text.number(hour.end + 1).length == 2
    guard isBesideClock || isCalled,
      var mention = separator == UInt8(ascii: "-")
        ? ordered(first.value, second.value, UInt8(ascii: "/"))
        : ordered(first.value, second.value, separator)
    else { return nil }
    mention.span = SourceSpan(offset, end)
    if separator == UInt8(ascii: "-") { mention.isAmbiguousOrder = false }
    append(mention)
    return mentions.last?.span.end
  }

  /// Day and month of two numbers: by size, else month first between slashes and day first otherwise.
  func ordered(_ first: Int, _ second: Int, _ separator: UInt8) -> DateMention? {
    guard (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12 else { return nil }
    let isMonthFirst = first > 12 ? false : second > 12 ? true : separator == UInt8(ascii: "/")
    var mention = DateMention(
      span: SourceSpan(0, 0), month: isMonthFirst ? first : second, day: isMonthFirst ? second : first)
    // Dots stand only where the day comes first.
    mention.isAmbiguousOrder =
      first <= 12 && second <= 12 && first != second && separator != UInt8(ascii: ".")
    mention.isMonthFirst = isMonthFirst
    return mention
  }

  func isYear(_ number: Int) -> Bool { (1900...2199).contains(number) }

  /// Adds a date with the weekday before or behind it.
  mutating func append(_ date: DateMention) {
    var date = date
    if let weekday, isGap(weekday.span.end, date.span.start) {
      date.weekday = weekday.value
      date.span = SourceSpan(weekday.span.start, date.span.end)
    } else if let (value, end) = weekdayAfter(date.span.end) {
      date.weekday = value
      date.span = SourceSpan(date.span.start, end)
    }
    weekday = nil
    mentions.append(.date(date))
  }

  /// Whether only punctuation and "the" stand between a weekday and a date.
  func isGap(_ from: Int, _ to: Int) -> Bool {
    guard from <= to, to - from <= 16 else { return false }
    var next = from
    while next < to {
      let byte = text[next]
      if text.isBlank(next) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "|")
        || byte == UInt8(ascii: "(")
      {
        next += 1
      } else if text.isLetter(next), word(next).word.has(.filler) {
        next = word(next).end
      } else {
        return false
      }
    }
    return true
  }

  /// "(火)", ", Monday", " (Tue)".
  func weekdayAfter(_ offset: Int) -> (value: Int, end: Int)? {
    var next = text.skippingBlanks(offset)
    let isOpened = text[next] == UInt8(ascii: "(")
    if isOpened || text[next] == UInt8(ascii: ",") { next = text.skippingBlanks(next + 1) }
    let (word, end) = word(next)
    guard word.has(.weekday), next > offset else { return nil }
    if !isOpened {
      // "2024-05-13 Sat down": only full names and "Mon," count behind a date; a date may follow for itself.
      let after = text.skippingBlanks(text[end] == UInt8(ascii: ",") ? end + 1 : end)
      guard text.isUpper(next), end - next > 4, !text.isDigit(after), !self.word(after).word.has(.month)
      else { return nil }
      return (word.value, end)
    }
    let close = text.skippingBlanks(end)
    return text[close] == UInt8(ascii: ")") ? (word.value, close + 1) : nil
  }
}
