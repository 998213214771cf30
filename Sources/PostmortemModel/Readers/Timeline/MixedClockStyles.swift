import MarkdownTree

/// Times of one timeline that are not written as the most of its times are: "14:00" among "2:15 pm".
public struct MixedClockStyle: Sendable {
  /// Whether the few are written with "am" or "pm" and the most with 24 hours.
  public let isTwelveHour: Bool
  /// The few in the style of the others, in source order; at least one.
  public let rewritings: [Rewriting]
}

extension Postmortem {
  /// One for each timeline in which both styles stand.
  public var mixedClockStyles: [MixedClockStyle] {
    timeline.parts.compactMap { part in
      let styles = ClockStyles(of: timeline.entries[part], reading.text)
      guard styles.hold(.twelveHour), styles.hold(.twentyFourHour) else { return nil }
      let (twelve, twentyFour) = (styles.entries(.twelveHour), styles.entries(.twentyFourHour))
      // Of equally many those give way that come later.
      let isTwelveHour =
        twelve.count != twentyFour.count
        ? twelve.count < twentyFour.count : twelve[0].span > twentyFour[0].span
      let writer = ClockWriter(text: reading.text, model: twelve[0].clock)
      let rewritings = (isTwelveHour ? twelve : twentyFour).compactMap {
        $0.clock.flatMap { writer.rewriting($0, isTwelveHour: !isTwelveHour) }
      }
      return rewritings.isEmpty ? nil : MixedClockStyle(isTwelveHour: isTwelveHour, rewritings: rewritings)
    }
  }
}

/// Writes times in another style.
private struct ClockWriter {
  let text: ReportText
  /// A time with "am" or "pm", to write others as it is written.
  let model: ClockMention?

  func rewriting(_ clock: ClockMention, isTwelveHour: Bool) -> Rewriting? {
    guard let time = clock.time, let span = ClockStyles.digits(of: clock, text) else { return nil }
    let hour = isTwelveHour ? String((time.hour + 11) % 12 + 1) : ClockWriter.padded(time.hour)
    let second = time.second.map { ":" + ClockWriter.padded($0) } ?? ""
    let tail = isTwelveHour ? meridiem(isAfternoon: time.hour >= 12) : ""
    return Rewriting(
      span: span, text: "\(hour):\(ClockWriter.padded(time.minute))\(second)\(tail)")
  }

  /// " PM", "pm", " p.m.", as the model has it.
  private func meridiem(isAfternoon: Bool) -> String {
    guard let span = model.flatMap({ ClockStyles.digits(of: $0, text) }) else { return "" }
    let letters = text.plain[span.range]
    let tail = letters.suffix(from: (letters.lastIndex { $0 &- 0x30 < 10 } ?? letters.startIndex) + 1)
    let bytes = tail.map { byte -> UInt8 in
      guard byte | 0x20 == UInt8(ascii: "a") || byte | 0x20 == UInt8(ascii: "p") else { return byte }
      return (isAfternoon ? UInt8(ascii: "p") : UInt8(ascii: "a")) & (byte | 0xDF)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
