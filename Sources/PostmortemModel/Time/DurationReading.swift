import MarkdownTree

/// A length of time while its parts are read.
struct ReadLength {
  /// In tenths of a second, so that 1.5 s and 0.1 h stay whole.
  var tenths = 0
  var unit = 0
  var granularity = 0
  var end: Int

  var seconds: Int { tenths / 10 }
}

extension TimeReading {
  /// A length that begins with the number at `offset`; adds it and answers with its end.
  mutating func readDuration(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> Int? {
    guard first.length <= 7, let (mention, end) = duration(offset, first, isCued: false) else { return nil }
    mentions.append(.duration(mention))
    return end
  }

  /// A length that begins with the number at `offset`. `isCued` says that a length is expected there.
  func duration(_ offset: Int, _ first: (value: Int, end: Int, length: Int), isCued: Bool) -> (
    DurationMention, Int
  )? {
    let before = wordBefore(offset).word
    let isCued = isCued || before.has(.lasting)
    if let length = unitLength(first, offset, isCued) {
      let whole = withSmallerUnits(length)
      return (mention(offset, whole), whole.end)
    }
    return rangeLength(offset, first, isCued)
  }

  /// "10-30 minutes", "5 to 10 min".
  func rangeLength(
    _ offset: Int, _ first: (value: Int, end: Int, length: Int), _ isCued: Bool
  ) -> (DurationMention, Int)? {
    var next = text.skippingBlanks(first.end)
    if text[next] == UInt8(ascii: "-") {
      next = text.skippingBlanks(next + 1)
    } else if text.has("〜", at: next) || text.has("～", at: next) {
      next = text.skippingBlanks(next + 3)
    } else {
      let (word, end) = word(next)
      let isBetween = word.has(.and) && wordBefore(offset).word.has(.between)
      guard next > first.end,
        isBetween || word.has(.to) || text.has("or ", at: next) || text.has("a ", at: next)
      else {
        return nil
      }
      next = text.skippingBlanks(end)
    }
    let second = text.number(next)
    guard second.length > 0, second.length <= 5, second.value >= first.value,
      let length = unitLength(second, next, isCued), first.length <= 5
    else { return nil }
    let low = first.value * length.unit
    return (mention(offset, length, low: low), length.end)
  }

  /// "01:45:00 hours", "Duration: 1:30 hours", "05:30 minutes", which only their unit tells from clocks.
  mutating func readClockLength(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> Int? {
    guard let length = clockLength(offset, first) else { return nil }
    mentions.append(.duration(mention(offset, length)))
    return length.end
  }

  func clockLength(_ offset: Int, _ first: (value: Int, end: Int, length: Int)) -> ReadLength? {
    guard text[first.end] == UInt8(ascii: ":"), first.length <= 3 else { return nil }
    let second = text.number(first.end + 1)
    guard second.length == 2, second.value < 60 else { return nil }
    var (end, third) = (second.end, 0)
    let hasSeconds = text[end] == UInt8(ascii: ":") && text.number(end + 1).length == 2
    if hasSeconds { (third, end) = (text.number(end + 1).value, end + 3) }
    let (unit, stop) = word(text.skippingBlanks(end))
    guard unit.has(.unit), unit.value == 3600 || (unit.value == 60 && !hasSeconds), !text.isDigit(stop) else {
      return nil
    }
    // "9:30 hrs" and "14:00 hours" are clocks.
    guard stop - text.skippingBlanks(end) >= (unit.value == 60 ? 3 : 4),
      unit.value == 60 || hasSeconds || wordBefore(offset).word.has(.lasting)
    else { return nil }
    let step = unit.value == 60 ? 60 : 3600
    let total = first.value * step + second.value * (step / 60) + third
    return ReadLength(tenths: total * 10, unit: step, granularity: hasSeconds ? 1 : step / 60, end: stop)
  }

  /// "nine hours", "an hour and a half", "half an hour", "forty-five minutes".
  mutating func readWordDuration(_ offset: Int, _ first: TimeWord, _ end: Int) -> Int? {
    guard !text.isAlphanumeric(offset - 1), text[offset - 1] != UInt8(ascii: "-") else { return nil }
    var count = first.value
    var next = text.skippingBlanks(text[end] == UInt8(ascii: "-") ? end + 1 : end)
    let follower = word(next)
    if !first.has(.half), !first.has(.number) {
      // Nearly every "a" stands before some other thing.
      if !follower.word.has(.half), !follower.word.has(.unit) { return nil }
    }
    if first.has(.half) {
      guard follower.word.has(.article) || text[end] == UInt8(ascii: "-") || next > end else { return nil }
      if follower.word.has(.article) { next = text.skippingBlanks(follower.end) }
    } else if first.has(.number), first.value >= 20, follower.word.has(.number), follower.word.value < 10 {
      count += follower.word.value
      next = follower.end
      next = text.skippingBlanks(text[next] == UInt8(ascii: "-") ? next + 1 : next)
    }
    var extraHalf = 0
    if first.has(.number), let after = endOfAndAHalf(next) {
      (extraHalf, next) = (1, text.skippingBlanks(after))
    }
    var isHalf = first.has(.half) && !first.has(.article)
    if first.has(.article), word(next).word.has(.half) {
      isHalf = true
      let after = word(next).end
      next = text.skippingBlanks(text[after] == UInt8(ascii: "-") ? after + 1 : after)
    }
    let (unit, stop) = word(next)
    guard unit.has(.unit), stop - next > 2, unit.value > 1 || !first.has(.article) else { return nil }
    let tenths = isHalf ? unit.value * 5 : (count * 10 + extraHalf * 5) * unit.value
    let step = isHalf || extraHalf > 0 ? max(1, unit.value / 2) : unit.value
    let whole = withSmallerUnits(ReadLength(tenths: tenths, unit: unit.value, granularity: step, end: stop))
    mentions.append(.duration(mention(offset, whole)))
    return whole.end
  }

  /// "PT1H30M", the ISO 8601 form.
  mutating func readPeriodCode(_ offset: Int, _ digits: Int) -> Int? {
    var next = digits
    var (seconds, step) = (0, 0)
    while text.isDigit(next) {
      let number = text.number(next)
      let unit: Int
      switch text[number.end] {
      case UInt8(ascii: "D"): unit = 86_400
      case UInt8(ascii: "H"): unit = 3600
      case UInt8(ascii: "M"): unit = 60
      case UInt8(ascii: "S"): unit = 1
      default: return nil
      }
      guard number.length <= 6 else { return nil }
      (seconds, step) = (seconds + number.value * unit, unit)
      next = text[number.end + 1] == UInt8(ascii: "T") ? number.end + 2 : number.end + 1
    }
    guard step > 0, !text.isAlphanumeric(next) else { return nil }
    let span = SourceSpan(offset, next)
    mentions.append(
      .duration(
        DurationMention(span: span, seconds: seconds, low: seconds, granularity: step, qualifier: .exact)))
    return next
  }

  func mention(_ offset: Int, _ length: ReadLength, low: Int? = nil) -> DurationMention {
    DurationMention(
      span: SourceSpan(offset, length.end), seconds: length.seconds, low: low ?? length.seconds,
      granularity: length.granularity, qualifier: qualifier(before: offset))
  }

  /// What stands before a clock or a number: "~", "about", "at least", "up to".
  func qualifier(before offset: Int) -> DurationMention.Qualifier {
    let end = text.skippingBlanksBack(offset)
    switch text[end - 1] {
    // "13:20 ~ 13:30" is a range.
    case UInt8(ascii: "~"):
      return end == offset || !text.isAlphanumeric(text.skippingBlanksBack(end - 1) - 1) ? .about : .exact
    case UInt8(ascii: "<"): return .under
    case UInt8(ascii: ">"): return .over
    default: break
    }
    if text[end - 1] >= 0x80, text.has("約", at: end - 3) || text.has("≈", at: end - 3) { return .about }
    guard text[end - 1] == UInt8(ascii: ".") || text.isWordByte(end - 1) else { return .exact }
    var (word, start) = wordBefore(offset)
    if word.has(.article) { (word, start) = wordBefore(start) }
    if word.has(.about) { return .about }
    if word.has(.under) { return .under }
    if word.has(.over) { return .over }
    let isTo = word.has(.to)
    guard isTo || word.has(.than) else { return .exact }
    let earlier = wordBefore(start).word
    if isTo { return earlier.has(.up) ? .upTo : .exact }
    if earlier.has(.more) { return .over }
    if earlier.has(.less) { return .under }
    return earlier.has(.about) ? .about : .exact
  }
}
