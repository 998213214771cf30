import MarkdownTree

extension TimeText {
  /// All zones named in the text, beside clocks or alone.
  func zones() -> [ZoneMention] {
    var zones: [ZoneMention] = []
    var next = start
    var isExpected = false
    while next < end {
      if isLetter(next) {
        let stop = wordEnd(next)
        if !isAlphanumeric(next - 1), self[next - 1] != UInt8(ascii: "_"),
          self[next - 1] != UInt8(ascii: "/") || zones.last?.span.end == next - 1,
          let zone = zone(at: next, context(next, stop, isExpected))
        {
          zones.append(zone)
          next = zone.span.end
          isExpected = self[next] == UInt8(ascii: "/")
          continue
        }
        isExpected = expectsZone(next, stop, isExpected)
        next = stop
      } else if isExpected || self[next - 1] == UInt8(ascii: "("), let zone = offset(at: next) {
        zones.append(zone)
        next = zone.span.end
        isExpected = false
      } else {
        // A new sentence expects nothing.
        if self[next] == UInt8(ascii: ".") || self[next] == 10 { isExpected = false }
        next += 1
      }
    }
    return zones
  }

  /// "+02:00" where a zone is expected.
  private func offset(at next: Int) -> ZoneMention? {
    guard self[next] == UInt8(ascii: "+") || self[next] == UInt8(ascii: "-"), isDigit(next + 1),
      let (seconds, end) = offsetNumber(next, needsMinutes: true)
    else { return nil }
    return ZoneMention(span: SourceSpan(next, end), name: string(next, end), meaning: .fixed(seconds))
  }

  private func context(_ offset: Int, _ end: Int, _ isExpected: Bool) -> ZoneContext {
    if isExpected { return .expected }
    let before = skippingBlanksBack(offset)
    if self[before - 1] == UInt8(ascii: "("),
      self[end] == UInt8(ascii: ")") || isBlank(end) || self[end] == 0 || self[end] == UInt8(ascii: ",")
        || self[end] == UInt8(ascii: "+")
        || self[end] == UInt8(ascii: "-")
    {
      return closesSoon(end) ? .expected : .none
    }
    if isDigit(before - 1), before < offset { return isClockDigits(before) ? .clock : .none }
    if lower(before - 1) == UInt8(ascii: "m"), isDigit(skippingBlanksBack(before - 2) - 1) {
      return .meridiem
    }
    let after = skippingBlanks(end)
    let word = lettersEnd(after)
    if word - after == 4 && lower(after) == UInt8(ascii: "t") && lower(after + 2) == UInt8(ascii: "m") {
      return .expected
    }
    return word - after == 8 && lower(after) == UInt8(ascii: "t") && lower(after + 4) == UInt8(ascii: "z")
      ? .expected : .none
  }

  /// Whether the parenthesis closes after a few words.
  private func closesSoon(_ offset: Int) -> Bool {
    var next = offset
    while next < end, next - offset < 24 {
      if self[next] == UInt8(ascii: ")") { return true }
      next += 1
    }
    return false
  }

  /// Whether the digits before `offset` are the end of "14:30".
  private func isClockDigits(_ offset: Int) -> Bool {
    isDigit(offset - 2) && self[offset - 3] == UInt8(ascii: ":")
  }

  /// Whether a zone may follow the word: "times", "in" after it, "zone".
  private func expectsZone(_ from: Int, _ to: Int, _ isExpected: Bool) -> Bool {
    switch to - from {
    case 2: return matches("in", from) || (isExpected && matches("is", from))
    case 3: return isExpected && (matches("are", from) || matches("the", from) || matches("all", from))
    case 4: return matches("time", from) || matches("zone", from) || matches("hora", from)
    case 5: return matches("times", from) || matches("heure", from) || matches("horas", from)
    case 8: return matches("timezone", from) || matches("timeline", from)
    case 9: return matches("timezones", from)
    case 10: return matches("timestamps", from)
    default: return false
    }
  }

  private func matches(_ word: StaticString, _ offset: Int) -> Bool {
    word.withUTF8Buffer { bytes in
      for index in bytes.indices where lower(offset + index) != bytes[index] { return false }
      return true
    }
  }
}
