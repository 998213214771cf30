public import MarkdownTree

/// When a report came, as it says itself.
public struct Publication: Sendable {
  public let date: CivilDate
  public let span: SourceSpan
  /// The last day of the incident.
  public let incidentEnd: CivilDate
}

extension Postmortem {
  /// The first day on which the report was published, written or discussed; nil where it or the incident's is not told.
  public var publication: Publication? {
    if document.frontMatter == nil, !reading.text.holds(Postmortem.documentDates) { return nil }
    let head = HeadDateReader(reading: reading, title: title).dates()
    guard let first = head.filter({ $0.role == .document }).min(by: { $0.date < $1.date }) else { return nil }
    // A table of dates without a timeline elsewhere reads as one.
    let spans = Set(head.map(\.span))
    let days = timeline.entries.filter { $0.writtenDate.map { !spans.contains($0.span) } ?? true }.compactMap(
      \.date)
    guard let end = days.max() ?? metadata.date else { return nil }
    return Publication(date: first.date, span: first.span, incidentEnd: end)
  }

  private static let documentDates = CueSet(.documentDate)
}
