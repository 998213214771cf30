/// The parts that links and link reference definitions are made of.
enum LinkSyntax {
  private static let longestLabel = 1000
  private static let deepestParens = 32

  static func skipBlanks(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
    var offset = start
    while offset < limit, Ascii.isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  /// Skips blanks and at most one line end, with the block-quote marks of the next line.
  static func skipSpace(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
    var offset = skipBlanks(in: bytes, from: start, limit: limit)
    guard offset < limit, Ascii.isLineEnd(bytes[offset]) else { return offset }
    if bytes[offset] == Ascii.carriageReturn, offset + 1 < limit, bytes[offset + 1] == Ascii.lineFeed {
      offset += 1
    }
    offset += 1
    while offset < limit, Ascii.isBlank(bytes[offset]) || bytes[offset] == Ascii.greater { offset += 1 }
    return offset
  }

  /// The offset of the bracket that closes the label opened at `start`. A label holds no brackets and is not blank.
  static func labelEnd(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    var offset = start + 1
    let last = min(limit, start + longestLabel)
    var isBlank = true
    while offset < last {
      switch bytes[offset] {
      case Ascii.closeBracket: return isBlank ? nil : offset
      case Ascii.openBracket: return nil
      case Ascii.backslash:
        offset += 1
        isBlank = false
      default:
        if !Ascii.isSpace(bytes[offset]) { isBlank = false }
      }
      offset += 1
    }
    return nil
  }

  /// A link target at `start`, with or without angle brackets; `range` is without them.
  static func target(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
  ) -> (range: Range<Int>, end: Int)? {
    guard start < limit else { return nil }
    if bytes[start] == Ascii.less { return bracketedTarget(in: bytes, at: start, limit: limit) }
    var offset = start
    var depth = 0
    while offset < limit {
      let byte = bytes[offset]
      if byte <= Ascii.space || byte == 0x7F { break }
      if byte == Ascii.backslash, offset + 1 < limit, Ascii.isPunctuation(bytes[offset + 1]) {
        offset += 1
      } else if byte == Ascii.openParen {
        depth += 1
        if depth > deepestParens { return nil }
      } else if byte == Ascii.closeParen {
        if depth == 0 { break }
        depth -= 1
      }
      offset += 1
    }
    return depth == 0 ? (start..<offset, offset) : nil
  }

  private static func bracketedTarget(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
  ) -> (range: Range<Int>, end: Int)? {
    var offset = start + 1
    while offset < limit {
      switch bytes[offset] {
      case Ascii.greater: return (start + 1..<offset, offset + 1)
      case Ascii.less, Ascii.lineFeed, Ascii.carriageReturn: return nil
      case Ascii.backslash: offset += offset + 1 < limit && Ascii.isPunctuation(bytes[offset + 1]) ? 2 : 1
      default: offset += 1
      }
    }
    return nil
  }

  /// The offset after the title in quotes or parentheses at `start`.
  static func titleEnd(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    guard start < limit else { return nil }
    let open = bytes[start]
    guard open == Ascii.quote || open == Ascii.apostrophe || open == Ascii.openParen else { return nil }
    let close = open == Ascii.openParen ? Ascii.closeParen : open
    var offset = start + 1
    while offset < limit {
      let byte = bytes[offset]
      if byte == close { return offset + 1 }
      if byte == open { return nil }
      offset += byte == Ascii.backslash ? 2 : 1
    }
    return nil
  }

  /// The rest of an inline link from its opening parenthesis on.
  static func inlineTail(
    in bytes: UnsafeBufferPointer<UInt8>, at paren: Int, limit: Int
  ) -> (target: Range<Int>, end: Int)? {
    let start = skipSpace(in: bytes, from: paren + 1, limit: limit)
    guard let target = target(in: bytes, at: start, limit: limit) else { return nil }
    var end = skipSpace(in: bytes, from: target.end, limit: limit)
    if end > target.end, let titleEnd = titleEnd(in: bytes, at: end, limit: limit) {
      end = skipSpace(in: bytes, from: titleEnd, limit: limit)
    }
    guard end < limit, bytes[end] == Ascii.closeParen else { return nil }
    return (target.range, end + 1)
  }
}
