import MarkdownTree

/// What is wrong with the title of a report.
public enum TitleFault: Sendable {
  case missing
  /// It says no more than that this is a report.
  case vague(Postmortem.Title)
}

extension Postmortem {
  /// Nil where a title, or a line right below it, names a service, a symptom or a day.
  public var titleFault: TitleFault? {
    if headlines.contains(where: { tellsMore(reading.text.text($0)) }) { return nil }
    guard let title else { return .missing }
    return tellsMore(title.text) ? nil : .vague(title)
  }

  /// What may be the title beside the first heading: another of its rank before the first section, and the line below it.
  private var headlines: [SourceSpan] {
    let first = sections.firstIndex { !$0.isHeadline && !$0.isKind(.metadata) } ?? sections.endIndex
    let level = sections.first { $0.isKind(.title) }?.level ?? 1
    return sections[..<first].filter { $0.isHeadline && $0.level <= level }.map(\.span) + subtitle
  }

  /// "Postmortem report: mails lost on 4 May" below "0x19-postmortem".
  private var subtitle: [SourceSpan] {
    let text = reading.text
    guard let title, title.span.start >= (document.frontMatter?.span.end ?? 0) else { return [] }
    let next = text.line(at: title.span.start) + 1
    guard next < text.lines.count, text.wordRanges[next].count <= 14, !reading.shapes.endsSentence(next),
      text.cues(ofLine: next).contains(where: { $0.cue == .postmortemWord }),
      !sections.contains(where: { $0.span.start == text.lines[next].span.start && !$0.isHeadline })
    else { return [] }
    return [text.lines[next].span]
  }

  /// Whether a title says more than that this is a report. It may stand in front matter, of which no words are kept.
  private func tellsMore(_ title: String) -> Bool {
    let text = ReportText(Document(parsing: SourceText(title)))
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

extension Section {
  /// Whether it is a heading that may name the whole report.
  fileprivate var isHeadline: Bool {
    guard kinds == [.title] || kinds == [.other] else { return false }
    switch form {
    case .atx, .setext, .html, .boldLine, .plainLine, .item: return true
    case .label, .row, .frontMatter: return false
    }
  }
}
