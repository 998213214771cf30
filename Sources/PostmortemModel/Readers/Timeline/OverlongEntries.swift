import MarkdownTree

/// An entry with the number of its sentences.
public struct OverlongEntry: Sendable {
  public let entry: TimelineEntry
  public let sentences: Int
}

extension Postmortem {
  /// The entries of more than two sentences. A time as a heading has a section of its own, and what is nested below an
  /// entry is not counted.
  public var overlongEntries: [OverlongEntry] {
    timeline.entries.compactMap { entry in
      let line = reading.text.line(at: entry.span.start)
      let words = reading.ownWords(of: entry)
      guard !reading.text.lines[line].context.isHeading, !words.isEmpty else { return nil }
      let sentences = 1 + words.dropFirst().count { reading.text.endsSentence(before: $0) }
      return sentences > 2 ? OverlongEntry(entry: entry, sentences: sentences) : nil
    }
  }
}

extension ReportText {
  /// Whether a full stop and a blank stand before a word that may open a sentence.
  fileprivate func endsSentence(before word: Int) -> Bool {
    guard words[word].isCapitalised || words[word].traits.contains(.ideograph) else { return false }
    let (start, end) = (Int(words[word - 1].end), Int(words[word].start))
    // "J. Doe", "St. Paul": a name's short form ends no sentence.
    guard words[word - 1].end - words[word - 1].start > 2 else { return false }
    for offset in start..<max(start, end) {
      if isMark(offset, of: ".!?"), offset + 1 < end,
        plain[offset + 1] <= 0x20 || isMark(offset + 1, of: ")\"")
      {
        return true
      }
      if plain[offset] == 0xE3, offset + 2 < plain.count, plain[offset + 1] == 0x80, plain[offset + 2] == 0x82
      {
        return true
      }
    }
    return false
  }
}
