import MarkdownTree

/// The writer's own words for a message: on one line, blanks folded, long ones cut after a whole word, and a word
/// without an end after a whole character.
func quote(_ text: String, limit: Int = 60) -> String {
  var words: [Substring] = []
  var count = 0
  for word in text.split(whereSeparator: \.isWhitespace) {
    count += word.unicodeScalars.count + 1
    if count > limit + 1, !words.isEmpty { return words.joined(separator: " ") + " …" }
    words.append(count > limit * 2 ? cut(word, to: limit) : word)
  }
  return words.joined(separator: " ") + (count > limit * 2 ? "…" : "")
}

/// The characters that fit into so many scalars.
private func cut(_ word: Substring, to limit: Int) -> Substring {
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
