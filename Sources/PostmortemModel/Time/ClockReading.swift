import MarkdownTree

/// What the digits and letters of a clock say, before zone and judgement.
private struct ClockParts {
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
    if text[offset - 1] == UInt8(ascii: "."), text.isDigit(offset - 2), text[number.end] != UInt8(ascii: ":") {
      return nil
    }
    let parts =
      number.length == 4
      ? militaryClock(offset, number)
      : colonClock(number) ?? dottedClock(number) ?? letterClock(offset, number) ?? bareHour(number)
        ?? japaneseClock(offset, number)
    guard let parts, let mention = mention(offset, parts) else { return number.length <= 2 ? readHourRange(offset, number) : nil }
    mentions.append(.clock(mention))
    return mention.span.end
  }

  /// "noon", "midnight" and their like.
  mutating func readClockWord(_ offset: Int, _ word: TimeWord, _ end: Int) -> Int {
    guard !text.isAlphanumeric(offset - 1), text[offset - 1] != UInt8(ascii: "-"), text[end] != UInt8(ascii: "-"),
      let time = ClockTime(hour: word.value / 60, minute: word.value % 60)
    else { return end }
    var mention = ClockMention(span: SourceSpan(offset, end), time: time)
    attachZone(&mention, end, isPrecise: false)
    mention.isApproximate = qualifier(before: offset) != .exact
    mentions.append(.clock(mention))
    return mention.span.end
  }

  /// ":30 PM": the hour is lost.
  private mutating func readLostHour(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> Int? {
    guard !text.isAlphanumeric(offset - 2), let (meridiem, end, _) = meridiem(number.end) else { return nil }
    mentions.append(
      .clock(
        ClockMention(span: SourceSpan(offset - 1, end), meridiem: meridiem, defect: .missingHourOrMinute)))
    return end
  }

  /// "14:05", "2:05 PM", "14:05:07.123", "3:AM".
  private func colonClock(_ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard text[hour.end] == UInt8(ascii: ":") else { return nil }
    var parts = ClockParts(hour: hour.value, end: hour.end + 1)
    let minute = text.number(hour.end + 1)
    if minute.length == 0 {
      guard let (meridiem, end, _) = meridiem(hour.end + 1), meridiem != nil else { return nil }
      (parts.meridiem, parts.end, parts.lacksMinute) = (meridiem, end, true)
      return parts
    }
    guard minute.length == 2 else { return nil }
    (parts.minute, parts.end) = (minute.value, minute.end)
    if text[parts.end] == UInt8(ascii: ":"), text.isDigit(parts.end + 1) {
      let second = text.number(parts.end + 1)
      guard second.length == 2, second.value <= 60 else { return nil }
      (parts.second, parts.end) = (second.value, second.end)
      if text[parts.end] == UInt8(ascii: ".") || text[parts.end] == UInt8(ascii: ","), text.isDigit(parts.end + 1) {
        parts.end = text.number(parts.end + 1).end
      }
    }
    // A fourth group, a decimal or a percentage is no clock.
    let follower = text[parts.end]
    if follower == UInt8(ascii: "%") || follower == UInt8(ascii: "_") { return nil }
    if follower == UInt8(ascii: ":") || follower == UInt8(ascii: "."), text.isDigit(parts.end + 1) { return nil }
    return withMeridiem(parts)
  }

  /// "2.30pm", "14.30 Uhr", "14.30h".
  private func dottedClock(_ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard text[hour.end] == UInt8(ascii: "."), text[hour.end - hour.length - 1] != UInt8(ascii: ".") else { return nil }
    let minute = text.number(hour.end + 1)
    guard minute.length == 2, minute.value < 60, hour.value < 24 else { return nil }
    var parts = ClockParts(hour: hour.value, minute: minute.value, end: minute.end)
    let next = text.skippingBlanks(minute.end)
    if text.has("Uhr", at: next) || text.has("uhr", at: next), !text.isAlphanumeric(next + 3) {
      (parts.end, parts.is24Hour) = (next + 3, true)
      return parts
    }
    if text[minute.end] == UInt8(ascii: "h"), !text.isAlphanumeric(minute.end + 1), hour.length == 2 {
      (parts.end, parts.is24Hour) = (minute.end + 1, true)
      return parts
    }
    guard let (meridiem, end, isStray) = meridiem(minute.end), meridiem != nil, !isStray else { return nil }
    (parts.meridiem, parts.end) = (meridiem, end)
    return parts
  }

  /// "10h47", "10h" after "à", "11 Uhr".
  private func letterClock(_ offset: Int, _ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard hour.value <= 24 else { return nil }
    var parts = ClockParts(hour: hour.value, is24Hour: true, end: hour.end)
    let next = text.skippingBlanks(hour.end)
    if text.has("Uhr", at: next), !text.isAlphanumeric(next + 3) {
      parts.end = next + 3
      return parts
    }
    guard text.lower(hour.end) == UInt8(ascii: "h") else { return nil }
    let before = wordBefore(offset).word
    let isCued = before.has(.clockCue) || before.has(.weakTo) || before.has(.between) || before.has(.from)
    let minute = text.number(hour.end + 1)
    if minute.length == 2, minute.value < 60, !text.isAlphanumeric(minute.end) {
      // "1h30" is a length, "10h47" and "à 1h30" are clocks.
      guard isCued || (hour.length == 2 && !isLengthCue(offset, before)) else { return nil }
      (parts.minute, parts.end) = (minute.value, minute.end)
      return parts
    }
    guard minute.length == 0, !text.isAlphanumeric(hour.end + 1), isCued, !before.has(.lasting) else { return nil }
    parts.end = hour.end + 1
    return parts
  }

  private func isLengthCue(_ offset: Int, _ before: TimeWord) -> Bool {
    before.has(.lasting) || qualifier(before: offset) != .exact
  }

  /// "2100hrs", "2100 hours", "1400 UTC", "1400Z".
  private func militaryClock(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard number.value / 100 < 24, number.value % 100 < 60 else { return nil }
    var parts = ClockParts(hour: number.value / 100, minute: number.value % 100, is24Hour: true, end: number.end)
    let next = text.skippingBlanks(number.end)
    let (word, end) = word(next)
    if word.has(.unit), word.value == 3600, text.lower(next) == UInt8(ascii: "h") {
      parts.end = end
      return parts
    }
    // A year before a zone is rarer than a clock, unless the number looks like this century's.
    guard next - number.end <= 1, !(2015...2030).contains(number.value), text.isUpper(next),
      let zone = text.zone(at: next, number.end == next ? .clock : .none), zone.meaning != .unknown,
      !wordBefore(offset).word.has(.month)
    else { return nil }
    return parts
  }

  /// "2pm", "2 PM", "11 a.m.".
  private func bareHour(_ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard hour.value <= 24, let (meridiem, end, isStray) = meridiem(hour.end), let meridiem, !isStray else { return nil }
    // "10 a" is an article, "10a" a name.
    guard end - hour.end > 1 else { return nil }
    return ClockParts(hour: hour.value, meridiem: meridiem, end: end)
  }

  /// "10時30分", "午後3時".
  private func japaneseClock(_ offset: Int, _ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard text.has("時", at: hour.end), !text.has("時間", at: hour.end), hour.value <= 24 else { return nil }
    var parts = ClockParts(hour: hour.value, is24Hour: true, end: hour.end + 3)
    let minute = text.number(parts.end)
    if minute.length > 0, minute.length <= 2, text.has("分", at: minute.end) {
      (parts.minute, parts.end) = (minute.value, minute.end + 3)
    } else if text.has("半", at: parts.end) {
      (parts.minute, parts.end) = (30, parts.end + 3)
    }
    if text.has("午後", at: offset - 6), hour.value <= 12 { parts.meridiem = .pm }
    if text.has("午前", at: offset - 6), hour.value <= 12 { parts.meridiem = .am }
    return parts
  }

  /// Adds "AM", "p.m.", "a" or a stray "M"; nil where other letters are glued to the digits.
  private func withMeridiem(_ parts: ClockParts) -> ClockParts? {
    var parts = parts
    if let (meridiem, end, isStray) = meridiem(parts.end), !isGermanOn(parts, end) {
      (parts.meridiem, parts.end, parts.isStray) = (meridiem, end, isStray)
      return parts
    }
    guard text.isLetter(parts.end) else { return parts }
    let (word, end) = word(parts.end)
    if word.has(.unit), word.value == 3600 {
      parts.end = end
      return parts
    }
    if text.has("Uhr", at: parts.end) || text[parts.end] == UInt8(ascii: "Z") { return parts }
    return text.zone(at: parts.end, .clock) == nil ? nil : parts
  }

  /// German "14:30 am 13. Mai".
  private func isGermanOn(_ parts: ClockParts, _ end: Int) -> Bool {
    parts.hour > 12 && text[end - 2] == UInt8(ascii: "a") && text.isBlank(parts.end)
      && text.isDigit(text.skippingBlanks(end))
  }

  /// "AM", "p.m.", "p. m.", glued "a", and the strays "M", "PMM".
  private func meridiem(_ offset: Int) -> (meridiem: Meridiem?, end: Int, isStray: Bool)? {
    let next = text.skippingBlanks(offset)
    if text[next] == UInt8(ascii: "M"), !text.isAlphanumeric(next + 1), text[next + 1] != UInt8(ascii: ".") {
      return next - offset <= 1 && text[next + 1] != UInt8(ascii: "-") ? (nil, next + 1, true) : nil
    }
    let letter = text.lower(next)
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    let meridiem: Meridiem = letter == UInt8(ascii: "a") ? .am : .pm
    if text[next + 1] == UInt8(ascii: ".") {
      let second = text[next + 2] == 32 ? next + 3 : next + 2
      guard text.lower(second) == UInt8(ascii: "m"), !text.isAlphanumeric(second + 1) else { return nil }
      return (meridiem, text[second + 1] == UInt8(ascii: ".") ? second + 2 : second + 1, false)
    }
    if text.lower(next + 1) == UInt8(ascii: "m") {
      if !text.isAlphanumeric(next + 2) { return (meridiem, next + 2, false) }
      let isDoubled = text.lower(next + 2) == UInt8(ascii: "m") && !text.isAlphanumeric(next + 3)
      return isDoubled ? (meridiem, next + 3, true) : nil
    }
    return next == offset && !text.isAlphanumeric(next + 1) ? (meridiem, next + 1, false) : nil
  }

  /// Judges the parts and looks around them for a zone and "about".
  private func mention(_ offset: Int, _ parts: ClockParts) -> ClockMention? {
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
    mention.isBare12h = parts.meridiem == nil && !parts.is24Hour && (1...12).contains(parts.hour) && defect == nil && parts.second == nil && !isDateTime
    attachZone(&mention, parts.end, isPrecise: parts.second != nil || isDateTime)
    if mention.writtenZone == nil { attachZone(&mention, before: offset) }
    mention.isApproximate = qualifier(before: mention.span.start) != .exact
    return mention
  }

  private func judged(_ parts: ClockParts, _ offset: Int) -> (time: ClockTime?, defect: ClockMention.Defect?)? {
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
  private func hour24(_ parts: ClockParts) -> (hour: Int, isContradictory: Bool) {
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

  private func attachZone(_ mention: inout ClockMention, _ end: Int, isPrecise: Bool) {
    let found = text.zone(afterClock: end, hasMeridiem: mention.meridiem != nil, isPrecise: isPrecise)
    guard let (zone, stop) = found else { return }
    mention.writtenZone = zone
    mention.span = SourceSpan(mention.span.start, max(stop, mention.span.end))
  }

  /// "UTC 14:30".
  private func attachZone(_ mention: inout ClockMention, before offset: Int) {
    let end = text.skippingBlanksBack(offset)
    guard end < offset else { return }
    var start = end
    while text.isUpper(start - 1), end - start < 6 { start -= 1 }
    guard end - start >= 3, !text.isAlphanumeric(start - 1), !text.isDigit(text.skippingBlanksBack(start) - 1),
      let zone = text.zone(at: start, .none), zone.span.end == end
    else { return }
    mention.writtenZone = zone
    mention.span = SourceSpan(start, mention.span.end)
  }

  /// "9-11 AM" and "10 to 11:30 PM", where the first hour borrows all from the second clock.
  private mutating func readHourRange(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> Int? {
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
    guard let parts = colonClock(second) ?? bareHour(second), parts.meridiem != nil, parts.minute < 60, !parts.isStray
    else { return nil }
    var mention = ClockMention(span: SourceSpan(offset, number.end), time: ClockTime(hour: number.value, minute: 0))
    mention.isBare12h = true
    mentions.append(.clock(mention))
    return number.end
  }
}
