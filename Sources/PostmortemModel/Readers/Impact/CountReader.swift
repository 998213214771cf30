import MarkdownTree

/// Finds parts of a whole that are told as two numbers and as a share: "3 of 10 users (30 %)".
struct CountReader {
  let text: ReportText
  let shapes: LineShapes
  let percentages: [Percentage]

  func conflicts() -> [CountConflict] {
    var result: [CountConflict] = []
    for percentage in percentages {
      let line = text.line(at: percentage.span.start)
      guard shapes.isReadable(line), !isAssigned(percentage.span), let pair = pair(beside: percentage, line),
        pair.whole > 0, pair.part <= pair.whole
      else { continue }
      let share = 100 * pair.part / pair.whole
      let slack = slack(percentage, pair.isAbout)
      if abs(share - percentage.value) <= slack || abs(100 - share - percentage.value) <= slack { continue }
      result.append(CountConflict(span: percentage.span, pair: pair.span, share: share))
    }
    return result
  }

  /// "width=100%".
  private func isAssigned(_ span: SourceSpan) -> Bool {
    span.start > 0 && text.isMark(span.start - 1, of: "=\"'")
  }

  /// One step of the last digit that is written, or a tenth for "about".
  private func slack(_ percentage: Percentage, _ isAbout: Bool) -> Double {
    let digits = text.plain[percentage.span.range]
    var step = 1.0
    if let point = digits.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) {
      for byte in digits[(point + 1)...].prefix(while: { $0 >= 0x30 && $0 <= 0x39 }) where byte > 0 {
        step /= 10
      }
    }
    return isAbout ? max(2, percentage.value / 10) + step : step * 1.000_001
  }

  private struct Pair {
    let part: Double
    let whole: Double
    let span: SourceSpan
    var isAbout = false
  }

  /// The two numbers that a share belongs to: in the same breath, before it or behind it.
  private func pair(beside percentage: Percentage, _ line: Int) -> Pair? {
    let words = text.wordRanges[line]
    let next = text.firstWord(from: percentage.span.end, in: words)
    let own = words.partitioningIndex { Int(text.words[$0].end) > percentage.span.start }
    // "50 % of the traffic" has a whole of its own.
    let hasOwnWhole = next < words.upperBound && text.isWord(next, "of")
    if !hasOwnWhole, let of = (max(words.lowerBound, own - 8)..<own).last(where: { text.isWord($0, "of") }),
      var pair = pair(at: of, words), isBreath(pair.span.end, percentage.span.start)
    {
      pair.isAbout = isAbout((of - 4..<own).clamped(to: words), pair.span.joined(with: percentage.span))
      return pair
    }
    let behind = next..<max(next, min(words.upperBound, next + 12))
    guard
      let of = behind.first(where: { text.isWord($0, "of") && $0 > next && text.words[$0 - 1].isNumber }),
      var pair = pair(at: of, words), isBreath(percentage.span.end, pair.span.start)
    else { return nil }
    pair.isAbout = isAbout((own - 3..<of).clamped(to: words), percentage.span.joined(with: pair.span))
    return pair
  }

  /// Whether two places are parted by a bracket or comma right before the second, with no number or full stop between.
  private func isBreath(_ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= 60 else { return false }
    let between = text.plain[start..<end]
    let last = between.last { $0 != 0x20 }
    return (last == UInt8(ascii: "(") || last == UInt8(ascii: ",") || last == UInt8(ascii: "="))
      && !between.contains { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ".") }
  }

  /// "about 3 of 10", "roughly 30 %", "~30 %".
  private func isAbout(_ words: Range<Int>, _ span: SourceSpan) -> Bool {
    text.cues(openingIn: words).contains { $0.cue == .aboutWord }
      || (max(0, span.start - 2)..<span.end).contains { text.plain[$0] == UInt8(ascii: "~") }
  }

  // MARK: Numbers

  /// "3 of 10", "5,214 of the 13,720".
  private func pair(at of: Int, _ words: Range<Int>) -> Pair? {
    guard of > words.lowerBound, of + 1 < words.upperBound, text.words[of - 1].isNumber else { return nil }
    let left = number(endingAt: of - 1, words)
    var right = of + 1
    if text.isWord(right, ["the", "our", "all"]), right + 1 < words.upperBound { right += 1 }
    guard text.words[right].isNumber, let left, let whole = number(startingAt: right, words) else {
      return nil
    }
    return Pair(part: left.value, whole: whole.value, span: SourceSpan(left.span.start, whole.span.end))
  }

  private func number(endingAt word: Int, _ words: Range<Int>) -> (value: Double, span: SourceSpan)? {
    var first = word
    while first > words.lowerBound, text.isDigitGroup(first) { first -= 1 }
    return number(first...word)
  }

  private func number(startingAt word: Int, _ words: Range<Int>) -> (value: Double, span: SourceSpan)? {
    var last = word
    while last + 1 < words.upperBound, text.isDigitGroup(last + 1) { last += 1 }
    // "1.2 million", "10 %" and "3.5" are left to people.
    let end = Int(text.words[last].end)
    if end < text.plain.count, text.isMark(end, of: "%.:/-"), end + 1 < text.plain.count,
      text.plain[end + 1] != 0x20,
      text.plain[end + 1] != 0x0A
    {
      return nil
    }
    if end + 1 < text.plain.count, text.isMark(end, of: "%") || text.isMark(end + 1, of: "%") { return nil }
    if last + 1 < words.upperBound,
      text.isWord(last + 1, ["million", "thousand", "billion", "k", "m", "percent"])
    {
      return nil
    }
    return number(word...last)
  }

  private func number(_ words: ClosedRange<Int>) -> (value: Double, span: SourceSpan)? {
    let span = text.words[words.lowerBound].span.joined(with: text.words[words.upperBound].span)
    guard span.start == 0 || !text.isMark(span.start - 1, of: ".,:/-$#"), span.length <= 15 else {
      return nil
    }
    let value = text.plain[span.range].reduce(0.0) {
      $1 >= 0x30 && $1 <= 0x39 ? $0 * 10 + Double($1 - 0x30) : $0
    }
    return (value, span)
  }
}
