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
      isDigit(next + 1), let (seconds, end) = offsetNumber(next, needsMinutes: true)
    {
      return (
        ZoneMention(span: SourceSpan(next, end), name: string(next, end), meaning: .fixed(seconds)), end
      )
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
      if self[next] == UInt8(ascii: "+") || self[next] == UInt8(ascii: "-"),
        let (seconds, end) = offsetNumber(next)
      {
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
    guard hour <= 14, minute < 60, minute % 15 == 0, !isAlphanumeric(end), self[end] != UInt8(ascii: ":")
    else {
      return nil
    }
    return ((hour * 60 + minute) * (isWest ? -60 : 60), end)
  }
}
