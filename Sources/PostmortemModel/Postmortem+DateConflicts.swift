public import MarkdownTree

/// A date that does not go with the others.
public struct DateConflict: Sendable {
  public enum Kind: Hashable, Sendable {
    /// A row of the timeline whose year is another than its neighbours'.
    case year
    case title, fileName, field, summary
    /// A report, or the meeting about it, dated before the incident.
    case documentBefore
  }

  public let kind: Kind
  public let date: CivilDate
  public let span: SourceSpan
  /// The date that it should go with.
  public let nearest: CivilDate
}

extension Postmortem {
  /// Dates of the head, the summary and the timeline that disagree by more than the day that zones explain.
  public var dateConflicts: [DateConflict] {
    DateConflictReader(
      reading: reading, timeline: timeline,
      head: HeadDateReader(reading: reading, title: title).dates(), incidentStart: firstDay
    ).conflicts()
  }
}
