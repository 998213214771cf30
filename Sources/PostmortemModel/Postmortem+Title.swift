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
    if headlines.contains(where: { Postmortem.tellsMore(reading.text, $0) }) { return nil }
    guard let title else { return .missing }
    if title.span.start >= (document.frontMatter?.span.end ?? 0) {
      return Postmortem.tellsMore(reading.text, title.span) ? nil : .vague(title)
    }
    // Of front matter no words are kept.
    let text = ReportText(Document(parsing: SourceText(title.text)))
    return text.lines.contains { Postmortem.tellsMore(text, $0.span) } ? nil : .vague(title)
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

  /// Whether a title says more than that this is a report.
  private static func tellsMore(_ text: ReportText, _ title: SourceSpan) -> Bool {
    let line = text.line(at: title.start)
    if text.tellsDate(line) { return true }
    let hits = text.cues(ofLine: line)
    return text.words(ofLine: line, from: title.start).contains { word in
      Int(text.words[word].end) <= title.end
        && !(text.words[word].traits.contains(.digits) && text.words[word].span.length <= 4)
        && !hits.contains { $0.cue == .titleWord && $0.words.contains(word) }
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
