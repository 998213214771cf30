extension TimeReading {
  /// "45 minutes", "90-minute", "1.5 hours", "1h", "25分".
  func unitLength(_ number: (value: Int, end: Int, length: Int), _ offset: Int, _ isCued: Bool)
    -> ReadLength?
  {
    var tenths = number.value * 10
    var isTenth = false
    var end = number.end
    if text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ","), text.isDigit(end + 1) {
      let fraction = text.number(end + 1)
      if text[end] == UInt8(ascii: ","), fraction.length == 3 {
        tenths = (number.value * 1000 + fraction.value) * 10
      } else {
        guard fraction.length <= 2 else { return nil }
        tenths += fraction.length == 1 ? fraction.value : fraction.value / 10
        isTenth = true
      }
      end = fraction.end
    }
    if let after = endOfAndAHalf(text.skippingBlanks(end)), !isTenth {
      (tenths, isTenth, end) = (tenths + 5, true, after)
    }
    guard let (unit, stop) = unit(end, isCued || isAlone(offset, end)) else { return nil }
    let scaled = tenths.multipliedReportingOverflow(by: unit)
    guard !scaled.overflow, scaled.partialValue < 1 << 40 else { return nil }
    return ReadLength(
      tenths: scaled.partialValue, unit: unit, granularity: isTenth ? max(1, unit / 10) : unit, end: stop)
  }

  /// The unit behind a number that ends at `offset`, in seconds.
  func unit(_ offset: Int, _ isCued: Bool) -> (seconds: Int, end: Int)? {
    if let found = japaneseUnit(offset) { return found }
    var next = text.skippingBlanks(offset)
    if text[next] == UInt8(ascii: "+") { next = text.skippingBlanks(next + 1) }
    if text[next] == UInt8(ascii: "-"), text.isLetter(next + 1) { next += 1 }
    let (word, end) = word(next)
    guard word.has(.unit) else { return nil }
    let letters = end - next
    if letters == 1 {
      // "10m users", "3 m": a letter alone means minutes only where a length is told.
      let isGlued = next == offset
      switch text[next] {
      case UInt8(ascii: "m"):
        guard
          isCued || (isGlued && text.isDigit(text.skippingBlanks(end)) && hasUnit(text.skippingBlanks(end)))
        else { return nil }
      case UInt8(ascii: "h"), UInt8(ascii: "s"):
        // "1 h 45 min"
        guard isGlued || isCued || hasUnit(text.skippingBlanks(end)) else { return nil }
      default: return nil
      }
    } else if text.isDigit(end), letters > 3 {
      return nil
    }
    guard text[end] != UInt8(ascii: "_"), text[end] != UInt8(ascii: "/") || text.isBlank(end + 1) else {
      return nil
    }
    return (word.value, end)
  }

  /// Whether a number and a unit follow: "10m 30s".
  func hasUnit(_ offset: Int) -> Bool {
    let number = text.number(offset)
    return number.length > 0 && word(text.skippingBlanks(number.end)).word.has(.unit)
  }

  /// "5m" and nothing else: a cell of lengths.
  func isAlone(_ offset: Int, _ end: Int) -> Bool {
    offset == text.start && end + 1 == text.end && text.lower(end) == UInt8(ascii: "m")
  }

  func japaneseUnit(_ offset: Int) -> (seconds: Int, end: Int)? {
    guard text[offset] >= 0xE5 else { return nil }
    var found: (seconds: Int, end: Int)?
    if text.has("時間", at: offset) { found = (3600, offset + 6) }
    if text.has("日間", at: offset) { found = (86_400, offset + 6) }
    if text.has("週間", at: offset) { found = (604_800, offset + 6) }
    if text.has("分", at: offset) { found = (60, text.has("分間", at: offset) ? offset + 6 : offset + 3) }
    if text.has("秒", at: offset) { found = (1, text.has("秒間", at: offset) ? offset + 6 : offset + 3) }
    return found
  }

  /// Adds "30 minutes" behind "2 hours", "45m" behind "1h", "and a half", "半".
  func withSmallerUnits(_ length: ReadLength) -> ReadLength {
    var whole = length
    while whole.unit > 1 {
      if text.has("半", at: whole.end) { return half(whole, whole.end + 3) }
      var next = text.skippingBlanks(whole.end)
      if text[next] == UInt8(ascii: ",") || text[next] == UInt8(ascii: "&") {
        next = text.skippingBlanks(next + 1)
      }
      let (joiner, end) = word(next)
      if joiner.has(.and) {
        next = text.skippingBlanks(end)
        let (article, articleEnd) = word(next)
        let half = article.has(.article) ? text.skippingBlanks(articleEnd) : next
        if word(half).word.has(.half) { return self.half(whole, word(half).end) }
      }
      let number = text.number(next)
      guard number.length > 0, number.length <= 2 || whole.unit > 3600 && number.length <= 3 else {
        return whole
      }
      if let part = unitLength(number, next, true), part.unit < whole.unit {
        let isGlued = next == whole.end || !joiner.has(.and)
        guard isGlued || part.unit * 60 >= whole.unit || whole.unit >= 3600 else { return whole }
        whole = ReadLength(
          tenths: whole.tenths + part.tenths, unit: part.unit, granularity: part.granularity, end: part.end)
      } else if next <= whole.end + 1, whole.unit == 3600, number.length == 2, number.value < 60,
        isUnitless(number.end), next == whole.end || text.lower(whole.end - 1) != UInt8(ascii: "s")
      {
        // "1h30", "1 heure 30".
        let tenths = whole.tenths + number.value * 600
        whole = ReadLength(tenths: tenths, unit: 60, granularity: 60, end: number.end)
      } else {
        return whole
      }
    }
    return whole
  }

  /// Whether nothing behind a number gives it another meaning.
  func isUnitless(_ offset: Int) -> Bool {
    !text.isAlphanumeric(offset) && text[offset] != UInt8(ascii: ":") && text[offset] != UInt8(ascii: "%")
      && !(text[offset] == UInt8(ascii: "-") && text.isAlphanumeric(offset + 1))
  }

  func half(_ length: ReadLength, _ end: Int) -> ReadLength {
    ReadLength(
      tenths: length.tenths + length.unit * 5, unit: length.unit, granularity: max(1, length.unit / 2),
      end: end)
  }

  /// The end of "and a half", or of "and half" as some write, at `offset`.
  func endOfAndAHalf(_ offset: Int) -> Int? {
    let (and, andEnd) = word(offset)
    guard and.has(.and) else { return nil }
    let (article, articleEnd) = word(text.skippingBlanks(andEnd))
    if article.has(.half) { return articleEnd }
    let (half, end) = word(text.skippingBlanks(articleEnd))
    return article.has(.article) && half.has(.half) ? end : nil
  }
}
