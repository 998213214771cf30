import MarkdownTree

/// The writer's own words for a message: on one line, blanks folded, long ones cut after a whole word.
func quote(_ text: String, limit: Int = 60) -> String {
  var words: [Substring] = []
  var count = 0
  for word in text.split(whereSeparator: \.isWhitespace) {
    count += word.unicodeScalars.count + 1
    if count > limit + 1, !words.isEmpty { return words.joined(separator: " ") + " …" }
    words.append(word)
  }
  let line = words.joined(separator: " ")
  return line.unicodeScalars.count <= limit * 2 ? line : String(line.prefix(limit)) + "…"
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
