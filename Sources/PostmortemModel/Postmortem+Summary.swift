import MarkdownTree

/// How the summary of a report stands.
public struct SummaryShape: Sendable {
  public let section: Section
  /// The words of its own text, without its tables, fields and subsections.
  public let wordCount: Int
  /// The first section with facts of the incident that stands before it.
  public let predecessor: Section?
}

extension Postmortem {
  /// The first summary with a heading of its own; a telling of what happened ("What happened") is none.
  public var summaryShape: SummaryShape? {
    let index = sections.firstIndex { $0.isKind(.summary) && $0.opensBlock && !isNarrative($0) }
    guard let index else { return nil }
    let section = sections[index]
    let isTop = section.parent.map { sections[$0].isKind(.title) || sections[$0].isKind(.other) } ?? true
    let predecessor = sections[..<index].first {
      $0.opensBlock && $0.tellsFacts && $0.level <= section.level && holdsText($0)
    }
    return SummaryShape(
      section: section, wordCount: wordCount(section), predecessor: isTop ? predecessor : nil)
  }

  private func isNarrative(_ section: Section) -> Bool {
    let text = reading.text
    let words = text.words(ofLine: text.line(at: section.span.start), from: section.span.start)
    return NameReader(text: text).match(words, .heading)?.isNarrative ?? false
  }

  /// Whether a section is more than a table or a few fields of the report's head.
  private func holdsText(_ section: Section) -> Bool {
    section.isKind(.timeline)
      || section.lines.contains { line in
        reading.text.lines[line].context == .paragraph && reading.text.wordRanges[line].count >= 8
      }
  }

  private func wordCount(_ section: Section) -> Int {
    let text = reading.text
    var halves = 0
    for line in section.ownLines
    where reading.shapes.isReadable(line) && text.lines[line].context == .paragraph {
      for word in text.wordRanges[line] where Int(text.words[word].start) >= section.bodyStart {
        // A word of Chinese or Japanese has two characters or so.
        halves += text.words[word].traits.contains(.ideograph) ? 1 : 2
      }
    }
    return halves / 2
  }
}

extension Section {
  fileprivate var opensBlock: Bool {
    switch form {
    case .atx, .setext, .html, .boldLine, .plainLine: true
    case .item, .label, .row, .frontMatter: false
    }
  }

  fileprivate var tellsFacts: Bool {
    kinds.contains { kind in
      switch kind {
      case .impact, .timeline, .detection, .rootCause, .investigation, .escalation, .resolution, .measures,
        .tasks:
        true
      case .title, .summary, .lessons, .metadata, .conclusion, .references, .background, .other: false
      }
    }
  }
}
