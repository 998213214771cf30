import MarkdownTree

/// Lines that add to the item above them.
extension LineShapes {
  /// "Owner: storage", "Due: Friday": a field of the item above.
  func isField(_ line: Int, from start: Int) -> Bool {
    guard let end = labelEnd(line, from: start) else { return false }
    // "DONE: add an alert" is the item itself.
    if let first = text.words(ofLine: line, from: start).first, text.isWord(first, ["done", "todo"]) {
      return false
    }
    return text.cues(ofLine: line, in: SourceSpan(start, end.name)).contains {
      [.ownerWord, .deadline, .columnDue, .columnStatus, .columnOther].contains($0.cue)
        && $0.words.count >= text.wordRanges[line].count { Int(text.words[$0].end) <= end.name }
    }
  }
}
