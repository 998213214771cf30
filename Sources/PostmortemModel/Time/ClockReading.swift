import MarkdownTree

/// What the digits and letters of a clock say, before zone and judgement.
struct ClockParts {
  var hour: Int
  var minute = 0
  var second: Int?
  var meridiem: Meridiem?
  var isStray = false
  var lacksMinute = false
  /// Whether the form cannot be of twelve hours: "14h30", "2100hrs".
  var is24Hour = false
  var end: Int
}

extension TimeReading {
  /// Any form of clock that begins with the number at `offset`.
  mutating func readClock(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> Int? {
    guard number.length <= 2 || number.length == 4 else { return nil }
    if text[offset - 1] == UInt8(ascii: ":"), number.length == 2 { return readLostHour(offset, number) }
    if text[offset - 1] == UInt8(ascii: "."), text.isDigit(offset - 2), text[number.end] != UInt8(ascii: ":")
    {
      return nil
    }
    let parts =
      number.length == 4
      ? militaryClock(offset, number)
      : colonClock(number) ?? dottedClock(number) ?? letterClock(offset, number) ?? bareHour(number)
        ?? japaneseClock(offset, number)
    guard let parts, let mention = mention(offset, parts) else {
      return number.length <= 2 ? readHourRange(offset, number) : nil
    }
    mentions.append(.clock(mention))
    return mention.span.end
  }

  /// "noon", "midnight" and their like.
  mutating func readClockWord(_ offset: Int, _ word: TimeWord, _ end: Int) -> Int {
    guard !text.isAlphanumeric(offset - 1), text[offset - 1] != UInt8(ascii: "-"),
      text[end] != UInt8(ascii: "-"),
      let time = ClockTime(hour: word.value / 60, minute: word.value % 60)
    else { return end }
    var mention = ClockMention(span: SourceSpan(offset, end), time: time)
    attachZone(&mention, end, isPrecise: false)
    mention.isApproximate = qualifier(before: offset) != .exact
    // "12:00 noon" is one clock.
    if case .clock(let twelve) = mentions.last, twelve.isBare12h, twelve.time?.minutesOfDay == 720,
      text.skippingBlanksBack(offset) == twelve.span.end
    {
      mentions.removeLast()
      mention.span = mention.span.joined(with: twelve.span)
      mention.meridiem = time.hour == 12 ? .pm : .am
    }
    if let start = startOfTwelve(before: offset) {
      mention.span = SourceSpan(start, mention.span.end)
    }
    mentions.append(.clock(mention))
    return mention.span.end
  }

  /// Where the twelve of "12 noon" begins.
  private func startOfTwelve(before offset: Int) -> Int? {
    let end = text.skippingBlanksBack(offset)
    guard end < offset, text[end - 1] == UInt8(ascii: "2"), text[end - 2] == UInt8(ascii: "1"),
      !text.isAlphanumeric(end - 3), text[end - 3] != UInt8(ascii: ":"), text[end - 3] != UInt8(ascii: ".")
    else { return nil }
    return end - 2
  }

  /// ":30 PM": the hour is lost.
  mutating func readLostHour(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> Int? {
    guard !text.isAlphanumeric(offset - 2), let (meridiem, end, _) = meridiem(number.end) else { return nil }
    mentions.append(
      .clock(
        ClockMention(span: SourceSpan(offset - 1, end), meridiem: meridiem, defect: .missingHourOrMinute)))
    return end
  }

  /// Judges the parts and looks around them for a zone and "about".
  func mention(_ offset: Int, _ parts: ClockParts) -> ClockMention? {
    var parts = parts
    if text[offset - 1] == UInt8(ascii: "["), text[parts.end] == UInt8(ascii: "]") { parts.end += 1 }
    let isBracketed = text[offset - 1] == UInt8(ascii: "[") && text[parts.end - 1] == UInt8(ascii: "]")
    guard let (time, defect) = judged(parts, offset) else { return nil }
    let isDateTime = text[offset - 1] == UInt8(ascii: "T")
    var mention = ClockMention(span: SourceSpan(isBracketed ? offset - 1 : offset, parts.end), time: time)
    mention.meridiem = parts.meridiem
    mention.hasSeconds = parts.second != nil
    mention.defect = defect
    mention.isEndOfDay = parts.hour == 24 && time != nil
    mention.isBare12h =
      parts.meridiem == nil && !parts.is24Hour && (1...12).contains(parts.hour) && defect == nil
      && parts.second == nil && !isDateTime
    mention.isPadded = text[offset] == UInt8(ascii: "0")
    attachZone(&mention, parts.end, isPrecise: parts.second != nil || isDateTime)
    if mention.writtenZone == nil { attachZone(&mention, before: offset) }
    mention.isApproximate = qualifier(before: mention.span.start) != .exact
    return mention
  }

  func judged(_ parts: ClockParts, _ offset: Int) -> (time: ClockTime?, defect: ClockMention.Defect?)? {
    if parts.lacksMinute { return parts.hour <= 23 ? (nil, .missingHourOrMinute) : nil }
    // "80:20" and "(46:00)" are ratios and lengths.
    let isAlone = text[offset - 1] == UInt8(ascii: "(") && text[parts.end] == UInt8(ascii: ")")
    let isClaimed = parts.meridiem != nil || parts.isStray
    if parts.hour > 24 || (parts.hour == 24 && parts.minute > 0) {
      guard parts.minute < 60, isClaimed || (parts.hour < 30 && !isAlone) else { return nil }
      return (nil, .hourOutOfRange)
    }
    if parts.minute > 59 { return isAlone && !isClaimed ? nil : (nil, .minuteOutOfRange) }
    let (hour, isContradictory) = hour24(parts)
    let time = ClockTime(hour: hour, minute: parts.minute, second: parts.second)
    if parts.isStray { return (time, .strayMeridiem) }
    return (time, isContradictory ? .meridiemOn24Hour : nil)
  }

  /// The hour of 24, and whether the meridiem contradicts it.
  func hour24(_ parts: ClockParts) -> (hour: Int, isContradictory: Bool) {
    switch (parts.hour, parts.meridiem) {
    case (24, _): (0, parts.meridiem != nil)
    case (_, nil): (parts.hour, false)
    case (0, .some(let meridiem)): (meridiem == .pm ? 12 : 0, meridiem == .pm)
    case (13..., _): (parts.hour, true)
    case (12, .am): (0, false)
    case (_, .am): (parts.hour, false)
    case (12, .pm): (12, false)
    case (_, .pm): (parts.hour + 12, false)
    }
  }

  func attachZone(_ mention: inout ClockMention, _ end: Int, isPrecise: Bool) {
    let found = text.zone(
      afterClock: hourWordEnd(end), hasMeridiem: mention.meridiem != nil, isPrecise: isPrecise)
    guard let (zone, stop) = found else { return }
    mention.writtenZone = zone
    mention.span = SourceSpan(mention.span.start, max(stop, mention.span.end))
  }

  /// The offset after a word such as "Uhr" behind a clock, else `end`.
  private func hourWordEnd(_ end: Int) -> Int {
    let next = text.skippingBlanks(end)
    for word in ["Uhr", "uhr", "hrs", "Hrs"] as [StaticString] where text.has(word, at: next) {
      return text.isAlphanumeric(next + 3) ? end : next + 3
    }
    return end
  }

  /// "UTC 14:30".
  func attachZone(_ mention: inout ClockMention, before offset: Int) {
    let end = text.skippingBlanksBack(offset)
    guard end < offset else { return }
    var start = end
    while text.isUpper(start - 1), end - start < 6 { start -= 1 }
    guard end - start >= 3, !text.isAlphanumeric(start - 1),
      !text.isDigit(text.skippingBlanksBack(start) - 1),
      let zone = text.zone(at: start, .none), zone.span.end == end
    else { return }
    mention.writtenZone = zone
    mention.span = SourceSpan(start, mention.span.end)
  }

  /// "9-11 AM" and "10 to 11:30 PM", where the first hour borrows all from the second clock.
  mutating func readHourRange(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> Int? {
    guard (1...12).contains(number.value) else { return nil }
    var next = text.skippingBlanks(number.end)
    if text[next] == UInt8(ascii: "-") {
      next = text.skippingBlanks(next + 1)
    } else {
      let (word, end) = word(next)
      guard word.has(.to), next > number.end else { return nil }
      next = text.skippingBlanks(end)
    }
    let second = text.number(next)
    guard second.length > 0, second.length <= 2, (1...12).contains(second.value) else { return nil }
    guard let parts = colonClock(second) ?? bareHour(second), parts.meridiem != nil, parts.minute < 60,
      !parts.isStray
    else { return nil }
    var mention = ClockMention(
      span: SourceSpan(offset, number.end), time: ClockTime(hour: number.value, minute: 0))
    mention.isBare12h = true
    mentions.append(.clock(mention))
    return number.end
  }
}
