import MarkdownTree

/// A date of numbers whose order nothing in the report tells: "04/02/25".
public struct AmbiguousDate: Sendable {
  public let mention: DateMention
  /// How many of them the report holds.
  public let count: Int
}

extension Postmortem {
  /// The first of the report's ambiguous dates; nil where another date, a weekday or the report's own day tells the
  /// order.
  public var ambiguousDate: AmbiguousDate? {
    let dates = DateList(of: self)
    let open = dates.written.filter { $0.isAmbiguousOrder }
    guard let first = open.first, !open.contains(where: dates.settles) else { return nil }
    return dates.hasOrder ? nil : AmbiguousDate(mention: first, count: open.count)
  }
}

/// The dates of a report, in its lines and its front matter.
private struct DateList {
  /// Of the lines, in source order.
  private(set) var written: [DateMention] = []
  /// Whether a date of numbers has a part that can only be a day.
  private(set) var hasOrder = false
  /// The days that are told beyond doubt.
  private var days: Set<CivilDate> = []

  init(of postmortem: Postmortem) {
    let text = postmortem.reading.text
    for line in text.lines.indices where text.tellsDate(line) && postmortem.reading.shapes.isReadable(line) {
      for case .date(let date) in text.times[line]
      where text.document.styles[date.span.start].isDisjoint(with: [.code, .link]) {
        note(date, text.plain[date.span.range])
        written.append(date)
      }
    }
    for field in text.document.frontMatter?.fields ?? [] {
      let bytes = Array(field.value.utf8)
      for case .date(let date) in TimeScanner.mentions(in: bytes, range: bytes.indices) {
        note(date, bytes[date.span.range])
      }
    }
  }

  private mutating func note(_ date: DateMention, _ bytes: ArraySlice<UInt8>) {
    if date.isAmbiguousOrder { return }
    if let day = date.date { days.insert(day) }
    if DateList.isOfShortNumbers(bytes), date.day > 12 { hasOrder = true }
  }

  /// "04/22/25" and "22-04-2025", not "2025-04-22", "April 22" or "22.04.2025", which nobody takes for another day.
  private static func isOfShortNumbers(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.firstIndex(where: { $0 &- 0x30 < 10 }),
      let end = bytes[first...].firstIndex(where: { $0 &- 0x30 >= 10 }), end - first <= 2
    else { return false }
    return bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "-")
  }

  /// Whether a weekday, or the same day in other words, tells the order of an ambiguous date.
  func settles(_ date: DateMention) -> Bool {
    guard let year = date.year else { return false }
    let readings = [(date.month, date.day), (date.day, date.month)].compactMap {
      CivilDate(year: year, month: $0, day: $1)
    }
    if let weekday = date.weekday { return readings.count { $0.weekday == weekday } == 1 }
    return readings.contains { days.contains($0) }
  }
}
