import MarkdownTree

/// An entry as it stands in the text, before its day and zone are known.
struct RawEntry {
  /// The text line that holds the time.
  let line: Int
  let clock: ClockMention?
  /// The end of a range.
  var end: ClockMention?
  /// Written in the entry itself.
  var date: DateMention?
  /// Of the day heading above.
  var dayHeading: DateMention?
  /// Written in the entry itself.
  var zone: ZoneMention?
  /// From the nearest day heading, table header, section heading or intro line.
  var scopeZone: ZoneMention?
  var textSpan: SourceSpan
  /// The text lines that tell the entry.
  var lines: Range<Int>
  /// The timeline that it belongs to.
  let timeline: Int

  var span: SourceSpan {
    guard let clock else { return date?.span ?? textSpan }
    guard let date, date.span.start < clock.span.start, clock.span.start - date.span.end < 12 else {
      return clock.span
    }
    return date.span.joined(with: clock.span)
  }
}
