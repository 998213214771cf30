import MarkdownTree

extension Postmortem {
  /// Whether a title says more than that this is a report: a service, a symptom, a day.
  public func isTelling(_ title: Title) -> Bool {
    // A title may stand in front matter, of which no words are kept.
    let text = ReportText(Document(parsing: SourceText(title.text)))
    return text.lines.indices.contains { line in
      if text.tellsDate(line) { return true }
      var empty = Set<Int>()
      for hit in text.cues(ofLine: line) where hit.cue == .titleWord { empty.formUnion(hit.words) }
      return text.wordRanges[line].contains { word in
        !empty.contains(word)
          && !(text.words[word].traits.contains(.digits) && text.words[word].span.length <= 4)
      }
    }
  }
}
