import MarkdownTree

extension SecretReader {
  private static let longestPassword = 128

  /// The value of "password: …", `DB_PASSWORD=…`, `"password": "…"` where it looks like a real one.
  func password(after name: Range<Int>) -> LeakedSecret? {
    guard ["password", "passwd", "pwd", "passwort", "senha"].contains(where: { closes(name, $0) }) else {
      return nil
    }
    var offset = skipQuotes(name.upperBound)
    offset = run(from: offset) { $0 == 0x20 }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") || bytes[offset] == UInt8(ascii: "="),
      offset + 1 < bytes.count, bytes[offset + 1] != UInt8(ascii: "="), bytes[offset + 1] != UInt8(ascii: ":")
    else { return nil }
    offset = skipQuotes(offset + 1)
    offset = run(from: offset) { $0 == 0x20 }
    offset = skipQuotes(offset)
    let value =
      offset..<run(from: offset, limit: SecretReader.longestPassword + 1) {
        $0 > 0x20 && $0 < 0x7F && !"\"'`,;|<>()".utf8.contains($0)
      }
    return isRealPassword(value) ? LeakedSecret(kind: .password, span: SourceSpan(value)) : nil
  }

  private func skipQuotes(_ start: Int) -> Int {
    run(from: start, isQuote)
  }

  func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == 0x60 || byte == UInt8(ascii: "*")
  }

  /// Letters and digits, no name of a variable, no call and nothing that says it is made up.
  private func isRealPassword(_ value: Range<Int>) -> Bool {
    guard value.count >= 8, value.count <= SecretReader.longestPassword,
      !"$<{[(%*&!@#.".utf8.contains(bytes[value.lowerBound]),
      value.upperBound == bytes.count || !"(<".utf8.contains(bytes[value.upperBound])
    else { return false }
    let text = bytes[value]
    let hasDigit = text.contains { $0 >= 0x30 && $0 <= 0x39 }
    let hasLetter = text.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    return hasDigit && hasLetter && !isMadeUp(value)
      && !["://", "${", "{{", "env.", "env[", "...", "/"].contains { SecretReader.holds(text, $0) }
  }

  /// "AKIAIOSFODNN7EXAMPLE", "xxxxxxxx", "your-password-1".
  func isMadeUp(_ range: Range<Int>) -> Bool {
    var kinds: Set<UInt8> = []
    for byte in bytes[range].prefix(SecretReader.longestPassword) { kinds.insert(byte) }
    return kinds.count < 6
      || [
        "example", "xxxx", "****", "redacted", "removed", "your", "change", "placeholder", "dummy", "sample",
        "password", "secret", "fake", "1234", "0000", "abcd",
      ].contains { SecretReader.holds(bytes[range], $0) }
  }

  private func closes(_ range: Range<Int>, _ letters: StaticString) -> Bool {
    letters.withUTF8Buffer { letters in
      range.count >= letters.count
        && zip(bytes[range].suffix(letters.count), letters).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// Whether some bytes hold a word, in whatever case.
  static func holds(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard text.count >= word.count, let first = word.first else { return false }
      for start in text.startIndex...(text.endIndex - word.count) where fold(text[start]) == fold(first) {
        var place = 1
        while place < word.count, fold(text[start + place]) == fold(word[place]) { place += 1 }
        if place == word.count { return true }
      }
      return false
    }
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
