public import MarkdownTree

/// A report as a careful reviewer reads it. Every value keeps its place; what is not told is nil or empty.
///
/// An object, since every rule asks it: a structure of so many lists would be copied list by list.
public final class Postmortem: Sendable {
  /// What a file is.
  public enum Class: String, Hashable, Sendable {
    case postmortem
    /// A blank form: mostly headings, hints and placeholders.
    case template
    /// Anything else: a README, a runbook, an article about postmortems.
    case other
  }

  public let document: Document
  public let kind: Class
  /// Whether there is no text at all but headings and front matter.
  public let isEmpty: Bool
  public let title: Title?
  public let metadata: Metadata
  public let sections: [Section]
  public let timeline: Timeline
  public let durations: IncidentDurations
  public let percentages: [Percentage]
  public let impact: Impact
  public let measures: [Measure]
  public let tasks: [ActionItem]
  public let statements: [DurationStatement]
  /// Every clock time that cannot be, wherever it stands.
  public let impossibleTimes: [ClockMention]
  /// Every date that cannot be or whose weekday is another.
  public let invalidDates: [DateMention]
  /// Windows whose end precedes their start.
  public let reversedWindows: [RangeMention]
  public let zones: [ZoneMention]
  /// One for each name, at the first entry where it is wrong.
  public let wrongSeasonZones: [WrongSeasonZone]
  public let contradictoryOffsets: [ContradictoryOffset]
  public let blame: [BlamingPhrase]
  public let placeholders: [Placeholder]
  /// Items of the timeline's lists that tell no time of day.
  public let untimedItems: [UntimedItem]
  /// Entries within the hours that daylight saving leaves out or repeats.
  public let wallTimeFaults: [WallTimeFault]
  /// Lines of a merge that was not finished (`<<<<<<< HEAD`), the place of each marker.
  public let conflictMarkers: [SourceSpan]
  let reading: Reading

  public struct Title: Sendable {
    public let text: String
    public let span: SourceSpan
  }

  /// Facts about the report and the incident, from front matter and fields.
  public struct Metadata: Sendable {
    public struct Field: Sendable {
      public let value: String
      public let span: SourceSpan
    }

    /// The day of the incident.
    public let date: CivilDate?
    public let status: Field?
    public let severity: Field?
    public let authors: Field?
    /// Whether the report says of itself that it is not finished.
    public let isDraft: Bool
  }

  /// - Parameter fences: of the code fence that held the whole report.
  init(_ text: ReportText, _ fileName: String?, fences: [SourceSpan]) {
    let shapes = LineShapes(text)
    let guidance = GuidanceReader(text: text, shapes: shapes)
    let outline = Outline(
      SectionReader(text: text, shapes: shapes, guidance: guidance).sections(), lineCount: text.lines.count)
    let day = IncidentDay(text, shapes, outline)
    let timeline = TimelineReader(text: text, shapes: shapes, outline: outline, incidentDay: day).timeline()
    let isEmpty = Postmortem.isEmpty(text, shapes, outline)
    kind = ClassReader(
      text: text, shapes: shapes, outline: outline, timeline: timeline, guidance: guidance, fileName: fileName
    ).kind(isEmpty: isEmpty)
    document = text.document
    self.isEmpty = isEmpty
    title = Postmortem.title(text, outline)
    metadata = MetadataReader(text: text, shapes: shapes, date: day.day?.date).metadata()
    sections = outline.sections
    self.timeline = timeline
    durations = DurationReader(timeline: timeline).durations()
    percentages = PercentageReader(text: text, outline: outline).percentages()
    impact = ImpactReader(text: text, shapes: shapes, outline: outline).impact(percentages)
    (measures, tasks) = ActionReader(text: text, shapes: shapes, outline: outline, guidance: guidance)
      .actions()
    statements = StatementReader(text: text, shapes: shapes, outline: outline, timeline: timeline)
      .statements()
    let faults = TimeFaults(text: text, shapes: shapes, outline: outline)
    let clocks = faults.clocks()
    impossibleTimes = faults.impossibleTimes(clocks)
    (invalidDates, reversedWindows) = faults.datesAndWindows()
    zones = faults.zones(of: timeline, clocks)
    wrongSeasonZones = WrongSeasonZone.all(in: timeline.entries, rules: .system)
    contradictoryOffsets =
      ContradictoryOffset.all(in: zones, on: day.day?.date, rules: .system)
      + ContradictoryOffset.pairs(
        in: clocks.mentions, plain: text.plain, on: day.day?.date, rules: .system)
    blame = BlameReader(text: text, shapes: shapes, outline: outline).phrases()
    placeholders = PlaceholderReader(text: text, shapes: shapes, outline: outline, guidance: guidance)
      .placeholders()
    untimedItems = UntimedItems(
      text: text, shapes: shapes, outline: outline, guidance: guidance, entries: timeline.entries,
      placeholders: Set(placeholders.map(\.line))
    ).items()
    wallTimeFaults = WallTimeFault.all(in: timeline.entries, text, rules: .system)
    conflictMarkers = Postmortem.conflictMarkers(text.document)
    reading = Reading(
      text: text, shapes: shapes, guidance: guidance, outline: outline, day: day, fences: fences,
      fileName: fileName)
  }
}

extension Postmortem {
  /// The kinds of a section as a set: what is asked of every section is asked of bits.
  package func kindSet(ofSection index: Int) -> KindSet { reading.outline.kindSet(of: index) }

  /// The sections of a kind, in source order.
  public func sections(of kind: SectionKind) -> [Section] { sections.filter { $0.isKind(kind) } }

  /// How many words stand below a section's heading, those of its subsections included.
  public func wordCount(of section: Section) -> Int {
    let words = reading.text.words(in: section.lines)
    return words.isEmpty ? 0 : words.upperBound - reading.text.firstWord(from: section.bodyStart, in: words)
  }

  /// How many words of prose, lists and tables there are, headings too, without code and quotes.
  public var proseWordCount: Int {
    reading.text.lines.indices.reduce(0) { count, line in
      reading.shapes.isReadable(line) ? count + reading.text.wordRanges[line].count : count
    }
  }
}
