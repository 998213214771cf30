import MarkdownTree

/// An entry as it stands in the text, before its day and zone are known.
///
/// An object, since each reader of timelines goes through all of them: a structure of so many references would be copied one by one.
final class RawEntry {
  /// The text line that holds the time.
  let line: Int
  let clock: ClockMention?
  /// The end of a range.
  let end: ClockMention?
  /// Written in the entry itself.
  let date: DateMention?
  /// Of the day heading above.
  let dayHeading: DateMention?
  /// Written in the entry itself.
  let zone: ZoneMention?
  /// From the nearest day heading, table header, section heading or intro line.
  let scopeZone: ZoneMention?
  var textSpan: SourceSpan
  /// The text lines that tell the entry.
  var lines: Range<Int>
  /// The timeline that it belongs to.
  let timeline: Int

  init(
    line: Int, clock: ClockMention?, end: ClockMention?, date: DateMention?, dayHeading: DateMention?,
    zone: ZoneMention?, scopeZone: ZoneMention?, textSpan: SourceSpan, lines: Range<Int>, timeline: Int
  ) {
    self.line = line
    self.clock = clock
    self.end = end
    self.date = date
    self.dayHeading = dayHeading
    self.zone = zone
    self.scopeZone = scopeZone
    self.textSpan = textSpan
    self.lines = lines
    self.timeline = timeline
  }

  var span: SourceSpan {
    guard let clock else { return date?.span ?? textSpan }
    guard let date, date.span.start < clock.span.start, clock.span.start - date.span.end < 12 else {
      return clock.span
    }
    return date.span.joined(with: clock.span)
  }
}
