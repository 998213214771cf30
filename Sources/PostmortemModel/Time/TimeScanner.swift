import MarkdownTree

/// Finds what a text says about time: clocks, dates, ranges, durations and zones.
///
/// Works on the bytes of `Document.plain`, one line or a few at a time, in linear time and without allocation
/// where nothing is found.
public struct TimeScanner {
  /// All mentions in `range`, in the order of their starts.
  public static func mentions(in plain: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> [TimeMention] {
    var reading = TimeReading(TimeText(plain, range))
    reading.read()
    reading.addRanges()
    return reading.mentions
  }

  /// All mentions in `range`, in the order of their starts.
  public static func mentions(in plain: [UInt8], range: Range<Int>) -> [TimeMention] {
    plain.withUnsafeBufferPointer { mentions(in: $0, range: range) }
  }

  /// All zones that are named in `range`, beside clocks or alone: "Timeline (all times in UTC)".
  public static func zones(in plain: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> [ZoneMention] {
    TimeText(plain, range).zones()
  }

  /// All zones that are named in `range`, beside clocks or alone: "Timeline (all times in UTC)".
  public static func zones(in plain: [UInt8], range: Range<Int>) -> [ZoneMention] {
    plain.withUnsafeBufferPointer { zones(in: $0, range: range) }
  }
}

extension CivilDate {
  /// The day that a text names and nothing else: "2024-05-13"; nil where it names none, or leaves a part open.
  public init?(naming text: String) {
    let bytes = Array(text.utf8)
    guard case .date(let mention)? = TimeScanner.mentions(in: bytes, range: bytes.indices).first,
      mention.span.length == bytes.count, let date = mention.date
    else { return nil }
    self = date
  }
}

extension ZoneMention {
  /// The zone that a text names and nothing else; nil where a reader could not tell which it is.
  public init?(naming text: String) {
    let bytes = Array(text.utf8)
    guard let mention = TimeScanner.zones(in: bytes, range: bytes.indices).first,
      mention.span.length == bytes.count, mention.meaning != .unknown, !mention.isContested
    else { return nil }
    self = mention
  }
}
