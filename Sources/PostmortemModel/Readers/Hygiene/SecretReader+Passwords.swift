import MarkdownTree

extension SecretReader {
  private static let longestPassword = 128

  /// The value of "password: …", `DB_PASSWORD=…`, `"password": "…"` where it looks like a real one.
  func password(after name: Range<Int>) -> LeakedSecret? {
    guard closesLikePassword(name),
      ["password", "passwd", "pwd", "passwort", "senha"].contains(where: { closes(name, $0) })
    else { return nil }
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

  /// Whether the last letter is one of theirs: every colon of the text is looked at.
  private func closesLikePassword(_ name: Range<Int>) -> Bool {
    guard let last = bytes[name].last else { return false }
    return last | 0x20 == UInt8(ascii: "d") || last | 0x20 == UInt8(ascii: "t")
      || last | 0x20 == UInt8(ascii: "a")
  }

  private func closes(_ range: Range<Int>, _ letters: StaticString) -> Bool {
    letters.withUTF8Buffer { letters in
      range.count >= letters.count
        && zip(bytes[range].suffix(letters.count), letters).allSatisfy { $0 | 0x20 == $1 }
    }
  }
}
