import MarkdownTree

/// The writer's own words for a message: on one line, blanks folded, long ones cut after a whole word.
func quote(_ text: String, limit: Int = 60) -> String {
  var text = text
  if text.withUTF8({ $0.count <= limit && isPlainLine($0) }) { return text }
  let cut = text.withUTF8 { Quotation(of: $0, limit: limit) }
  guard cut.isOneLongWord else { return cut.text }
  return cutWord(cut.text[...], to: limit) + "…"
}

/// Whether a text is of printable ASCII, with one blank between each two words.
private func isPlainLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var wasBlank = true
  for byte in bytes {
    let isBlank = byte == 0x20
    if byte < 0x20 || byte >= 0x7F || isBlank && wasBlank { return false }
    wasBlank = isBlank
  }
  return !wasBlank
}

/// The characters that fit into so many scalars.
private func cutWord(_ word: Substring, to limit: Int) -> Substring {
  var end = word.startIndex
  var count = 0
  while end < word.endIndex {
    count += word[end].unicodeScalars.count
    if count > limit { break }
    end = word.index(after: end)
  }
  return word[..<end]
}

extension Document {
  /// The words at a place, for a message.
  func quote(_ span: SourceSpan) -> String { PostmortemRules.quote(source.text(span)) }

  /// Where a finding on the whole file stands: its first line of text.
  var opening: SourceSpan { lines.first?.span ?? SourceSpan(0, 0) }

  /// The line, from 1, of a place.
  func line(of span: SourceSpan) -> Int { source.line(at: span.start) + 1 }
}

/// "1 task", "4 tasks".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Words of a text with one blank between them, as many as fit. Only what is quoted is read.
private struct Quotation {
  private(set) var text = ""
  /// Whether the text is one word of more than twice the limit.
  private(set) var isOneLongWord = false

  /// `bytes` is valid UTF-8; `limit` is in scalars.
  init(of bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    var isLong = false
    text = String(unsafeUninitializedCapacity: bytes.count + 4) { line in
      var (offset, length, scalars) = (0, 0, 0)
      while offset < bytes.count {
        let blank = Self.blankLength(bytes, offset)
        if blank > 0 {
          offset += blank
          continue
        }
        let end = length
        if end > 0 {
          line[length] = 0x20
          length += 1
          scalars += 1
        }
        while offset < bytes.count, Self.blankLength(bytes, offset) == 0 {
          if end > 0, scalars >= limit, bytes[offset] & 0xC0 != 0x80 {
            return Self.endWithDots(line, end)
          }
          if bytes[offset] & 0xC0 != 0x80 { scalars += 1 }
          line[length] = bytes[offset]
          length += 1
          offset += 1
        }
      }
      isLong = scalars > limit * 2
      return length
    }
    isOneLongWord = isLong
  }

  private static func endWithDots(_ line: UnsafeMutableBufferPointer<UInt8>, _ length: Int) -> Int {
    var length = length
    for byte in " …".utf8 {
      line[length] = byte
      length += 1
    }
    return length
  }

  /// The bytes of the white space at `offset`; 0 for anything else.
  @inline(__always)
  private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return byte == 0x20 || byte &- 0x09 < 5 ? 1 : 0 }
    return wideBlankLength(bytes, offset)
  }

  private static func wideBlankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    guard offset + 1 < bytes.count else { return 0 }
    let third = offset + 2 < bytes.count ? bytes[offset + 2] : 0
    return switch (bytes[offset], bytes[offset + 1], third) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      3
    default: 0
    }
  }
}
