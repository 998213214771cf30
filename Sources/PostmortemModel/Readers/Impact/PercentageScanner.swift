import MarkdownTree

/// Finds the numbers before "%", "percent" and the like.
struct PercentageScanner {
  private let text: ReportText
  /// The offsets of "%" and of words in p behind a number, in order: most reports have few, most lines none.
  private let candidates: [Int]

  init(text: ReportText) {
    self.text = text
    candidates = PercentageScanner.candidates(text)
  }

  /// The text lines that may tell a percentage.
  var lines: [Int] {
    var lines: [Int] = []
    for offset in candidates {
      let line = text.line(at: offset)
      if lines.last != line { lines.append(line) }
    }
    return lines
  }

  /// The spans and values of the percentages told in a text line.
  func percentages(in line: Int) -> [(SourceSpan, Double)] {
    let marks = marks(in: line)
    if marks.isEmpty { return [] }
    var result: [(SourceSpan, Double)] = []
    let span = text.lines[line].span
    for offset in marks {
      guard let found = number(before: offset, from: span.start) else { continue }
      let isSign = text.plain[offset] == UInt8(ascii: "%")
      let end = isSign ? offset + 1 : wordEnd(offset, span.end)
      // "%20" in an address is no percentage.
      let isEscape =
        isSign && text.document.styles[offset].contains(.link) && offset + 1 < span.end
        && isHex(text.plain[offset + 1])
      if !isEscape { result.append((SourceSpan(found.start, end), found.value)) }
    }
    return result
  }

  private static func candidates(_ text: ReportText) -> [Int] {
    var marks: [Int] = []
    text.plain.withUnsafeBufferPointer { plain in
      var sign = plain.firstOffset(of: UInt8(ascii: "%"), from: 0, to: plain.count)
      while sign < plain.count {
        marks.append(sign)
        sign = plain.firstOffset(of: UInt8(ascii: "%"), from: sign + 1, to: plain.count)
      }
      let signs = marks.count
      text.words.withUnsafeBufferPointer { words in
        for word in words where plain[Int(word.start)] | 0x20 == UInt8(ascii: "p") {
          let start = Int(word.start)
          if start > 1, plain[start - 1] == 0x20 || plain[start - 1] == 0x2D, plain[start - 2] &- 0x30 < 10 {
            marks.append(start)
          }
        }
      }
      if signs > 0, marks.count > signs { marks.sort() }
    }
    return marks
  }

  /// The offsets of "%" and of words such as "percent".
  private func marks(in line: Int) -> [Int] {
    if text.lines[line].context == .code(isFenced: true) { return [] }
    let span = text.lines[line].span
    let first = candidates.partitioningIndex { $0 >= span.start }
    return candidates[first...].prefix { $0 < span.end }.filter {
      text.plain[$0] == UInt8(ascii: "%") || $0 > span.start + 1 && isPercentWord($0, span.end)
    }
  }

  private func isHex(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
  }

  private func wordEnd(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, (text.plain[offset] | 0x20) >= 0x61, (text.plain[offset] | 0x20) <= 0x7A {
      offset += 1
    }
    // "per cent" is two words.
    let isHalf = offset - start <= 4 && offset < end && text.plain[offset] == 0x20
    return isHalf ? wordEnd(offset + 1, end) : offset
  }

  /// "percent", "per cent", "pct", "por ciento", "pour cent", "Prozent".
  private func isPercentWord(_ start: Int, _ end: Int) -> Bool {
    text.plain.withUnsafeBufferPointer { plain in
      let rest = plain[start..<min(end, plain.count)]
      return PercentageScanner.words.contains { rest.opens(with: $0) }
        && !rest.opens(with: "percentage") && !rest.opens(with: "percentil")
    }
  }

  private static let words: [StaticString] = [
    "percent", "per cent", "pct", "por ciento", "pour cent", "prozent", "por cento",
  ]

  private func number(before mark: Int, from start: Int) -> (start: Int, value: Double)? {
    var end = mark
    while end > start, text.plain[end - 1] == 0x20 || text.plain[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard mark - end <= 4 else { return nil }
    var first = end
    while first > start, isNumberByte(text.plain[first - 1]) { first -= 1 }
    while first < end, text.plain[first] < 0x30 { first += 1 }
    guard first < end, let value = value(first, end) else { return nil }
    // A word glued before it: "x86%" and the like.
    if first > start, (text.plain[first - 1] | 0x20) >= 0x61, (text.plain[first - 1] | 0x20) <= 0x7A {
      return nil
    }
    let isNegative =
      first > start && text.plain[first - 1] == UInt8(ascii: "-")
      && (first - 1 == start
        || text.plain[first - 2] == 0x20 && !(first - 3 >= start && isNumberByte(text.plain[first - 3])))
      && text.source.bytes[first - 1] == UInt8(ascii: "-")
    return isNegative ? (first - 1, -value) : (first, value)
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  /// "99.95", "12,4", "1,000".
  private func value(_ start: Int, _ end: Int) -> Double? {
    var whole = 0.0
    var scale = 0.0
    for offset in start..<end {
      let byte = text.plain[offset]
      if byte >= 0x30 && byte <= 0x39 {
        whole = whole * 10 + Double(byte - 0x30)
        scale *= 10
      } else if byte == UInt8(ascii: ",") && end - offset == 4 {
        continue
      } else if scale == 0 {
        scale = 1
      } else {
        return nil
      }
    }
    return scale == 0 ? whole : whole / scale
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether the bytes begin with small letters, in whatever case.
  fileprivate func opens(with letters: StaticString) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard self.count >= count else { return false }
    return (0..<count).allSatisfy { self[startIndex + $0] | 0x20 == letters.utf8Start[$0] }
  }
}
