import MarkdownTree

/// Lines and headings that open with a time, as the entries of a timeline do.
extension LineShapes {
  /// Whether the first thing told is a clock time or date that opens an entry.
  func startsWithTime(_ line: Int) -> Bool { leadingTime(line) != nil }

  /// The time or date that the line starts with, after marks such as "~", "[" and bold.
  func leadingTime(_ line: Int) -> TimeMention? {
    guard text.tells([.clock, .date], line) else { return nil }
    let start = contentStart(line)
    for mention in text.times[line] where mention.span.start >= start {
      switch mention {
      case .range, .duration, .elapsed: continue
      case .clock, .date:
        return hasLetters(start, mention.span.start) && !leadsToTime(line, start, mention.span.start)
          ? nil : mention
      }
    }
    return nil
  }

  /// Whether only words such as "at", "before", "between" stand before a time: "antes de las 18:40".
  private func leadsToTime(_ line: Int, _ start: Int, _ end: Int) -> Bool {
    guard isItem(line) || text.lines[line].opensBlock else { return false }
    let words = text.words(ofLine: line, from: start).prefix(5).prefix { Int(text.words[$0].end) <= end }
    guard words.count <= 4 else { return false }
    return words.allSatisfy { word in
      text.cues(ofLine: line, in: SourceSpan(start, end)).contains {
        $0.cue == .timeLead && $0.words.contains(word)
      }
    }
  }

  /// Whether a clock stands before an offset of a line: "**Escalation (9:30 PM)**: …" is an entry.
  func tellsClock(_ line: Int, before end: Int) -> Bool {
    text.tellsClock(line)
      && text.times[line].contains { mention in
        guard case .clock(let clock) = mention else { return false }
        return clock.span.end <= end
      }
  }

  /// Whether a line says "TODO" and nothing else, with no list below it.
  func isNote(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    guard words.count == 1, text.isWord(words.lowerBound, "todo") else { return false }
    return line + 1 >= text.lines.count || !isItem(line + 1)
  }

  /// Whether a heading is a time or a day of the timeline rather than the name of a section.
  func isTimeHeading(_ line: Int, isFirst: Bool) -> Bool {
    guard let mention = leadingTime(line) else { return false }
    if case .date = mention {
      let hasClock = text.tellsClock(line)
      let rest = text.wordRanges[line].count { Int(text.words[$0].start) >= mention.span.end }
      return hasClock ? rest <= 12 && !isFirst : rest == 0 || (!isFirst && rest <= 6 && hasParenthesis(line))
    }
    return true
  }
}
