public import MarkdownTree

/// The day on which a report was written or published.
public struct PublicationDate: Sendable {
  public let date: CivilDate
  public let span: SourceSpan
}

extension Postmortem {
  /// The latest day that a field such as "Published" or "Last modified" gives; "Date" may be that of the incident.
  public var publicationDate: PublicationDate? {
    (labelledDates() + frontMatterDates()).max { $0.date < $1.date }
  }

  /// The entries that begin a day, but for plans ("will be", "is scheduled").
  public var datedEntries: [TimelineEntry] {
    timeline.entries.filter { entry in
      (entry.dateSource == .entry || entry.dateSource == .heading)
        && !reading.cues(of: entry).contains { $0.cue == .modal }
    }
  }

  private func labelledDates() -> [PublicationDate] {
    let text = reading.text
    if !text.holds(Postmortem.publishing) { return [] }
    return text.lines.indices.compactMap { line in
      guard text.holds(Postmortem.publishing, inLine: line), reading.shapes.isReadable(line),
        let first = text.wordRanges[line].first,
        text.cues(ofLine: line).contains(where: {
          $0.cue == .publicationWord && $0.words.lowerBound == first
        })
      else { return nil }
      // In a table of fields the date stands in the next cell.
      return date(in: line) ?? (text.lines[line].context.isCell ? date(in: line + 1) : nil)
    }
  }

  private static let publishing = CueSet(.publicationWord)

  private func date(in line: Int) -> PublicationDate? {
    guard line < reading.text.lines.count, reading.text.wordRanges[line].count <= 12 else { return nil }
    for case .date(let mention) in reading.text.times[line] where !mention.isAmbiguousOrder {
      if let date = mention.date { return PublicationDate(date: date, span: mention.span) }
    }
    return nil
  }

  private func frontMatterDates() -> [PublicationDate] {
    (document.frontMatter?.fields ?? []).compactMap { field in
      let key = field.key.lowercased()
      guard Postmortem.publicationKeys.contains(where: key.hasPrefix) else { return nil }
      let bytes = Array(field.value.utf8)
      for case .date(let mention) in TimeScanner.mentions(in: bytes, range: bytes.indices) {
        if let date = mention.date { return PublicationDate(date: date, span: field.valueSpan) }
      }
      return nil
    }
  }

  private static let publicationKeys = ["publi", "last", "updated", "modified", "written", "report_date"]
}
