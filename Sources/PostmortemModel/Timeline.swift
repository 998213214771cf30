public import MarkdownTree

/// A step of an incident's course, in causal order.
public enum Phase: String, CaseIterable, Hashable, Sendable, Comparable {
  case trigger
  case impactStart = "impact-start"
  case detected
  case acknowledged
  case declared
  case investigating
  /// A wrong track that was followed.
  case misleading
  case escalated
  case communicated
  case identified
  /// An attempt to mend, whether or not it helped.
  case mitigating
  case mitigated
  case resolved
  case verified
  case closed

  public static func < (left: Phase, right: Phase) -> Bool { left.order < right.order }

  /// Its place in causal order.
  var order: Int {
    switch self {
    case .trigger: 0
    case .impactStart: 1
    case .detected: 2
    case .acknowledged: 3
    case .declared: 4
    case .investigating: 5
    case .misleading: 6
    case .escalated: 7
    case .communicated: 8
    case .identified: 9
    case .mitigating: 10
    case .mitigated: 11
    case .resolved: 12
    case .verified: 13
    case .closed: 14
    }
  }
}

/// One event of the timeline.
///
/// An object, since every reader and rule looks at each: a structure of so many references would be copied one by one.
public final class TimelineEntry: Sendable {
  /// Where the date of an entry comes from.
  public enum DateSource: Hashable, Sendable {
    case entry, heading, previousEntry, rollover, section, summary, title, frontMatter, statement
  }

  /// The time or date that opens the entry.
  public let span: SourceSpan
  /// The line where it stands, from 1.
  public let line: Int
  /// Nil for an entry with a date only, or whose time cannot be read.
  public let time: ClockTime?
  /// The clock as found, with its defects; nil for an entry with a date only.
  public let clock: ClockMention?
  /// The end of a range ("8:20 – 8:24").
  public let endTime: ClockTime?
  public let endSpan: SourceSpan?
  public let date: CivilDate?
  public let dateSource: DateSource?
  /// The date written in the entry itself or in the day heading above it.
  public let writtenDate: DateMention?
  /// The zone that governs the entry, from the nearest statement.
  public let zone: ZoneMention?
  /// Whether the zone is written in the entry itself.
  public let zoneIsOwn: Bool
  /// Nil without date or zone, or where the zone is ambiguous.
  public let instant: Instant?
  /// What happened, without the time.
  public let textSpan: SourceSpan
  /// The text lines that tell the entry.
  let lines: Range<Int>
  public let phases: [Phase]
  /// The timeline the entry belongs to: a second one (a follow-up, another incident) starts afresh.
  public let timeline: Int
  /// Seconds from the timeline's first entry on its own scale: real time where instants are known, else wall-clock
  /// time with days as far as they are known. For order and elapsed time.
  public let offset: Int?
  /// The phases as a set.
  let phaseSet: PhaseSet

  init(
    span: SourceSpan, line: Int, time: ClockTime?, clock: ClockMention?, endTime: ClockTime?,
    endSpan: SourceSpan?, date: CivilDate?, dateSource: DateSource?, writtenDate: DateMention?,
    zone: ZoneMention?, zoneIsOwn: Bool, instant: Instant?, textSpan: SourceSpan, lines: Range<Int>,
    phases: [Phase], timeline: Int, offset: Int?, phaseSet: PhaseSet
  ) {
    self.span = span
    self.line = line
    self.time = time
    self.clock = clock
    self.endTime = endTime
    self.endSpan = endSpan
    self.date = date
    self.dateSource = dateSource
    self.writtenDate = writtenDate
    self.zone = zone
    self.zoneIsOwn = zoneIsOwn
    self.instant = instant
    self.textSpan = textSpan
    self.lines = lines
    self.phases = phases
    self.timeline = timeline
    self.offset = offset
    self.phaseSet = phaseSet
  }
}

/// The course of the incident.
public struct Timeline: Sendable {
  /// Whether a reader can tell the zone of the times.
  public enum ZoneVerdict: String, Hashable, Sendable {
    case stated, missing, mixed
  }

  public let entries: [TimelineEntry]
  /// Nil if there is no clock time.
  public let zone: ZoneVerdict?
  /// The zones that differ from the one that governs the timeline, without a conversion beside them.
  public let strayZones: [ZoneMention]
  /// Sections of kind timeline that hold no readable time though they hold text.
  public let sectionsWithoutTimes: [Int]
  /// Indices of the fewest entries whose removal leaves the rest in order, with the entry each should follow.
  public let outOfOrder: [Misplacement]
  /// Whether the entries fall throughout: newest first.
  public let isNewestFirst: Bool

  public struct Misplacement: Sendable {
    public let entry: Int
    /// The entry before it in the text that lies later in time.
    public let after: Int
  }
}

/// Lengths of the incident, from the classified timeline. Seconds; nil where a moment is not told.
/// Definitions: `spec/practice.md` §4 of the project's specification, after GitLab's incident metrics and the SRE Workbook.
public struct IncidentDurations: Sendable {
  public struct Span: Sendable {
    public let seconds: Int
    /// Indices of the entries measured between.
    public let from: Int
    public let to: Int
  }

  /// Start of impact to detection.
  public let detect: Span?
  /// Start of impact to the first effective mitigation.
  public let mitigate: Span?
  /// Start of impact to the last resolution.
  public let resolve: Span?
  /// First to last entry.
  public let incident: Span?
}
