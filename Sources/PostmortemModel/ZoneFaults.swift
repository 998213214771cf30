public import MarkdownTree

/// A zone's name that the season of a date contradicts: "PST" in May.
public struct WrongSeasonZone: Sendable {
  public let zone: ZoneMention
  /// The first date on which it is wrong.
  public let date: CivilDate
  /// The name in use there on that date: "PDT".
  public let fitting: String

  public init(zone: ZoneMention, date: CivilDate, fitting: String) {
    self.zone = zone
    self.date = date
    self.fitting = fitting
  }
}

/// A name and a number, or two times side by side, that disagree: "PST (UTC-7)", "12:48 UTC (6:48 PDT)".
public struct ContradictoryOffset: Sendable {
  public let span: SourceSpan
  /// What the writer says beside the name: "UTC-7", "6:48 PDT".
  public let stated: String
  /// What the name gives: "UTC-8", "5:48 PDT".
  public let meant: String

  public init(span: SourceSpan, stated: String, meant: String) {
    self.span = span
    self.stated = stated
    self.meant = meant
  }
}
