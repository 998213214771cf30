import MarkdownTree

/// How the clocks of one timeline are written: by the half of the day, by 24 hours, or so that both may be meant.
struct ClockStyles {
  enum Style {
    case twelveHour, twentyFourHour
    /// 1 ... 12 without a meridiem.
    case open
    /// Words, slips, and times with seconds before one o'clock in the afternoon.
    case other
  }

  private let entries: ArraySlice<TimelineEntry>
  private let styles: [Style]

  init(of entries: ArraySlice<TimelineEntry>, _ text: ReportText) {
    self.entries = entries
    styles = entries.map { ClockStyles.style(of: $0.clock, text) }
  }

  func hold(_ style: Style) -> Bool { styles.contains(style) }

  /// The entries of a style, in source order.
  func entries(_ style: Style) -> [TimelineEntry] {
    zip(entries, styles).compactMap { $1 == style ? $0 : nil }
  }

  private static func style(of clock: ClockMention?, _ text: ReportText) -> Style {
    guard let clock, clock.defect == nil, !clock.isMeridiemInferred, let time = clock.time,
      ClockStyles.digits(of: clock, text) != nil
    else { return .other }
    if clock.meridiem != nil { return .twelveHour }
    // "00:25 - 00:29 AM" has its meridiem at the end.
    if hasMeridiemAtEnd(clock, text) { return .other }
    if time.hour == 0 || time.hour > 12 || clock.isEndOfDay { return .twentyFourHour }
    return clock.isBare12h ? .open : .other
  }

  private static func hasMeridiemAtEnd(_ clock: ClockMention, _ text: ReportText) -> Bool {
    let line = text.line(at: clock.span.start)
    guard text.tells(.range, line) else { return false }
    // A range may open with its date.
    let near = max(0, clock.span.start - 40)..<clock.span.end
    for case .range(let range) in text.times(ofLine: line, in: near)
    where range.start.clock?.span == clock.span {
      return range.end.clock?.meridiem != nil
    }
    return false
  }

  /// The place of the digits with their meridiem, without the zone; nil for words.
  static func digits(of clock: ClockMention, _ text: ReportText) -> SourceSpan? {
    var (start, end) = (clock.span.start, min(clock.span.end, text.plain.count))
    if let zone = clock.writtenZone?.span {
      if zone.start <= start { start = max(start, zone.end) } else { end = min(end, zone.start) }
    }
    while start < end, text.isMark(start, of: " ([,") { start += 1 }
    while start < end, text.isMark(end - 1, of: " ([]),") { end -= 1 }
    guard start < end, text.plain[start] &- 0x30 < 10 else { return nil }
    return SourceSpan(start, end)
  }
}

extension Postmortem {
  /// A time of the afternoon in 24 hours without the "pm" behind it: "14:15" for "14:15pm". Nil for other slips, of
  /// which nobody can say what was meant.
  public func withoutMeridiem(_ clock: ClockMention) -> Rewriting? {
    guard clock.defect == .meridiemOn24Hour, clock.meridiem == .pm, let time = clock.time, time.hour > 12,
      let span = ClockStyles.digits(of: clock, reading.text)
    else { return nil }
    let digits = reading.text.plain[span.range].prefix { $0 &- 0x30 < 10 || ":.h".utf8.contains($0) }
    return Rewriting(span: span, text: String(decoding: digits, as: UTF8.self))
  }
}
