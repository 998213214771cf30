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
  /// How many dates of short numbers there are, those included that may be read in two ways for themselves.
  public let count: Int
  /// The dates with the year first.
  public let rewritings: [Rewriting]
}

/// What is wrong with the order of a report's dates of numbers.
public enum DateOrderFault: Sendable {
  case ambiguous(AmbiguousDate)
  case numeric(NumericDates)
}

extension Postmortem {
  public var dateOrderFault: DateOrderFault? {
    let dates = DateList(of: self)
    if let date = ambiguousDate(among: dates) { return .ambiguous(date) }
    return numericDates(among: dates).map(DateOrderFault.numeric)
  }

  /// The first of the report's ambiguous dates; nil where another date, a weekday or the report's own day tells the
  /// order.
  private func ambiguousDate(among dates: DateList) -> AmbiguousDate? {
    let open = dates.written.filter { $0.isAmbiguousOrder }
    guard let first = open.first, !open.contains(where: dates.settles) else { return nil }
    return dates.hasOrder ? nil : AmbiguousDate(mention: first, count: open.count)
  }

  /// Nil where there is none, where two are of different orders, and where some date cannot be rewritten and would lose
  /// what tells its order.
  private func numericDates(among dates: DateList) -> NumericDates? {
    guard let order = dates.numeric.first(where: { $0.day > 12 })?.isMonthFirst,
      dates.numeric.allSatisfy({ $0.isMonthFirst == order || $0.day <= 12 })
    else { return nil }
    var found: [(mention: DateMention, rewriting: Rewriting)] = []
    for date in dates.numeric {
      if let rewriting = rewriting(of: date, monthFirst: order) { found.append((date, rewriting)) }
    }
    guard let first = found.first(where: { $0.mention.day > 12 })?.mention, let date = first.date,
      dates.written.count(where: { $0.isAmbiguousOrder })
        == found.count(where: { $0.mention.isAmbiguousOrder })
    else { return nil }
    return NumericDates(
      mention: first, date: date, count: found.count, rewritings: found.map(\.rewriting))
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
  /// The days that are told beyond doubt, in order.
  private var days: [CivilDate] = []

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
    if written.contains(where: { $0.isAmbiguousOrder }) { days.sort() }
  }

  private mutating func note(_ date: DateMention, _ bytes: ArraySlice<UInt8>) {
    if date.isAmbiguousOrder { return }
    if let day = date.date { days.append(day) }
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
    return readings.contains { day in
      let place = days.partitioningIndex { $0 >= day }
      return place < days.count && days[place] == day
    }
  }
}
