/// URLs in running text, autolinks in angle brackets, and emoji short codes.
extension InlineScanner {
  mutating func scanColon(at offset: Int) -> Int {
    let text = canvas.text
    canvas.plain[offset] = Ascii.colon
    guard offset + 1 < limit else { return offset + 1 }
    let next = text[offset + 1]
    if next == Ascii.slash, offset + 2 < limit, text[offset + 2] == Ascii.slash,
      let begin = schemeStart(before: offset), let end = urlEnd(from: offset + 3)
    {
      addBareLink(begin..<end)
      return end
    }
    if let end = shortCodeEnd(at: offset) {
      canvas.mark(offset..<end)
      return end
    }
    return offset + 1
  }

  mutating func scanBareHost(at offset: Int) -> Int {
    let text = canvas.text
    let isHost =
      offset + 4 < limit && text[offset + 1] | 0x20 == 0x77 && text[offset + 2] | 0x20 == 0x77
      && text[offset + 3] == Ascii.dot && Ascii.isAlphanumeric(text[offset + 4])
    let isGlued =
      offset > start && (Ascii.isAlphanumeric(text[offset - 1]) || "/.@-_".utf8.contains(text[offset - 1]))
    guard isHost, !isGlued, let end = urlEnd(from: offset + 4) else { return keep(offset) }
    addBareLink(offset..<end)
    return end
  }

  private mutating func addBareLink(_ range: Range<Int>) {
    canvas.copyText(range)
    canvas.add(.link, to: range)
    links.append(Link(span: SourceSpan(range), text: SourceSpan(range), target: SourceSpan(range)))
  }

  /// Where `http` or `https` begins before the colon at `offset`, as a word of its own.
  private func schemeStart(before offset: Int) -> Int? {
    for length in [5, 4] {
      let begin = offset - length
      guard begin >= start, matches("https", length: length, at: begin) else { continue }
      return begin > start && Ascii.isAlphanumeric(canvas.text[begin - 1]) ? nil : begin
    }
    return nil
  }

  private func matches(_ word: StaticString, length: Int, at offset: Int) -> Bool {
    for index in 0..<length where canvas.text[offset + index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// The end of a bare URL whose host begins at `first`, by the rules of GFM's extended autolinks.
  private func urlEnd(from first: Int) -> Int? {
    let text = canvas.text
    var end = first
    var depth = 0
    scan: while end < limit {
      switch text[end] {
      case 0...Ascii.space, Ascii.less, Ascii.greater, Ascii.backtick, Ascii.quote: break scan
      case Ascii.closeBracket where !brackets.isEmpty: break scan
      // CJK punctuation, which no URL holds bare.
      case 0xE3 where end + 1 < limit && text[end + 1] == 0x80: break scan
      case 0xEF where end + 1 < limit && text[end + 1] & 0xFE == 0xBC: break scan
      case 0xC2 where end + 1 < limit && text[end + 1] == 0xA0: break scan
      case Ascii.openParen: depth += 1
      case Ascii.closeParen:
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      end += 1
    }
    while end > first, "?!.,:;*_~'".utf8.contains(text[end - 1]) { end -= 1 }
    return end > first ? end : nil
  }

  /// The end of an emoji short code such as `:tada:` at `offset`.
  private func shortCodeEnd(at offset: Int) -> Int? {
    let text = canvas.text
    if offset > start, Ascii.isAlphanumeric(text[offset - 1]) { return nil }
    var end = offset + 1
    var hasLetter = false
    var hasJoint = false
    while end < limit, end - offset < 60 {
      let byte = text[end]
      if byte == Ascii.colon { break }
      if byte &- 0x61 < 26 {
        hasLetter = true
      } else if !Ascii.isDigit(byte), byte != Ascii.underscore, byte != Ascii.plus, byte != Ascii.dash {
        return nil
      }
      hasJoint = hasJoint || byte == Ascii.underscore
      end += 1
    }
    guard hasLetter, end < limit, text[end] == Ascii.colon else { return nil }
    // ":small_orange_diamond:16:15" is one, "::first:second" is not.
    if !hasJoint, end + 1 < limit, Ascii.isAlphanumeric(text[end + 1]) { return nil }
    return end + 1
  }

  /// The end of an autolink `<scheme:…>` or `<name@host>` at `offset`.
  mutating func scanAutolink(at offset: Int) -> Int? {
    let text = canvas.text
    var end = offset + 1
    var isAddress = false
    guard end < limit, Ascii.isAlphanumeric(text[end]) else { return nil }
    while end < limit, Ascii.isAlphanumeric(text[end]) || "+.-_".utf8.contains(text[end]) { end += 1 }
    guard end < limit, text[end] == Ascii.colon || text[end] == UInt8(ascii: "@"), end - offset > 1 else {
      return nil
    }
    isAddress = text[end] != Ascii.colon
    if !isAddress, end - offset < 3 || end - offset > 33 || !Ascii.isLetter(text[offset + 1]) { return nil }
    while end < limit, text[end] > Ascii.space, text[end] != Ascii.less, text[end] != Ascii.greater {
      end += 1
    }
    guard end < limit, text[end] == Ascii.greater else { return nil }
    let inner = offset + 1..<end
    canvas.mark(offset..<offset + 1)
    canvas.copyText(inner)
    canvas.add(.link, to: inner)
    canvas.mark(end..<end + 1)
    links.append(Link(span: SourceSpan(offset, end + 1), text: SourceSpan(inner), target: SourceSpan(inner)))
    return end + 1
  }
}
