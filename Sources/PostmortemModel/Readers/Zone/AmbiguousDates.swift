import MarkdownTree

/// A date of numbers whose order nothing in the report tells: "04/02/25".
public struct AmbiguousDate: Sendable {
  public let mention: DateMention
  /// How many of them the report holds.
  public let count: Int
}

/// Dates of short numbers that are plain only since one of them has a part above 12: "04/22/25".
public struct NumericDates: Sendable {
  /// The first with such a part, and the day that it can only be.
  public let mention: DateMention
  public let date: CivilDate
  /// How many dates of short numbers the report holds.
  public let count: Int
  /// The dates with the year first; empty where some would stay behind and lose what told their order.
  public let rewritings: [Rewriting]
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

  /// Nil where no date with a part above 12 and a year stands in the lines, or where two are of different orders.
  public var numericDates: NumericDates? {
    let dates = DateList(of: self)
    let telling = dates.numeric.filter { $0.day > 12 }
    guard let first = telling.first, let date = first.date,
      telling.allSatisfy({ $0.isMonthFirst == first.isMonthFirst })
    else { return nil }
    let rewritings = dates.numeric.compactMap { rewriting(of: $0, monthFirst: first.isMonthFirst) }
    let open = dates.written.count { $0.isAmbiguousOrder }
    let isWhole = rewritings.count == dates.numeric.count && dates.numeric.count { $0.isAmbiguousOrder } == open
    return NumericDates(
      mention: first, date: date, count: dates.numeric.count,
      rewritings: isWhole || open == 0 ? rewritings : [])
  }

  /// The numbers alone: the weekday beside them stays.
  private func rewriting(of date: DateMention, monthFirst: Bool) -> Rewriting? {
    let bytes = document.source.bytes
    let isDigit: (UInt8) -> Bool = { $0 &- 0x30 < 10 }
    guard let year = date.year, let start = date.span.range.first(where: { isDigit(bytes[$0]) }) else {
      return nil
    }
    let end =
      date.span.range[start...].first { !isDigit(bytes[$0]) && bytes[$0] != 0x2D && bytes[$0] != 0x2F }
      ?? date.span.end
    let parts = bytes[start..<end].split(omittingEmptySubsequences: false) { !isDigit($0) }
    let isApart: (Int) -> Bool = { place in
      !bytes.indices.contains(place) || !"-/_".utf8.contains(bytes[place])
    }
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }), isApart(start - 1), isApart(end) else {
      return nil
    }
    // Read month first between slashes, if nothing in the date itself speaks against it.
    let isRight = !date.isAmbiguousOrder || date.isMonthFirst == monthFirst
    let day = CivilDate(
      year: year, month: isRight ? date.month : date.day, day: isRight ? date.day : date.month)
    return day.map { Rewriting(span: SourceSpan(start, end), text: "\($0)") }
  }
}

/// The dates of a report, in its lines and its front matter.
private struct DateList {
  /// Of the lines, in source order.
  private(set) var written: [DateMention] = []
  /// Those of them that are of short numbers: "04/22/25" and "22-04-2025".
  private(set) var numeric: [DateMention] = []
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
        if date.year != nil, DateList.isOfShortNumbers(text.plain[date.span.range]) { numeric.append(date) }
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
