import MarkdownTree

extension TimeReading {
  mutating func moments() -> [ReadMoment] {
    var moments: [ReadMoment] = []
    for index in mentions.indices {
      switch mentions[index] {
      case .clock(let clock):
        if let last = moments.last, last.clock == nil, joins(last.span.end, clock.span.start, toClock: true) {
          moments[moments.count - 1].clock = index
          moments[moments.count - 1].span = last.span.joined(with: clock.span)
        } else {
          moments.append(ReadMoment(clock: index, span: clock.span))
        }
      case .date(let date):
        if let last = moments.last, last.date == nil, joins(last.span.end, date.span.start, toClock: false) {
          moments[moments.count - 1].date = index
          let zone = text.zone(afterClock: date.span.end, hasMeridiem: false, isPrecise: false)
          moments[moments.count - 1].zone = zone?.zone
          moments[moments.count - 1].span = last.span.joined(
            with: SourceSpan(date.span.start, zone?.end ?? date.span.end))
          attach(zone?.zone, toClock: last.clock)
        } else {
          moments.append(ReadMoment(date: index, span: date.span))
        }
      case .range, .duration, .elapsed: continue
      }
    }
    return moments
  }

  /// Gives a clock the zone that stands behind its date.
  mutating func attach(_ zone: ZoneMention?, toClock index: Int?) {
    guard let zone, let index, case .clock(var clock) = mentions[index], clock.writtenZone == nil else {
      return
    }
    clock.writtenZone = zone
    mentions[index] = .clock(clock)
  }

  /// Whether a date and a clock with only `from ..< to` between them are one moment.
  func joins(_ from: Int, _ to: Int, toClock: Bool) -> Bool {
    guard from <= to, to - from <= 600 else { return false }
    var next = from
    var letters = 0
    while next < to {
      let byte = text[next]
      if text.isWordByte(next) {
        let (word, end) = word(next)
        letters += end - next
        let isT = end - next == 1 && text.lower(next) == UInt8(ascii: "t")
        guard
          isT || word.has(.filler)
            || (toClock && (word.has(.from) || word.has(.between) || word.has(.clockCue))),
          letters <= 16
        else { return false }
        next = end
      } else {
        let isPunctuation =
          text.isBlank(next) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(")
          || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "[")
          || byte == UInt8(ascii: "|")
        guard
          isPunctuation
            || (toClock
              && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "~")))
        else { return false }
        next += 1
      }
    }
    return true
  }

  func clock(_ moment: ReadMoment) -> ClockMention? {
    guard let index = moment.clock, case .clock(let clock) = mentions[index] else { return nil }
    return clock
  }

  func date(_ moment: ReadMoment) -> DateMention? {
    guard let index = moment.date, case .date(let date) = mentions[index] else { return nil }
    return date
  }

  func zone(_ moment: ReadMoment) -> ZoneMention? { clock(moment)?.writtenZone ?? moment.zone }

  /// Gives a clock without AM or PM that of the other end, so that the range is the shortest that runs
  /// forward.
  mutating func fillMeridiems(_ first: ReadMoment, _ second: ReadMoment) {
    guard let from = clock(first), let to = clock(second), let fromTime = from.time, let toTime = to.time
    else { return }
    if from.isBare12h, to.meridiem != nil, to.defect == nil, !to.isMeridiemInferred {
      let isPM = toTime.hour >= 12
      let reading = minutes(fromTime, isPM: isPM)
      setMeridiem(first.clock, from, isPM: reading <= toTime.minutesOfDay ? isPM : !isPM)
    } else if to.isBare12h, from.meridiem != nil, from.defect == nil {
      let isPM = fromTime.hour >= 12
      let reading = minutes(toTime, isPM: isPM)
      setMeridiem(second.clock, to, isPM: reading >= fromTime.minutesOfDay ? isPM : !isPM)
    }
  }
}
