import MarkdownTree

extension TimeText {
  /// The zone whose name begins at `offset`.
  func zone(at offset: Int, _ context: ZoneContext) -> ZoneMention? {
    let end = lettersEnd(offset)
    guard end > offset else { return nil }
    if self[end] == UInt8(ascii: "/") || self[end] == UInt8(ascii: "_"), isLetter(end + 1),
      let zone = identifierZone(offset)
    {
      return zone
    }
    // The table of phrases costs some start-up: it is asked only where "time" follows or nothing else fits.
    if isTimeAhead(offset), let zone = phraseZone(offset, context) { return withStatedOffset(zone) }
    if let zone = abbreviatedZone(offset, end, context) { return zone }
    guard context == .expected, isUpper(offset) else { return nil }
    return phraseZone(offset, context).map(withStatedOffset)
  }

  /// Whether "time" stands in the next words.
  private func isTimeAhead(_ offset: Int) -> Bool {
    var next = offset
    while next < end, next - offset < 48 {
      if lower(next) == UInt8(ascii: "t"), has("ime", at: next + 1) || has("IME", at: next + 1) {
        return true
      }
      next += 1
    }
    return false
  }

  private func abbreviatedZone(_ offset: Int, _ end: Int, _ context: ZoneContext) -> ZoneMention? {
    guard let entry = ZoneAbbreviations.entry(self, offset, end), accepts(entry, offset, end, context) else {
      return nil
    }
    if case .fixed = entry.meaning, let zone = offsetZone(offset, end) { return withStatedOffset(zone) }
    // "PST-based", "UTC_NOW", "EST5".
    guard !isDigit(end), self[end] != UInt8(ascii: "_"),
      !(self[end] == UInt8(ascii: "-") && isLetter(end + 1))
    else {
      return nil
    }
    let name = string(offset, end)
    return withStatedOffset(ZoneMention(span: SourceSpan(offset, end), name: name, meaning: entry.meaning))
  }

  private func accepts(_ entry: ZoneAbbreviations.Entry, _ from: Int, _ to: Int, _ context: ZoneContext)
    -> Bool
  {
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
    if let both = bothSeasons(zone) { return both }
    var next = skippingBlanks(zone.span.end)
    if self[next] == UInt8(ascii: ","), has("UTC", at: skippingBlanks(next + 1)) {
      next = skippingBlanks(next + 1)
    }
    let isOpened = self[next] == UInt8(ascii: "(")
    if isOpened { next = skippingBlanks(next + 1) }
    if case .fixed(let seconds) = zone.meaning {
      let end = lettersEnd(next)
      guard isOpened, seconds != 0 || zone.span.length > 3, end > next,
        let entry = ZoneAbbreviations.entry(self, next, end), case .abbreviation = entry.meaning,
        isUpper(next),
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

  /// "CET/CEST": one place in either half of the year.
  private func bothSeasons(_ zone: ZoneMention) -> ZoneMention? {
    let start = zone.span.end + 1
    guard self[zone.span.end] == UInt8(ascii: "/"), isUpper(start),
      case .abbreviation(let first) = zone.meaning,
      let identifier = first.first?.identifier
    else { return nil }
    let end = lettersEnd(start)
    guard let entry = ZoneAbbreviations.entry(self, start, end),
      case .abbreviation(let second) = entry.meaning,
      second.contains(where: { $0.identifier == identifier })
    else { return nil }
    return ZoneMention(
      span: SourceSpan(zone.span.start, end), name: string(zone.span.start, end),
      meaning: .generic(identifier))
  }

  /// "Africa/Lagos", and names of that shape that no database has: "UC/Pacific".
  private func identifierZone(_ offset: Int) -> ZoneMention? {
    var end = offset
    var slash: Int?
    while isLetter(end) || self[end] == UInt8(ascii: "_") || self[end] == UInt8(ascii: "/")
      || (slash != nil && (self[end] == UInt8(ascii: "-") && isLetter(end + 1))), end - offset < 48
    {
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
    var longest: (end: Int, phrase: ZonePhrases.Phrase)?
    for phrase in ZonePhrases.phrases(opening: lower(offset)) {
      // "pacific", "central" and the like in lower case are adjectives.
      guard !phrase.needsContext || context == .expected && isUpper(offset),
        let end = matchEnd(phrase, offset), end > longest?.end ?? offset
      else { continue }
      longest = (end, phrase)
    }
    guard let (end, phrase) = longest else { return nil }
    return ZoneMention(
      span: SourceSpan(offset, end), name: string(offset, end), meaning: phrase.meaning)
  }

  /// Where the words end that begin at `offset`, blanks between them.
  private func matchEnd(_ phrase: ZonePhrases.Phrase, _ offset: Int) -> Int? {
    guard let opened = matchEnd(phrase.parts.0, offset), let named = matchEnd(phrase.parts.1, opened),
      let end = matchEnd(phrase.parts.2, named)
    else { return nil }
    return isWordByte(end) ? nil : end
  }

  private func matchEnd(_ letters: StaticString, _ offset: Int) -> Int? {
    var next = offset
    for letter in UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount) {
      if letter == 0x20 {
        guard isBlank(next) else { return nil }
        next = skippingBlanks(next)
      } else {
        guard lower(next) == letter else { return nil }
        next += 1
      }
    }
    return next
  }
}
