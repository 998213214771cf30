import MarkdownTree

/// How sure the surroundings are that a zone stands here.
enum ZoneContext {
  /// Running text: only well-known names in upper case.
  case none
  /// After "times in", "zone", "(": any abbreviation in upper case, common ones in any case.
  case expected
  /// After a clock, at most a blank between.
  case clock
  /// After a clock with a meridiem.
  case meridiem
}

extension TimeText {
  /// The zone that stands beside a clock that ends at `offset`, in parentheses or not.
  func zone(afterClock offset: Int, hasMeridiem: Bool, isPrecise: Bool) -> (zone: ZoneMention, end: Int)? {
    if let zone = gluedZone(offset, isPrecise) { return (zone, zone.span.end) }
    var next = skippingBlanks(offset)
    // Wider gaps are those between columns: a clock and the time elapsed.
    if self[next] == UInt8(ascii: "+") || self[next] == UInt8(ascii: "-"), next == offset + 1,
      isDigit(next + 1), let (seconds, end) = offsetNumber(next, needsMinutes: true) {
      return (ZoneMention(span: SourceSpan(next, end), name: string(next, end), meaning: .fixed(seconds)), end)
    }
    var context: ZoneContext = hasMeridiem ? .meridiem : .clock
    if self[next] == UInt8(ascii: ",") {
      next = skippingBlanks(next + 1)
      context = .none
    }
    let opening = next
    let isOpened = self[next] == UInt8(ascii: "(") || self[next] == UInt8(ascii: "[")
    if isOpened {
      next = skippingBlanks(next + 1)
      if self[next] == UInt8(ascii: "+") || self[next] == UInt8(ascii: "-"), let (seconds, end) = offsetNumber(next) {
        let zone = ZoneMention(span: SourceSpan(next, end), name: string(next, end), meaning: .fixed(seconds))
        return (zone, closing(end))
      }
      context = .expected
    }
    guard let zone = zone(at: next, context) else { return nil }
    return (zone, isOpened && opening < next ? closing(zone.span.end) : zone.span.end)
  }

  /// The offset after a parenthesis that closes at `offset`, after "time" and blanks.
  func closing(_ offset: Int) -> Int {
    var next = skippingBlanks(offset)
    let word = lettersEnd(next)
    if word - next == 4, lower(next) == UInt8(ascii: "t") { next = skippingBlanks(word) }
    return self[next] == UInt8(ascii: ")") || self[next] == UInt8(ascii: "]") ? next + 1 : offset
  }

  /// "Z", "+02:00" and, after seconds or in ISO 8601, "-0500", right behind the digits.
  private func gluedZone(_ offset: Int, _ isPrecise: Bool) -> ZoneMention? {
    if self[offset] == UInt8(ascii: "Z"), !isAlphanumeric(offset + 1) {
      return ZoneMention(span: SourceSpan(offset, offset + 1), name: "Z", meaning: .fixed(0))
    }
    guard self[offset] == UInt8(ascii: "+") || (isPrecise && self[offset] == UInt8(ascii: "-")),
      let (seconds, end) = offsetNumber(offset)
    else { return nil }
    return ZoneMention(span: SourceSpan(offset, end), name: string(offset, end), meaning: .fixed(seconds))
  }

  /// "+2", "-05", "+0530", "+05:30" in seconds.
  func offsetNumber(_ sign: Int, needsMinutes: Bool = false) -> (seconds: Int, end: Int)? {
    let isWest = self[sign] == UInt8(ascii: "-")
    let hours = number(skippingBlanks(sign + 1))
    var (hour, minute, end) = (hours.value, 0, hours.end)
    switch hours.length {
    case 1, 2:
      if self[end] == UInt8(ascii: ":"), number(end + 1).length == 2 {
        minute = number(end + 1).value
        end += 3
      } else if needsMinutes {
        return nil
      }
    case 4: (hour, minute) = (hours.value / 100, hours.value % 100)
    default: return nil
    }
    guard hour <= 14, minute < 60, minute % 15 == 0, !isAlphanumeric(end), self[end] != UInt8(ascii: ":") else {
      return nil
    }
    return ((hour * 60 + minute) * (isWest ? -60 : 60), end)
  }

  /// The zone whose name begins at `offset`.
  func zone(at offset: Int, _ context: ZoneContext) -> ZoneMention? {
    let end = lettersEnd(offset)
    guard end > offset else { return nil }
    if self[end] == UInt8(ascii: "/") || self[end] == UInt8(ascii: "_") { return identifierZone(offset) }
    if let zone = phraseZone(offset, context) { return withStatedOffset(zone) }
    guard let entry = ZoneAbbreviations.entry(self, offset, end), accepts(entry, offset, end, context) else { return nil }
    if case .fixed = entry.meaning, let zone = offsetZone(offset, end) { return withStatedOffset(zone) }
    // "PST-based", "UTC_NOW", "EST5".
    guard !isDigit(end), self[end] != UInt8(ascii: "_"), !(self[end] == UInt8(ascii: "-") && isLetter(end + 1)) else {
      return nil
    }
    let name = string(offset, end)
    return withStatedOffset(ZoneMention(span: SourceSpan(offset, end), name: name, meaning: entry.meaning))
  }

  private func accepts(_ entry: ZoneAbbreviations.Entry, _ from: Int, _ to: Int, _ context: ZoneContext) -> Bool {
    var upper = 0
    for offset in from..<to where isUpper(offset) { upper += 1 }
    // "ChST" is written so.
    let isUpperCase = upper == to - from || (upper == 3 && to - from == 4)
    if to - from == 1 { return context == .clock && isUpperCase }
    if isUpperCase { return entry.trust == .anywhere || context != .none }
    switch context {
    case .none: return false
    case .expected: return entry.trust == .anywhere && entry.isReadInLowerCase
    case .clock: return entry.isReadInLowerCase && to - from > 2
    case .meridiem: return entry.isReadInLowerCase || to - from == 2
    }
  }

  /// "UTC-5", "GMT +1", "UTC+5:30".
  private func offsetZone(_ from: Int, _ end: Int) -> ZoneMention? {
    let sign = skippingBlanks(end)
    guard self[sign] == UInt8(ascii: "+") || self[sign] == UInt8(ascii: "-"),
      let (seconds, stop) = offsetNumber(sign)
    else { return nil }
    // "UTC - 5 users" is a dash; "(UTC - 5)" is an offset.
    if sign > end || !isDigit(sign + 1) {
      let isGluedSign = isDigit(sign + 1) && self[sign] == UInt8(ascii: "+")
      guard isGluedSign || self[skippingBlanks(stop)] == UInt8(ascii: ")") else { return nil }
    }
    return ZoneMention(span: SourceSpan(from, stop), name: string(from, stop), meaning: .fixed(seconds))
  }

  /// Adds "(UTC-7)" behind a name, or takes the name behind "UTC-7 (PDT)".
  private func withStatedOffset(_ zone: ZoneMention) -> ZoneMention {
    var next = skippingBlanks(zone.span.end)
    let isOpened = self[next] == UInt8(ascii: "(")
    if isOpened { next = skippingBlanks(next + 1) }
    if case .fixed(let seconds) = zone.meaning {
      let end = lettersEnd(next)
      guard isOpened, seconds != 0 || zone.span.length > 3, end > next,
        let entry = ZoneAbbreviations.entry(self, next, end), case .abbreviation = entry.meaning, isUpper(next),
        self[skippingBlanks(end)] == UInt8(ascii: ")")
      else { return zone }
      let span = SourceSpan(zone.span.start, skippingBlanks(end) + 1)
      return ZoneMention(span: span, name: string(next, end), meaning: entry.meaning, statedOffset: seconds)
    }
    let end = lettersEnd(next)
    let isNamed = has("UTC", at: next) || has("GMT", at: next)
    guard isNamed ? end - next == 3 : (isOpened && end == next) else { return zone }
    let sign = isNamed ? skippingBlanks(end) : next
    guard self[sign] == UInt8(ascii: "+") || self[sign] == UInt8(ascii: "-"),
      isOpened || isDigit(sign + 1), let (seconds, stop) = offsetNumber(sign)
    else { return zone }
    var result = zone
    result.statedOffset = seconds
    let close = skippingBlanks(stop)
    result.span = SourceSpan(zone.span.start, isOpened && self[close] == UInt8(ascii: ")") ? close + 1 : stop)
    return result
  }

  /// "Africa/Lagos", and names of that shape that no database has: "UC/Pacific".
  private func identifierZone(_ offset: Int) -> ZoneMention? {
    var end = offset
    var slash: Int?
    while isLetter(end) || self[end] == UInt8(ascii: "_") || self[end] == UInt8(ascii: "/")
      || (slash != nil && (self[end] == UInt8(ascii: "-") && isLetter(end + 1))), end - offset < 48 {
      if self[end] == UInt8(ascii: "/"), slash == nil { slash = end }
      end += 1
    }
    guard let slash, isUpper(offset) else { return nil }
    if string(offset, slash) == "Etc", self[end] == UInt8(ascii: "+") || self[end] == UInt8(ascii: "-") {
      end = max(end, number(end + 1).length > 0 ? number(end + 1).end : end)
    }
    let name = string(offset, end)
    let span = SourceSpan(offset, end)
    if ZoneRules.hasArea(name), ZoneRules.system.knows(name) {
      return ZoneMention(span: span, name: name, meaning: .identifier(name))
    }
    let isLikeAZone = ["/Pacific", "/Eastern", "/Central", "/Mountain"].contains(string(slash, end))
    return isLikeAZone ? ZoneMention(span: span, name: name, meaning: .unknown) : nil
  }

  private func phraseZone(_ offset: Int, _ context: ZoneContext) -> ZoneMention? {
    let letter = Int(lower(offset)) - 97
    guard ZonePhrases.byLetter.indices.contains(letter) else { return nil }
    for phrase in ZonePhrases.byLetter[letter] {
      guard context == .expected || !phrase.needsContext, let end = matchEnd(phrase.words, offset) else { continue }
      // "pacific", "central" and the like in lower case are adjectives.
      guard !phrase.needsContext || isUpper(offset) else { continue }
      return ZoneMention(span: SourceSpan(offset, end), name: string(offset, end), meaning: phrase.meaning)
    }
    return nil
  }

  /// Where the words end that begin at `offset`, blanks between them.
  private func matchEnd(_ words: [[UInt8]], _ offset: Int) -> Int? {
    var next = offset
    for (index, word) in words.enumerated() {
      if index > 0 {
        guard isBlank(next) else { return nil }
        next = skippingBlanks(next)
      }
      for byte in word {
        guard lower(next) == byte else { return nil }
        next += 1
      }
      guard !isWordByte(next) else { return nil }
    }
    return next
  }
}
