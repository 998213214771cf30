/// A run of `*`, `_` or `~` that may open or close emphasis.
struct Delimiter {
  let byte: UInt8
  var start: Int
  var count: Int
  let originalCount: Int
  let canOpen: Bool
  let canClose: Bool
  var previous: Int
  var next: Int
}

/// A part of a leaf with a style; ranges are applied together because they may be nested deeply.
struct StyledRange {
  let range: Range<Int>
  let style: TextStyle
}

/// Emphasis by the delimiter algorithm of CommonMark, with `~~` for struck text.
extension InlineScanner {
  mutating func scanDelimiters(_ byte: UInt8, at offset: Int) -> Int {
    var end = offset
    while end < limit, canvas.text[end] == byte { end += 1 }
    for mark in offset..<end { canvas.plain[mark] = byte }
    if byte == Ascii.tilde, end - offset != 2 { return end }
    let before = CharacterClass(before: offset, start: start, in: canvas.text)
    let after = CharacterClass(after: end, limit: limit, in: canvas.text)
    let opensLeft = after != .space && (after != .punctuation || before != .letter)
    let closesRight = before != .space && (before != .punctuation || after != .letter)
    let isUnderscore = byte == Ascii.underscore
    let canOpen = opensLeft && (!isUnderscore || !closesRight || before == .punctuation)
    let canClose = closesRight && (!isUnderscore || !opensLeft || after == .punctuation)
    guard canOpen || canClose else { return end }
    delimiters.append(
      Delimiter(
        byte: byte, start: offset, count: end - offset, originalCount: end - offset, canOpen: canOpen,
        canClose: canClose, previous: delimiters.count - 1, next: delimiters.count + 1))
    return end
  }

  /// Matches the runs from index `first` on and forgets them.
  mutating func matchDelimiters(from first: Int) {
    guard first < delimiters.count else { return }
    bottoms.removeAll(keepingCapacity: true)
    bottoms.append(contentsOf: repeatElement(first, count: 18))
    var closer = first
    while closer < delimiters.count {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let key = bottomKey(delimiters[closer])
      if let opener = opener(for: closer, bottom: bottoms[key]) {
        closer = match(opener, closer, first: first)
      } else {
        bottoms[key] = closer
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { remove(closer, first: first) }
        closer = next
      }
    }
    delimiters.removeLast(delimiters.count - first)
  }

  private func bottomKey(_ delimiter: Delimiter) -> Int {
    let kind = delimiter.byte == Ascii.asterisk ? 0 : delimiter.byte == Ascii.underscore ? 1 : 2
    return (kind * 2 + (delimiter.canOpen ? 1 : 0)) * 3 + delimiter.originalCount % 3
  }

  private func opener(for closer: Int, bottom: Int) -> Int? {
    let close = delimiters[closer]
    var index = close.previous
    while index >= bottom {
      let open = delimiters[index]
      if open.canOpen, open.byte == close.byte {
        let isOdd =
          (open.canClose || close.canOpen) && (open.originalCount + close.originalCount) % 3 == 0
          && !(open.originalCount % 3 == 0 && close.originalCount % 3 == 0)
        if !isOdd || open.byte == Ascii.tilde { return index }
      }
      index = open.previous
    }
    return nil
  }

  /// Styles what stands between the two; gives the index of the next closer.
  private mutating func match(_ opener: Int, _ closer: Int, first: Int) -> Int {
    let byte = delimiters[closer].byte
    let used = min(2, delimiters[opener].count, delimiters[closer].count)
    let style: TextStyle = byte == Ascii.tilde ? .struck : used == 2 ? .strong : .emphasis
    let openEnd = delimiters[opener].start + delimiters[opener].count
    let closeStart = delimiters[closer].start
    ranges.append(StyledRange(range: openEnd..<closeStart, style: style))
    canvas.mark(openEnd - used..<openEnd)
    canvas.mark(closeStart..<closeStart + used)
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    delimiters[closer].start += used
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    if delimiters[opener].count == 0 { remove(opener, first: first) }
    guard delimiters[closer].count == 0 else { return closer }
    let next = delimiters[closer].next
    remove(closer, first: first)
    return next
  }

  private mutating func remove(_ index: Int, first: Int) {
    let (previous, next) = (delimiters[index].previous, delimiters[index].next)
    if previous >= first { delimiters[previous].next = next }
    if next < delimiters.count { delimiters[next].previous = previous }
  }

  /// Sets the collected styles. Ranges of one style are joined first, so that nesting costs nothing.
  mutating func applyRanges() {
    if ranges.count > 4 { ranges.sort { $0.range.lowerBound < $1.range.lowerBound } }
    for style in [TextStyle.strong, .emphasis, .struck, .link, .image, .code] {
      var done = start
      for styled in ranges where styled.style == style && styled.range.upperBound > done {
        let range = max(done, styled.range.lowerBound)..<styled.range.upperBound
        guard !range.isEmpty else { continue }
        canvas.add(style, to: range)
        if style == .image { range.forEach(canvas.blank) }
        if ranges.count > 4 { done = styled.range.upperBound }
      }
    }
    ranges.removeAll(keepingCapacity: true)
  }
}

/// What the delimiter algorithm asks about the characters beside a run.
enum CharacterClass {
  case space, punctuation, letter

  init(before offset: Int, start: Int, in text: UnsafeMutableBufferPointer<UInt8>) {
    guard offset > start else {
      self = .space
      return
    }
    var first = offset - 1
    while first > start, offset - first < 4, text[first] & 0xC0 == 0x80 { first -= 1 }
    self.init(at: first, limit: offset, in: text)
  }

  init(after offset: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>) {
    guard offset < limit else {
      self = .space
      return
    }
    self.init(at: offset, limit: limit, in: text)
  }

  private init(at offset: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>) {
    let byte = text[offset]
    if byte < 0x80 {
      self = Ascii.isSpace(byte) ? .space : Ascii.isPunctuation(byte) ? .punctuation : .letter
      return
    }
    let second = offset + 1 < limit ? text[offset + 1] : 0
    let third = offset + 2 < limit ? text[offset + 2] : 0
    self = Self.wide(byte, second, third)
  }

  /// The spaces and the punctuation of Unicode that occur beside emphasis.
  private static func wide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> CharacterClass {
    switch (first, second, third) {
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): .space
    case (0xC2, 0xA1, _), (0xC2, 0xA7, _), (0xC2, 0xAB, _), (0xC2, 0xB6...0xB7, _), (0xC2, 0xBB, _),
      (0xC2, 0xBF, _), (0xE2, 0x80, 0x90...0xA7), (0xE2, 0x80, 0xB0...0xBF), (0xE3, 0x80, 0x81...0x83),
      (0xE3, 0x80, 0x88...0x91), (0xE3, 0x80, 0x94...0x9F), (0xEF, 0xBC, 0x81...0x8F),
      (0xEF, 0xBC, 0x9A...0x9F),
      (0xEF, 0xBC, 0xBB...0xBD), (0xEF, 0xBD, 0x9B...0xA5):
      .punctuation
    default: .letter
    }
  }
}
