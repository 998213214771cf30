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
