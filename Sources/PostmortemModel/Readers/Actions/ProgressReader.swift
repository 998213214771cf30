import MarkdownTree

/// Reads whether a task is open or done: a box, a status, a check mark, words such as "has been added".
struct ProgressReader {
  let text: ReportText
  let shapes: LineShapes

  /// Nil where nothing tells. The heading above an item speaks for it: "Done", "Actions taken ✅".
  func state(of item: RawItem, lines: [Int], heading: Int?) -> ActionItem.State? {
    if let box = item.box { return box == .checked ? .done : .open }
    if let status = item.status {
      let cell = item.lines.first { text.lines[$0].span == status } ?? text.line(at: status.start)
      return isDone(cell) ? .done : .open
    }
    let isFinished =
      saysDone(lines) || item.form == .heading && endsInDone(item.line)
      || heading.map { isHeadingOfDone($0) } == true
    return isFinished ? .done : lines.last.map(endsInOpen) == true ? .open : nil
  }

  /// "… (TODO)", "… - in progress": a status at the end.
  private func endsInOpen(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    return text.cues(ofLine: line).contains { hit in
      guard hit.cue == .statusOpen, hit.words.upperBound == words.upperBound,
        hit.words.lowerBound > words.lowerBound
      else { return false }
      let gap = Int(text.words[hit.words.lowerBound - 1].end)..<text.span(of: hit).start
      return gap.contains { text.isMark($0, of: "([") }
        || gap.dropFirst().contains { text.isMark($0, of: "-") && text.plain[$0 - 1] == 0x20 }
    }
  }

  private func isDone(_ line: Int) -> Bool {
    let cues = text.cues(ofLine: line)
    if cues.contains(where: { $0.cue == .statusOpen }) { return false }
    return cues.contains { $0.cue == .statusDone } || hasCheckMark(line)
  }

  /// ✅ ✔ ☑
  private func hasCheckMark(_ line: Int) -> Bool {
    let bytes = text.source.bytes[text.lines[line].span.range]
    guard bytes.contains(0xE2) else { return false }
    return bytes.indices.contains { index in
      index + 2 < bytes.endIndex && bytes[index] == 0xE2
        && (bytes[index + 1] == 0x9C && [0x85, 0x94].contains(bytes[index + 2])
          || bytes[index + 1] == 0x98 && bytes[index + 2] == 0x91)
    }
  }

  // MARK: Headings

  /// "Cache purged", "Runbook is done": an item that is a heading.
  private func endsInDone(_ line: Int) -> Bool {
    guard let last = text.wordRanges[line].last else { return false }
    return text.cues(ofLine: line).contains { $0.cue == .doneWord && $0.words.upperBound >= last - 2 }
      || endsInParticiple(line)
  }

  /// "Cron cleanup scheduled": a heading that ends in what was done.
  private func endsInParticiple(_ line: Int) -> Bool {
    let words = text.wordRanges[line].filter { !text.style(ofWord: $0).contains(.code) }
    guard let last = words.last, words.count >= 2 else { return false }
    return text.words[last].span.length > 4 && text.endsInEd(last)
  }

  private func isHeadingOfDone(_ line: Int) -> Bool {
    guard shapes.hasParenthesis(line) || text.wordRanges[line].count <= 3 else { return false }
    return text.cues(ofLine: line).contains { $0.cue == .statusDone || $0.cue == .doneWord }
      || hasCheckMark(line)
  }

  // MARK: Words

  /// "(Done)", "✅", "has been added", "we have increased", "Status: done".
  private func saysDone(_ lines: [Int]) -> Bool {
    guard let first = lines.first else { return false }
    return lines.contains { hasCheckMark($0) } || opensInPerfect(first)
      || lines.contains { line in
        text.cues(ofLine: line).contains { $0.cue == .doneWord && tellsDone($0, line) }
      } || lines.allSatisfy { isStruck($0) }
  }

  /// Whether a word such as "done" is told of the task as a whole.
  func tellsDone(_ hit: CueHit, _ line: Int) -> Bool {
    let words = text.wordRanges[line]
    if hit.words.count >= 2, hit.words.lowerBound < words.lowerBound + 14, !isConditional(line, hit) {
      return true
    }
    let start = text.span(of: hit).start
    if start > 0, text.isMark(start - 1, of: "([") { return true }
    let end = text.span(of: hit).end
    if hit.words.lowerBound == words.lowerBound, text.isWord(hit.words.lowerBound, "done"),
      end < text.plain.count,
      text.isMark(end, of: ":")
    {
      return true
    }
    // "Add checks to all hosts. Implemented in `checks.yml`."
    if hit.words.lowerBound > words.lowerBound + 1, text.words[hit.words.lowerBound].isCapitalised,
      text.endsInEd(hit.words.lowerBound), start > 1,
      text.isMark(text.plain[..<(start - 1)].lastIndex { $0 != 0x20 } ?? 0, of: ".;")
    {
      return true
    }
    if start > 1, hit.words.lowerBound > words.lowerBound + 1,
      text.isMark(text.plain[..<start].lastIndex { $0 != 0x20 } ?? 0, of: ":-")
    {
      return true
    }
    return text.words[hit.words.lowerBound].isShouted && hit.words.upperBound == words.upperBound
  }

  /// Text that is struck through from end to end.
  private func isStruck(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    return !words.isEmpty && words.allSatisfy { text.style(ofWord: $0).contains(.struck) }
  }

  /// "We have increased …", "I've added …".
  private func opensInPerfect(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    guard words.count > 3, text.isWord(words.lowerBound, ["we", "i"]),
      text.isWord(words.lowerBound + 1, ["have", "ve"])
    else { return false }
    let verb = words.lowerBound + 2
    return text.endsInEd(verb) || text.isWord(verb, ["set", "built", "put", "made", "written"])
  }

  /// "ensure that tests have been run before …" is no report of something done.
  private func isConditional(_ line: Int, _ hit: CueHit) -> Bool {
    text.cues(ofLine: line).contains {
      ($0.cue == .vagueVerb || $0.cue == .taskVerb || $0.cue == .modal)
        && $0.words.upperBound <= hit.words.lowerBound && !$0.words.overlaps(hit.words)
    }
  }
}
