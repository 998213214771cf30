import MarkdownTree

extension TimeReading {
  /// "2026年6月25日", "6月25日".
  mutating func readJapaneseDate(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> Int? {
    var year: Int?
    var month = first
    if first.length == 4, text.has("年", at: first.end) {
      year = first.value
      month = text.number(text.skippingBlanks(first.end + 3))
    }
    guard (1...2).contains(month.length), text.has("月", at: month.end), (1...12).contains(month.value) else {
      return nil
    }
    let day = text.number(text.skippingBlanks(month.end + 3))
    guard (1...2).contains(day.length), text.has("日", at: day.end), (1...31).contains(day.value) else {
      return nil
    }
    var mention = DateMention(
      span: SourceSpan(offset, day.end + 3), year: year, month: month.value, day: day.value)
    mention.isMonthFirst = true
    append(mention)
    return mentions.last?.span.end
  }

  /// "2014-August-11", "2014 Aug 11".
  mutating func readYearThenMonthName(
    _ offset: Int, _ year: (value: Int, end: Int, length: Int)
  ) -> Int? {
    let separator = text[year.end]
    guard isYear(year.value),
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == 0x20
    else { return nil }
    let (month, end) = word(year.end + 1)
    guard month.has(.month), text[end] == separator, let (day, dayEnd, _) = dayNumber(end + 1) else {
      return nil
    }
    append(
      DateMention(span: SourceSpan(offset, dayEnd), year: year.value, month: month.value, day: day))
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
    if text[dash] == UInt8(ascii: "-"), let (second, secondEnd, _) = dayNumber(text.skippingBlanks(dash + 1)),
      second > day,
      let (_, yearEnd) = yearAfter(secondEnd), yearEnd > secondEnd
    {
      lastDay = (second, SourceSpan(text.skippingBlanks(dash + 1), yearEnd))
      stop = secondEnd
    }
    let year = yearAfter(stop)
    // "may 10" in lower case, "Set 10 replicas" and "March 5 steps" need more to be dates.
    if word.has(.weakMonth), year == nil, !isOrdinal, !isCapitalMonth(offset, end) { return nil }
    var mention = DateMention(
      span: SourceSpan(offset, lastDay == nil ? year?.end ?? dayEnd : dayEnd), year: year?.value,
      month: word.value, day: day)
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
  func isCapitalMonth(_ offset: Int, _ end: Int) -> Bool {
    text.isUpper(offset) && end - offset != 3
      || text.has("May", at: offset) || text.has("Mar", at: offset) || text.has("MAY", at: offset)
  }

  /// "10 May 2023", "10th of May", "19. April", "10 de mayo de 2023", "10-May-2024".
  mutating func readDayFirst(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> Int? {
    guard (1...31).contains(number.value), text[offset - 1] != UInt8(ascii: "."),
      text[offset - 1] != UInt8(ascii: ":")
    else { return nil }
    let suffix = ordinalEnd(number.end)
    var next = suffix
    if text[next] == UInt8(ascii: ".") { next += 1 }
    if text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: "/"), text.isLetter(next + 1) {
      next += 1
    }
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
  func dayNumber(_ offset: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
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
  func ordinalEnd(_ offset: Int) -> Int {
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
  func yearAfter(_ offset: Int) -> (value: Int, end: Int)? {
    var next = text.skippingBlanks(offset)
    if text[next] == UInt8(ascii: ","), text[next - 1] != UInt8(ascii: ":") {
      next = text.skippingBlanks(next + 1)
    }
    if text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: "/"), next == offset { next += 1 }
    if text.has("de ", at: next) || text.has("of ", at: next) { next = text.skippingBlanks(next + 3) }
    if text.has("del ", at: next) { next = text.skippingBlanks(next + 4) }
    let year = text.number(next)
    // A log's "29/Jun/2022:20:28:01" is a year before a colon.
    let isColonFine = text[next - 1] == UInt8(ascii: "/") || !text.isDigit(year.end + 1)
    guard year.length == 4, isYear(year.value), isColonFine || text[year.end] != UInt8(ascii: ":"),
      text[year.end] != UInt8(ascii: "%"),
      !text.isLetter(year.end), !(text[year.end] == UInt8(ascii: "-") && text.isDigit(year.end + 1))
    else { return nil }
    // "May 10 2100 hours" is a clock.
    let (unit, _) = word(text.skippingBlanks(year.end))
    return unit.has(.unit) && !unit.has(.from) && unit.value == 3600 ? nil : (year.value, year.end)
  }
}
