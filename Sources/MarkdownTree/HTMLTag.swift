/// An HTML tag: its name as far as it matters here, and its place.
struct HTMLTag {
  enum Name {
    case bold, italic, struck, code, link, image
    case heading(Int)
    case item, bulletList, orderedList, table, row, cell, headerCell, preformatted
    /// `br`, and whatever else ends a line of text: `p`, `div`, `hr`, `summary` …
    case lineEnd
    /// `script`, `style`: what stands inside is no text.
    case hidden
    case other
  }

  let name: Name
  let isClosing: Bool
  let range: Range<Int>
  /// The value of `href` or `src`.
  let target: Range<Int>?

  /// Reads the open or closing tag at `start`, a `<`, by the grammar of CommonMark's raw HTML.
  init?(in text: UnsafeMutableBufferPointer<UInt8>, at start: Int, limit: Int) {
    var offset = start + 1
    guard offset < limit else { return nil }
    isClosing = text[offset] == Ascii.slash
    if isClosing { offset += 1 }
    let nameStart = offset
    while offset < limit, Ascii.isAlphanumeric(text[offset]) || text[offset] == Ascii.dash { offset += 1 }
    guard offset > nameStart, Ascii.isLetter(text[nameStart]) else { return nil }
    name = Self.name(text, nameStart..<offset)
    var target: Range<Int>?
    while true {
      let blanks = offset
      while offset < limit, Ascii.isSpace(text[offset]) { offset += 1 }
      guard offset < limit else { return nil }
      if text[offset] == Ascii.slash, offset + 1 < limit, text[offset + 1] == Ascii.greater {
        offset += 1
        break
      }
      if text[offset] == Ascii.greater { break }
      guard offset > blanks, let attribute = HTMLAttribute(in: text, at: offset, limit: limit) else {
        return nil
      }
      if attribute.isTarget { target = attribute.value }
      offset = attribute.end
    }
    self.target = target
    range = start..<offset + 1
  }

  private static func name(_ text: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) -> Name {
    guard range.count <= 10 else { return .other }
    if range.count == 2, text[range.lowerBound] | 0x20 == 0x68, text[range.lowerBound + 1] &- 0x31 < 6 {
      return .heading(Int(text[range.lowerBound + 1] - 0x30))
    }
    // A name of up to ten letters as one number would not fit 64 bits; eight letters are enough to tell them apart.
    var key: UInt64 = 0
    for byte in text[range].prefix(8) { key = key << 8 | UInt64(byte | 0x20) }
    return names[key] ?? .other
  }

  private static let names: [UInt64: Name] = {
    var names: [UInt64: Name] = [:]
    func add(_ list: String, _ name: Name) {
      for word in list.utf8.split(separator: Ascii.space) {
        names[word.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }] = name
      }
    }
    add("b strong", .bold)
    add("i em", .italic)
    add("s del strike", .struck)
    add("code tt kbd samp", .code)
    add("a", .link)
    add("img", .image)
    add("li", .item)
    add("ul", .bulletList)
    add("ol", .orderedList)
    add("table", .table)
    add("tr", .row)
    add("td", .cell)
    add("th", .headerCell)
    add("pre", .preformatted)
    add("script style", .hidden)
    add(
      "br p div hr summary details blockquote section article header footer main nav aside center", .lineEnd)
    add("dl dt dd thead tbody tfoot caption figure figcaption form", .lineEnd)
    return names
  }()
}

/// An attribute of a tag.
struct HTMLAttribute {
  /// Whether it is `href` or `src`.
  let isTarget: Bool
  let value: Range<Int>
  let end: Int

  init?(in text: UnsafeMutableBufferPointer<UInt8>, at start: Int, limit: Int) {
    var offset = start
    guard Ascii.isLetter(text[start]) || text[start] == Ascii.underscore || text[start] == Ascii.colon else {
      return nil
    }
    while offset < limit, Ascii.isAlphanumeric(text[offset]) || "_.:-@".utf8.contains(text[offset]) {
      offset += 1
    }
    isTarget = Self.isTargetName(text, start..<offset)
    var next = offset
    while next < limit, Ascii.isSpace(text[next]) { next += 1 }
    guard next < limit, text[next] == Ascii.equals else {
      value = offset..<offset
      end = offset
      return
    }
    next += 1
    while next < limit, Ascii.isSpace(text[next]) { next += 1 }
    guard next < limit else { return nil }
    let mark = text[next]
    let isQuoted = mark == Ascii.quote || mark == Ascii.apostrophe
    let valueStart = isQuoted ? next + 1 : next
    next = valueStart
    while next < limit, isQuoted ? text[next] != mark : Self.isBare(text[next]) { next += 1 }
    guard isQuoted ? next < limit : next > valueStart else { return nil }
    value = valueStart..<next
    end = isQuoted ? next + 1 : next
  }

  private static func isBare(_ byte: UInt8) -> Bool { byte > Ascii.space && !"\"'=<>`".utf8.contains(byte) }

  private static func isTargetName(_ text: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var key: UInt64 = 0
    for byte in text[range].prefix(8) { key = key << 8 | UInt64(byte | 0x20) }
    return key == 0x6872_6566 || key == 0x73_7263
  }
}
