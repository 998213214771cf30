import MarkdownTree

extension TimeReading {
  /// "2024-05-13", "13.05.2024", "05/13/24", "03, 14, 2024", "12-05 16:21", "2026年6月25日".
  mutating func readNumericDate(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> Int? {
    guard first.length <= 2 || first.length == 4 else { return nil }
    if let stop = readJapaneseDate(offset, first) { return stop }
    let separator = text[first.end]
    switch separator {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      guard text[offset - 1] != UInt8(ascii: "."), text[offset - 1] != separator || text.isBlank(offset - 2) else {
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
      guard first.length <= 2, second.length == 1 || second.length == 2, text[second.end] == separator else { return nil }
      let third = text.number(text.skippingBlanks(second.end + 1))
      guard third.length == 4 else { return nil }
      return readThreeParts(offset, first, second, third, UInt8(ascii: "/"))
    default:
      return nil
    }
  }

  private mutating func readThreeParts(
    _ offset: Int, _ first: (value: Int, end: Int, length: Int), _ second: (value: Int, end: Int, length: Int),
    _ third: (value: Int, end: Int, length: Int), _ separator: UInt8
  ) -> Int? {
    let follower = text[third.end]
    let isGluedTime = follower == UInt8(ascii: "T") && text.isDigit(third.end + 1)
    guard isGluedTime || !text.isAlphanumeric(third.end), follower != UInt8(ascii: "_"), follower != UInt8(ascii: "%"),
      !(follower == separator && text.isAlphanumeric(third.end + 1)),
      !(separator == UInt8(ascii: ".") && follower == UInt8(ascii: "-") && text.isLetter(third.end + 1))
    else { return nil }
    let span = SourceSpan(offset, third.end)
    if first.length == 4 {
      guard third.length <= 2, isYear(first.value), (1...12).contains(second.value), (1...31).contains(third.value),
        separator != UInt8(ascii: ".") || second.length == 2
      else { return nil }
      append(DateMention(span: span, year: first.value, month: second.value, day: third.value))
    } else {
      // "1.2.10" is a version: two digits make a year only between hyphens and slashes.
      let isShort = third.length == 2 && first.length + second.length + (separator == UInt8(ascii: "/") ? 1 : 0) >= 3
      guard third.length == 4 || (isShort && separator != UInt8(ascii: ".")) else { return nil }
      let year = third.length == 4 ? third.value : 2000 + third.value
      guard isYear(year), var mention = ordered(first.value, second.value, separator) else { return nil }
      (mention.year, mention.span) = (year, span)
      append(mention)
    }
    return isGluedTime ? third.end + 1 : mentions.last?.span.end
  }

  /// "12-05 16:21", "13/05 at 10:00", "13.05. 10:00": only beside a clock or a weekday.
  private mutating func readTwoParts(
    _ offset: Int, _ first: (value: Int, end: Int, length: Int), _ second: (value: Int, end: Int, length: Int),
    _ separator: UInt8
  ) -> Int? {
    guard first.length <= 2, !text.isAlphanumeric(second.end), text[second.end] != UInt8(ascii: "%") else { return nil }
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
    let isBesideClock = next > second.end && (hour.length == 1 || hour.length == 2)
      && text[hour.end] == UInt8(ascii: ":") && text.number(hour.end + 1).length == 2
    guard isBesideClock || isCalled,
      var mention = separator == UInt8(ascii: "-")
        ? ordered(first.value, second.value, UInt8(ascii: "/")) : ordered(first.value, second.value, separator)
    else { return nil }
    mention.span = SourceSpan(offset, end)
    if separator == UInt8(ascii: "-") { mention.isAmbiguousOrder = false }
    append(mention)
    return mentions.last?.span.end
  }

  /// Day and month of two numbers: by size, else month first between slashes and day first otherwise.
  private func ordered(_ first: Int, _ second: Int, _ separator: UInt8) -> DateMention? {
    guard (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12 else { return nil }
    let isMonthFirst = first > 12 ? false : second > 12 ? true : separator == UInt8(ascii: "/")
    var mention = DateMention(
      span: SourceSpan(0, 0), month: isMonthFirst ? first : second, day: isMonthFirst ? second : first)
    // Dots stand only where the day comes first.
    mention.isAmbiguousOrder = first <= 12 && second <= 12 && first != second && separator != UInt8(ascii: ".")
    mention.isMonthFirst = isMonthFirst
    return mention
  }

  /// "2026年6月25日", "6月25日".
  private mutating func readJapaneseDate(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> Int? {
    var year: Int?
    var month = first
    if first.length == 4, text.has("年", at: first.end) {
      year = first.value
      month = text.number(text.skippingBlanks(first.end + 3))
    }
    guard (1...2).contains(month.length), text.has("月", at: month.end), (1...12).contains(month.value) else { return nil }
    let day = text.number(text.skippingBlanks(month.end + 3))
    guard (1...2).contains(day.length), text.has("日", at: day.end), (1...31).contains(day.value) else { return nil }
    var mention = DateMention(
      span: SourceSpan(offset, day.end + 3), year: year, month: month.value, day: day.value)
    mention.isMonthFirst = true
    append(mention)
    return mentions.last?.span.end
  }

  /// "May 10th, 2023", "May 10", "January23, 2021", "May 10 - 12, 2023".
  mutating func readMonthName(_ offset: Int, _ word: TimeWord, _ end: Int) -> Int? {
    guard !text.isAlphanumeric(offset - 1), text[offset - 1] != UInt8(ascii: "_") else { return nil }
    var next = end
    if text[next] == UInt8(ascii: ".") { next += 1 }
    if text[next] == UInt8(ascii: "-"), text.isDigit(next + 1) { next += 1 }
    next = text.skippingBlanks(next)
    if text.has("the", at: next), text.isBlank(next + 3) { next = text.skippingBlanks(next + 3) }
    guard let (day, dayEnd, isOrdinal) = dayNumber(next) else { return nil }
    var stop = dayEnd
    var lastDay: (day: Int, span: SourceSpan)?
    let dash = text.skippingBlanks(stop)
    if text[dash] == UInt8(ascii: "-"), let (second, secondEnd, _) = dayNumber(text.skippingBlanks(dash + 1)), second > day,
      let (_, yearEnd) = yearAfter(secondEnd), yearEnd > secondEnd {
      lastDay = (second, SourceSpan(text.skippingBlanks(dash + 1), yearEnd))
      stop = secondEnd
    }
    let year = yearAfter(stop)
    // "may 10" in lower case, "Set 10 replicas" and "March 5 steps" need more to be dates.
    if word.has(.weakMonth), year == nil, !isOrdinal, !isCapitalMonth(offset, end) { return nil }
    var mention = DateMention(
      span: SourceSpan(offset, lastDay == nil ? year?.end ?? dayEnd : dayEnd), year: year?.value, month: word.value, day: day)
    mention.isMonthFirst = true
    append(mention)
    if let lastDay {
      mention.day = lastDay.day
      mention.span = lastDay.span
      mention.weekday = nil
      append(mention)
    }
    return mentions.last?.span.end
  }

  /// Whether a month that is also another word is written as a month: "May", "March", "Mars".
  private func isCapitalMonth(_ offset: Int, _ end: Int) -> Bool { text.isUpper(offset) && end - offset != 3
    || text.has("May", at: offset) || text.has("Mar", at: offset) || text.has("MAY", at: offset) }

  /// "10 May 2023", "10th of May", "19. April", "10 de mayo de 2023", "10-May-2024".
  mutating func readDayFirst(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> Int? {
    guard (1...31).contains(number.value), text[offset - 1] != UInt8(ascii: "."), text[offset - 1] != UInt8(ascii: ":")
    else { return nil }
    let suffix = ordinalEnd(number.end)
    var next = suffix
    if text[next] == UInt8(ascii: ".") { next += 1 }
    if text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: "/"), text.isLetter(next + 1) { next += 1 }
    next = text.skippingBlanks(next)
    var (month, end) = word(next)
    var isLinked = suffix > number.end
    if month.has(.of), !month.has(.month), text.isBlank(end) {
      isLinked = true
      next = text.skippingBlanks(end)
      (month, end) = word(next)
    }
    guard month.has(.month), !text.isDigit(end) || text[next] != UInt8(ascii: "m") else { return nil }
    if text[end] == UInt8(ascii: "."), text.isBlank(end + 1), end - next <= 4 { end += 1 }
    let year = yearAfter(end)
    if month.has(.weakMonth), year == nil, !isLinked, !isCapitalMonth(next, end) { return nil }
    // "5 Mar 10:30" has no year; "10 may 2" no sense.
    append(
      DateMention(
        span: SourceSpan(offset, year?.end ?? end), year: year?.value, month: month.value, day: number.value))
    return mentions.last?.span.end
  }

  /// The day of the month at `offset`: 1 ... 31 and no part of a longer number, clock or share.
  private func dayNumber(_ offset: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
    let number = text.number(offset)
    guard (1...2).contains(number.length), (1...31).contains(number.value) else { return nil }
    let end = ordinalEnd(number.end)
    let follower = text[end]
    guard !text.isAlphanumeric(end), follower != UInt8(ascii: ":"), follower != UInt8(ascii: "%"),
      !((follower == UInt8(ascii: ".") || follower == UInt8(ascii: ",")) && text.isDigit(end + 1)
        && text.number(end + 1).length != 4)
    else {
      // "May 10: the outage begins": a colon that no minute follows.
      guard follower == UInt8(ascii: ":"), !text.isDigit(end + 1) else { return nil }
      return (number.value, end, end > number.end)
    }
    return (number.value, end, end > number.end)
  }

  /// The end of "st", "nd", "rd", "th", "er", "º" behind a number.
  private func ordinalEnd(_ offset: Int) -> Int {
    let (first, second) = (text.lower(offset), text.lower(offset + 1))
    switch (first, second) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")),
      (UInt8(ascii: "e"), UInt8(ascii: "r")):
      return text.isAlphanumeric(offset + 2) ? offset : offset + 2
    case (0xC2, 0xBA), (0xC2, 0xB0):
      return offset + 2
    default:
      return offset
    }
  }

  /// ", 2023", " 2023", " de 2023", "-2024".
  private func yearAfter(_ offset: Int) -> (value: Int, end: Int)? {
    var next = text.skippingBlanks(offset)
    if text[next] == UInt8(ascii: ","), text[next - 1] != UInt8(ascii: ":") { next = text.skippingBlanks(next + 1) }
    if text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: "/"), next == offset { next += 1 }
    if text.has("de ", at: next) || text.has("of ", at: next) { next = text.skippingBlanks(next + 3) }
    if text.has("del ", at: next) { next = text.skippingBlanks(next + 4) }
    let year = text.number(next)
    // A log's "29/Jun/2022:20:28:01" is a year before a colon.
    let isColonFine = text[next - 1] == UInt8(ascii: "/") || !text.isDigit(year.end + 1)
    guard year.length == 4, isYear(year.value), isColonFine || text[year.end] != UInt8(ascii: ":"), text[year.end] != UInt8(ascii: "%"),
      !text.isLetter(year.end), !(text[year.end] == UInt8(ascii: "-") && text.isDigit(year.end + 1))
    else { return nil }
    // "May 10 2100 hours" is a clock.
    let (unit, _) = word(text.skippingBlanks(year.end))
    return unit.has(.unit) && !unit.has(.from) && unit.value == 3600 ? nil : (year.value, year.end)
  }

  private func isYear(_ number: Int) -> Bool { (1900...2199).contains(number) }

  /// Adds a date with the weekday before or behind it.
  private mutating func append(_ date: DateMention) {
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
  private func isGap(_ from: Int, _ to: Int) -> Bool {
    guard from <= to, to - from <= 16 else { return false }
    var next = from
    while next < to {
      let byte = text[next]
      if text.isBlank(next) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "|")
        || byte == UInt8(ascii: "(") {
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
  private func weekdayAfter(_ offset: Int) -> (value: Int, end: Int)? {
    var next = text.skippingBlanks(offset)
    let isOpened = text[next] == UInt8(ascii: "(")
    if isOpened || text[next] == UInt8(ascii: ",") { next = text.skippingBlanks(next + 1) }
    let (word, end) = word(next)
    guard word.has(.weekday), next > offset else { return nil }
    if !isOpened {
      // "2024-05-13 Sat down": only full names and "Mon," count behind a date; a date may follow for itself.
      let after = text.skippingBlanks(text[end] == UInt8(ascii: ",") ? end + 1 : end)
      guard text.isUpper(next), end - next > 4, !text.isDigit(after), !self.word(after).word.has(.month) else { return nil }
      return (word.value, end)
    }
    let close = text.skippingBlanks(end)
    return text[close] == UInt8(ascii: ")") ? (word.value, close + 1) : nil
  }
}
