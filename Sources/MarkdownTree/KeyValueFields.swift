/// Front matter read line by line: TOML, and YAML that cannot be parsed.
enum KeyValueFields {
  typealias Text = ArraySlice<UInt8>

  /// `key = value` lines under `[table]` headers.
  static func readTOML(_ text: Text) -> [FrontMatter.Field] {
    var fields: [FrontMatter.Field] = []
    var prefix = ""
    forEachLine(text) { line in
      if line.first == Ascii.openBracket {
        let name = line.drop { $0 == Ascii.openBracket }.prefix { $0 != Ascii.closeBracket }
        prefix = String(decoding: trimmed(name), as: UTF8.self) + "."
      } else if let field = field(line, separator: Ascii.equals, prefix: prefix) {
        fields.append(field)
      }
    }
    return fields
  }

  /// `key: value` lines, and values of keys one level below as "key.key".
  static func readBrokenYAML(_ text: Text) -> [FrontMatter.Field] {
    var fields: [FrontMatter.Field] = []
    var parent = ""
    forEachRawLine(text) { line in
      let isNested = line.first.map(Ascii.isBlank) ?? false
      guard let field = field(trimmed(line), separator: Ascii.colon, prefix: isNested ? parent : "") else {
        return
      }
      if !isNested { parent = field.key + "." }
      if !field.value.isEmpty { fields.append(field) }
    }
    return fields
  }

  private static func field(_ line: Text, separator: UInt8, prefix: String) -> FrontMatter.Field? {
    guard let first = line.first, first != Ascii.hash, let mark = line.firstIndex(of: separator) else {
      return nil
    }
    let key = unquoted(trimmed(line[..<mark]))
    guard !key.isEmpty, key.count < 200 else { return nil }
    let raw = withoutComment(trimmed(line[(mark + 1)...]))
    let value = unquoted(raw)
    let text = raw.first == Ascii.openBracket ? list(raw) : String(decoding: value, as: UTF8.self)
    return FrontMatter.Field(
      key: prefix + String(decoding: key, as: UTF8.self), value: text,
      keySpan: SourceSpan(key.startIndex, key.endIndex), valueSpan: SourceSpan(raw.startIndex, raw.endIndex))
  }

  /// The items of `[a, "b"]`, joined with commas.
  private static func list(_ text: Text) -> String {
    let inner = text.dropFirst().prefix { $0 != Ascii.closeBracket }
    return inner.split(separator: UInt8(ascii: ","))
      .map { String(decoding: unquoted(trimmed($0)), as: UTF8.self) }
      .filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  private static func withoutComment(_ text: Text) -> Text {
    guard let first = text.first else { return text }
    if first == Ascii.quote || first == Ascii.apostrophe {
      guard let close = text.dropFirst().firstIndex(of: first) else { return text }
      return text[...close]
    }
    var previous: UInt8 = 0
    for index in text.indices {
      if text[index] == Ascii.hash, Ascii.isBlank(previous) { return trimmed(text[..<index]) }
      previous = text[index]
    }
    return text
  }

  private static func unquoted(_ text: Text) -> Text {
    guard text.count >= 2, let first = text.first, first == text.last,
      first == Ascii.quote || first == Ascii.apostrophe
    else { return text }
    return text.dropFirst().dropLast()
  }

  private static func trimmed(_ text: Text) -> Text {
    var text = text
    while let first = text.first, Ascii.isSpace(first) { text.removeFirst() }
    while let last = text.last, Ascii.isSpace(last) { text.removeLast() }
    return text
  }

  private static func forEachLine(_ text: Text, _ body: (Text) -> Void) {
    forEachRawLine(text) { body(trimmed($0)) }
  }

  private static func forEachRawLine(_ text: Text, _ body: (Text) -> Void) {
    var start = text.startIndex
    for index in text.indices where Ascii.isLineEnd(text[index]) {
      body(text[start..<index])
      start = index + 1
    }
    body(text[start...])
  }
}
