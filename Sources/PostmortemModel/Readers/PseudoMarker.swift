/// Marks that read as a bullet or number though Markdown makes none of them: "• ", "— ", "1. " inside a paragraph.
enum PseudoMarker {
  /// The offset after the mark and its blanks; nil if the line begins with none.
  static func end(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let offset = skipBlanks(plain, start, end)
    guard offset + 1 < end else { return nil }
    let byte = plain[offset]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
      return plain[offset + 1] == 0x20 ? skipBlanks(plain, offset + 1, end) : nil
    }
    if byte >= 0x80 { return bullet(plain, offset, end) }
    return isDigit(byte) ? number(plain, offset, end) : nil
  }

  private static func bullet(_ plain: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> Int? {
    if plain[offset] == 0xC2, plain[offset + 1] == 0xB7 { return skipBlanks(plain, offset + 2, end) }
    guard plain[offset] == 0xE2, offset + 2 < end else { return nil }
    switch (plain[offset + 1], plain[offset + 2]) {
    // • ▪ ● ➡ ➢ ◦, beside · above
    case (0x80, 0xA2), (0x96, 0xAA), (0x97, 0x8F), (0x9E, 0xA1), (0x9E, 0xA2), (0x97, 0xA6):
      return skipBlanks(plain, offset + 3, end)
    default: return nil
    }
  }

  private static func number(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var offset = start
    while offset < end, isDigit(plain[offset]), offset - start < 3 { offset += 1 }
    if let text = textBehindOddNumber(plain, offset, end) { return text }
    guard offset + 1 < end, plain[offset] == UInt8(ascii: ".") || plain[offset] == UInt8(ascii: ")") else {
      return nil
    }
    // "10.12:30 PM": an item numbered without a blank before its time.
    guard plain[offset + 1] == 0x20 || isTime(plain, offset + 1, end) else { return nil }
    return skipBlanks(plain, offset + 1, end)
  }

  /// "1, Add a check", "1- Add a check": a comma or hyphen does for a dot where the text begins with a capital.
  private static func textBehindOddNumber(
    _ plain: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int
  ) -> Int? {
    guard offset + 2 < end, plain[offset] == UInt8(ascii: ",") || plain[offset] == UInt8(ascii: "-"),
      plain[offset + 1] == 0x20
    else { return nil }
    let text = skipBlanks(plain, offset + 1, end)
    return text < end && (0x41...0x5A).contains(plain[text]) ? text : nil
  }

  private static func isTime(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end, isDigit(plain[offset]) { offset += 1 }
    return offset > start && offset < end && plain[offset] == UInt8(ascii: ":")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func skipBlanks(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, plain[offset] == 0x20 || plain[offset] == 0x09 { offset += 1 }
    return offset
  }
}
