import MarkdownTree

/// Rules for all times, which nobody can ever have done.
extension VaguenessReader {
  /// "Test before deploying", "should be tested": a rule for all times.
  func isPolicy(_ body: Range<Int>, _ verb: CueHit) -> Bool {
    let first = verb.words.lowerBound
    if opensWithCondition(body) || forbids(body) { return true }
    for index in verb.words
      .upperBound..<min(max(verb.words.upperBound, body.upperBound), verb.words.upperBound + 4)
    {
      if text.isWord(index, ["before", "whenever", "when", "every", "always"]) { return true }
    }
    if text.opens(first, withOneOf: ["train", "educat"]) { return true }
    if first > body.lowerBound, text.isWord(first, "be"), text.isWord(first - 1, ["should", "must"]) {
      return true
    }
    return body.count < 12
      && text.isWord(first, ["be", "test", "testing", "use", "keep", "avoid", "try", "follow"])
  }

  /// "Before closing the file, …", "If you merge, …".
  private func opensWithCondition(_ body: Range<Int>) -> Bool {
    guard body.count > 3, text.isWord(body.lowerBound, ["before", "whenever", "when", "while", "if"]) else {
      return false
    }
    let next = body.lowerBound + 1
    return text.closes(next, with: "ing") || text.isWord(next, ["you", "we", "one", "someone", "anyone"])
  }

  /// "You are not allowed to merge", "must not be merged".
  private func forbids(_ body: Range<Int>) -> Bool {
    body.prefix(10).dropLast().contains { word in
      text.isWord(word, ["not", "nobody", "never", "longer"])
        && (text.isWord(word + 1, ["allowed", "permitted"])
          || word > body.lowerBound && text.isWord(word - 1, ["must", "may"]))
    }
  }

  /// "Implement pooling best practices".
  func followsPractices(_ verb: CueHit) -> Bool {
    let end = min(text.words.count, verb.words.upperBound + 6)
    return (verb.words.upperBound..<end).dropLast().contains {
      text.isWord($0, "best") && text.isWord($0 + 1, "practices")
    }
  }

  /// "Conduct reviews of changes": again and again, and nothing says how often.
  func recursOpenly(_ object: Range<Int>) -> Bool {
    object.prefix(3).contains { text.isWord($0, VaguenessReader.habits) }
      && !object.contains {
        text.isWord($0, ["daily", "weekly", "monthly", "quarterly", "yearly", "all"])
      }
  }

  /// What is done again and again where several are spoken of.
  private static let habits: [StaticString] = ["reviews", "audits", "checks", "assessments", "inspections"]
}
