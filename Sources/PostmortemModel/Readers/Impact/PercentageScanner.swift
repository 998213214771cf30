import MarkdownTree

/// Finds the numbers before "%", "percent" and the like.
struct PercentageScanner {
  let text: ReportText

  /// The spans and values of the percentages told within a span.
  func percentages(in span: SourceSpan) -> [(SourceSpan, Double)] {
    var result: [(SourceSpan, Double)] = []
    for offset in marks(in: span) {
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

  /// The offsets of "%" and of words such as "percent".
  private func marks(in span: SourceSpan) -> [Int] {
    text.plain.withUnsafeBufferPointer { plain in
      var result: [Int] = []
      for offset in span.range.clamped(to: 0..<plain.count) {
        let byte = plain[offset]
        if byte == UInt8(ascii: "%") { result.append(offset) }
        guard byte | 0x20 == UInt8(ascii: "p"), offset > span.start + 1,
          plain[offset - 1] == 0x20 || plain[offset - 1] == 0x2D,
          plain[offset - 2] >= 0x30, plain[offset - 2] <= 0x39
        else { continue }
        if isPercentWord(offset, span.end) { result.append(offset) }
      }
      return result
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
    return offset
  }

  /// "percent", "per cent", "pct", "por ciento", "pour cent", "Prozent".
  private func isPercentWord(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, text.plain[start - 1] == 0x20 || text.plain[start - 1] == UInt8(ascii: "-") else {
      return false
    }
    let rest = text.plain[start..<min(end, start + 11)].map { $0 | 0x20 }
    return ["percent", "per cent", "pct", "por ciento", "pour cent", "prozent", "por cento"].contains {
      rest.starts(with: Array($0.utf8))
    } && !rest.starts(with: Array("percentage".utf8)) && !rest.starts(with: Array("percentil".utf8))
  }

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
