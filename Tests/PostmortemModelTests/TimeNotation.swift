import MarkdownTree
import PostmortemModel

/// Mentions in a short notation, so that a test can show a whole reading in one line.
enum TimeNotation {
  /// All mentions of a text but those inside ranges, separated by "; ".
  static func mentions(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let mentions = TimeScanner.mentions(in: bytes, range: 0..<bytes.count)
    let ranges = mentions.compactMap { if case .range(let range) = $0 { range.span } else { nil } }
    return mentions.filter { mention in
      if case .range = mention { return true }
      return !ranges.contains { $0.contains(mention.span) }
    }.map(notation).joined(separator: "; ")
  }

  static func zones(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return TimeScanner.zones(in: bytes, range: 0..<bytes.count).map(zone).joined(separator: "; ")
  }

  private static func notation(_ mention: TimeMention) -> String {
    switch mention {
    case .clock(let mention): return clock(mention)
    case .date(let mention): return date(mention)
    case .elapsed(let mention): return "+\(mention.seconds)"
    case .duration(let mention):
      let low = mention.isRange ? "\(mention.low)..." : ""
      let qualifier = mention.qualifier == .exact ? "" : "\(mention.qualifier) "
      return "\(qualifier)\(low)\(mention.seconds)/\(mention.granularity)"
    case .range(let mention): return "\(moment(mention.start)) -> \(moment(mention.end))"
    }
  }

  private static func moment(_ moment: MomentMention) -> String {
    [
      moment.date.map(date), moment.clock.map { clock($0, withZone: false) }, moment.zone.map(zone),
    ].compactMap(\.self).joined(separator: " ")
  }

  private static func clock(_ mention: ClockMention, withZone: Bool = true) -> String {
    var parts = [mention.time.map(\.description) ?? "--:--"]
    if let meridiem = mention.meridiem { parts.append("\(meridiem)\(mention.isMeridiemInferred ? "?" : "")") }
    if mention.isBare12h { parts.append("bare") }
    if mention.isApproximate { parts.append("about") }
    if mention.isEndOfDay { parts.append("end-of-day") }
    if let defect = mention.defect { parts.append("\(defect)") }
    if withZone, let written = mention.writtenZone { parts.append(zone(written)) }
    return parts.joined(separator: " ")
  }

  private static func date(_ mention: DateMention) -> String {
    let year = mention.year.map(String.init) ?? "?"
    var parts = ["\(year)-\(mention.month)-\(mention.day)"]
    if let weekday = mention.weekday { parts.append("day\(weekday)") }
    if mention.isImpossible { parts.append("impossible") }
    if mention.weekdayIsWrong { parts.append("wrong-weekday") }
    if mention.isAmbiguousOrder { parts.append("ambiguous") }
    return parts.joined(separator: " ")
  }

  private static func zone(_ mention: ZoneMention) -> String {
    let stated = mention.statedOffset.map { " stated \($0)" } ?? ""
    switch mention.meaning {
    case .fixed(let offset): return "\(mention.name)=\(offset)\(stated)"
    case .abbreviation(let candidates):
      let offsets = candidates.map { String($0.offset) }
      return "\(mention.name)=\(offsets.joined(separator: "|"))\(stated)"
    case .generic(let identifier), .identifier(let identifier): return "\(mention.name)=\(identifier)\(stated)"
    case .unknown: return "\(mention.name)=?"
    }
  }
}
