public import MarkdownTree

/// Something about time that a text says.
public enum TimeMention: Hashable, Sendable {
  case clock(ClockMention)
  case date(DateMention)
  /// From one moment to another. Its clocks and dates also stand in the list as mentions of their own.
  indirect case range(RangeMention)
  case duration(DurationMention)
  /// Time since the start of the incident: "T+00:10", "+15 min".
  case elapsed(ElapsedMention)

  public var span: SourceSpan {
    switch self {
    case .clock(let mention): mention.span
    case .date(let mention): mention.span
    case .range(let mention): mention.span
    case .duration(let mention): mention.span
    case .elapsed(let mention): mention.span
    }
  }
}

/// Before or after noon.
public enum Meridiem: Hashable, Sendable {
  case am, pm
}

/// A time of day, with the zone that stands beside it.
public struct ClockMention: Hashable, Sendable {
  /// What cannot be right about a clock time as written.
  public enum Defect: Hashable, Sendable {
    /// "14:15pm", "00:10 PM".
    case meridiemOn24Hour
    /// "25:10", "17 pm" at 31 o'clock.
    case hourOutOfRange
    /// "9:75".
    case minuteOutOfRange
    /// "3:AM", ":30 PM".
    case missingHourOrMinute
    /// "10:00 M", "10:00 PMM".
    case strayMeridiem
  }

  /// The clock with its meridiem and its zone, in parentheses or not.
  public internal(set) var span: SourceSpan
  /// Nil where the numbers give no time of day.
  public internal(set) var time: ClockTime?
  public internal(set) var meridiem: Meridiem?
  /// Whether `meridiem` is taken from the other end of a range.
  public internal(set) var isMeridiemInferred = false
  public internal(set) var hasSeconds = false
  /// Whether it may be meant in the morning or the evening: 1 ... 12 without a meridiem.
  public internal(set) var isBare12h = false
  /// Whether the hour is written with a zero in front, as those write who count to 24.
  public internal(set) var isPadded = false
  /// Whether it is written "24:00", the end of its day. `time` is then 00:00.
  public internal(set) var isEndOfDay = false
  /// Whether "~", "about" or the like stands before it.
  public internal(set) var isApproximate = false
  public internal(set) var defect: Defect?
  public internal(set) var writtenZone: ZoneMention?
}

/// A day, with or without its year.
public struct DateMention: Hashable, Sendable {
  /// The date with the weekday beside it.
  public internal(set) var span: SourceSpan
  public internal(set) var year: Int?
  public internal(set) var month: Int
  public internal(set) var day: Int
  /// 1 for Monday ... 7 for Sunday.
  public internal(set) var weekday: Int?
  /// Whether day and month may be the other way round: 04/02/25.
  public internal(set) var isAmbiguousOrder = false
  /// Whether the month is written before the day.
  public internal(set) var isMonthFirst = false

  /// Nil where the year is not written or the calendar has no such day.
  public var date: CivilDate? { year.flatMap { CivilDate(year: $0, month: month, day: day) } }
  /// Whether no calendar has it: 31 April, 29 February 2023.
  public var isImpossible: Bool { CivilDate(year: year ?? 2024, month: month, day: day) == nil }
  /// Whether the weekday is another than that of the date.
  public var weekdayIsWrong: Bool {
    guard let weekday, let date else { return false }
    return weekday != date.weekday
  }
}

/// One end of a range: a clock, a date, or both.
public struct MomentMention: Hashable, Sendable {
  /// The end's own date, else the one written once for both ends.
  public internal(set) var date: DateMention?
  public internal(set) var clock: ClockMention?
  /// The end's own zone, else the one written once for both ends.
  public internal(set) var zone: ZoneMention?
}

/// From one moment to another.
public struct RangeMention: Hashable, Sendable {
  public let span: SourceSpan
  public let start: MomentMention
  public let end: MomentMention
}

/// A length of time.
public struct DurationMention: Hashable, Sendable {
  /// How the length relates to the number.
  public enum Qualifier: Hashable, Sendable {
    case exact, about
    /// "less than", "under", "within".
    case under
    /// "more than", "at least", "over".
    case over
    case upTo
  }

  public let span: SourceSpan
  /// The length; of "10-30 minutes" the upper end.
  public let seconds: Int
  /// The lower end of "10-30 minutes"; otherwise the same as `seconds`.
  public let low: Int
  /// The finest step that was written, in seconds: 60 for "2 hours 5 minutes", 360 for "1.5 hours".
  public let granularity: Int
  public let qualifier: Qualifier

  public var isRange: Bool { low != seconds }
}

/// Time since the start of the incident.
public struct ElapsedMention: Hashable, Sendable {
  public let span: SourceSpan
  public let seconds: Int
}
