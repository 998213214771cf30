import MarkdownTree

extension TimeReading {
  /// "14:05", "2:05 PM", "14:05:07.123", "3:AM".
  func colonClock(_ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
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
      if text[parts.end] == UInt8(ascii: ".") || text[parts.end] == UInt8(ascii: ","),
        text.isDigit(parts.end + 1)
      {
        parts.end = text.number(parts.end + 1).end
      }
    }
    // A fourth group, a decimal or a percentage is no clock.
    let follower = text[parts.end]
    if follower == UInt8(ascii: "%") || follower == UInt8(ascii: "_") { return nil }
    if follower == UInt8(ascii: ":") || follower == UInt8(ascii: "."), text.isDigit(parts.end + 1) {
      return nil
    }
    return withMeridiem(parts)
  }

  /// "2.30pm", "14.30 Uhr", "14.30h", "14.30 WIB".
  func dottedClock(_ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard text[hour.end] == UInt8(ascii: "."), text[hour.end - hour.length - 1] != UInt8(ascii: ".") else {
      return nil
    }
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
    if hour.length == 2, next == minute.end + 1, text.isUpper(next), let zone = text.zone(at: next, .clock),
      zone.name.utf8.count >= 3, zone.meaning != .unknown
    {
      parts.is24Hour = true
      return parts
    }
    if let (meridiem, end, isStray) = meridiem(minute.end), meridiem != nil, !isStray {
      (parts.meridiem, parts.end) = (meridiem, end)
      return parts
    }
    // "2024-05-13 15.26".
    parts.is24Hour = true
    return hour.length == 2 && text.isBlank(minute.end) && isRightBehindDate(hour.end - 2) ? parts : nil
  }

  /// Whether nothing but a blank parts a place from the date before it.
  private func isRightBehindDate(_ offset: Int) -> Bool {
    guard case .date(let date) = mentions.last else { return false }
    return date.span.end == offset - 1 && text.isBlank(offset - 1)
  }

  /// "10h47", "10h" after "à", "11 Uhr".
  func letterClock(_ offset: Int, _ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
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
    guard minute.length == 0, !text.isAlphanumeric(hour.end + 1), isCued, !before.has(.lasting) else {
      return nil
    }
    parts.end = hour.end + 1
    return parts
  }

  func isLengthCue(_ offset: Int, _ before: TimeWord) -> Bool {
    before.has(.lasting) || qualifier(before: offset) != .exact
  }

  /// "2100hrs", "2100 hours", "1400 UTC", "1400Z".
  func militaryClock(_ offset: Int, _ number: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard number.value / 100 < 24, number.value % 100 < 60 else { return nil }
    var parts = ClockParts(
      hour: number.value / 100, minute: number.value % 100, is24Hour: true, end: number.end)
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
  func bareHour(_ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
    guard hour.value <= 24, let (meridiem, end, isStray) = meridiem(hour.end), let meridiem, !isStray else {
      return nil
    }
    // "10 a" is an article, "10a" a name.
    guard end - hour.end > 1 else { return nil }
    return ClockParts(hour: hour.value, meridiem: meridiem, end: end)
  }

  /// "10時30分", "午後3時".
  func japaneseClock(_ offset: Int, _ hour: (value: Int, end: Int, length: Int)) -> ClockParts? {
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
  func withMeridiem(_ parts: ClockParts) -> ClockParts? {
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
  func isGermanOn(_ parts: ClockParts, _ end: Int) -> Bool {
    parts.hour > 12 && text[end - 2] == UInt8(ascii: "a") && text.isBlank(parts.end)
      && text.isDigit(text.skippingBlanks(end))
  }

  /// "AM", "p.m.", "p. m.", glued "a", and the strays "M", "PMM".
  func meridiem(_ offset: Int) -> (meridiem: Meridiem?, end: Int, isStray: Bool)? {
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
}
