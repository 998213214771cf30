import MarkdownTree

/// A clock and a date that belong together, by their places in the list of mentions.
private struct Moment {
  var clock: Int?
  var date: Int?
  var span: SourceSpan
  /// A zone behind the date: "10:00 on 13 May (UTC)".
  var zone: ZoneMention?
}

/// What stands between two moments.
private enum Joint {
  case none, to, weakTo, and, end, far
}

extension TimeReading {
  /// The mentions with the ranges that they form, meridiems filled in.
  consuming func mentionsWithRanges() -> [TimeMention] {
    guard mentions.count > 1 else { return mentions }
    let moments = moments()
    var ranges: [RangeMention] = []
    var next = 0
    while next + 1 < moments.count {
      if isRange(moments[next], moments[next + 1]) {
        ranges.append(range(moments[next], moments[next + 1]))
        next += 2
      } else {
        next += 1
      }
    }
    guard !ranges.isEmpty else { return mentions }
    return merged(mentions, ranges)
  }

  private func merged(_ mentions: [TimeMention], _ ranges: [RangeMention]) -> [TimeMention] {
    var result: [TimeMention] = []
    result.reserveCapacity(mentions.count + ranges.count)
    var next = 0
    for mention in mentions {
      while next < ranges.count, ranges[next].span.start <= mention.span.start {
        result.append(.range(ranges[next]))
        next += 1
      }
      result.append(mention)
    }
    return result
  }

  private mutating func moments() -> [Moment] {
    var moments: [Moment] = []
    for index in mentions.indices {
      switch mentions[index] {
      case .clock(let clock):
        if let last = moments.last, last.clock == nil, joins(last.span.end, clock.span.start, toClock: true) {
          moments[moments.count - 1].clock = index
          moments[moments.count - 1].span = last.span.joined(with: clock.span)
        } else {
          moments.append(Moment(clock: index, span: clock.span))
        }
      case .date(let date):
        if let last = moments.last, last.date == nil, joins(last.span.end, date.span.start, toClock: false) {
          moments[moments.count - 1].date = index
          let zone = text.zone(afterClock: date.span.end, hasMeridiem: false, isPrecise: false)
          moments[moments.count - 1].zone = zone?.zone
          moments[moments.count - 1].span = last.span.joined(with: SourceSpan(date.span.start, zone?.end ?? date.span.end))
          attach(zone?.zone, toClock: last.clock)
        } else {
          moments.append(Moment(date: index, span: date.span))
        }
      case .range, .duration, .elapsed: continue
      }
    }
    return moments
  }

  /// Gives a clock the zone that stands behind its date.
  private mutating func attach(_ zone: ZoneMention?, toClock index: Int?) {
    guard let zone, let index, case .clock(var clock) = mentions[index], clock.writtenZone == nil else { return }
    clock.writtenZone = zone
    mentions[index] = .clock(clock)
  }

  /// Whether a date and a clock with only `from ..< to` between them are one moment.
  private func joins(_ from: Int, _ to: Int, toClock: Bool) -> Bool {
    guard from <= to, to - from <= 600 else { return false }
    var next = from
    var letters = 0
    while next < to {
      let byte = text[next]
      if text.isWordByte(next) {
        let (word, end) = word(next)
        letters += end - next
        let isT = end - next == 1 && text.lower(next) == UInt8(ascii: "t")
        guard isT || word.has(.filler) || (toClock && (word.has(.from) || word.has(.between) || word.has(.clockCue))),
          letters <= 16
        else { return false }
        next = end
      } else {
        let isPunctuation = text.isBlank(next) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(")
          || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "|")
        guard isPunctuation || (toClock && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "~")))
        else { return false }
        next += 1
      }
    }
    return true
  }

  private func isRange(_ first: Moment, _ second: Moment) -> Bool {
    guard (first.clock == nil) == (second.clock == nil) else { return false }
    switch joint(first.span.end, second.span.start) {
    case .to, .end: return true
    case .none: return false
    case .weakTo: return opening(first).has(.from) || opening(first).has(.between)
    case .and: return opening(first).has(.between)
    case .far: return opening(first).has(.begin)
    }
  }

  /// The word that leads to a moment, past "at", "the", "approximately".
  private func opening(_ moment: Moment) -> TimeWord {
    var (word, start) = wordBefore(moment.span.start)
    // "between May 5, 2023, 10:00" groups the date; "on May 10, from 2:30 PM" hides the word inside the moment.
    if let clock = moment.clock, let date = moment.date, mentions[date].span.start < mentions[clock].span.start {
      let inner = wordBefore(mentions[clock].span.start).word
      if inner.has(.from) || inner.has(.between) { return inner }
    }
    for _ in 0..<3 where (word.has(.filler) || word.has(.about)) && !word.has(.from) && !word.has(.between) {
      (word, start) = wordBefore(start)
    }
    return word
  }

  /// Reads what stands between two moments.
  private func joint(_ from: Int, _ to: Int) -> Joint {
    guard from < to, to - from <= 600 else { return .none }
    var joint = Joint.none
    var next = from
    var words = 0
    while next < to {
      let byte = text[next]
      if text.has("→", at: next) || text.has("〜", at: next) || text.has("～", at: next) || text.has("から", at: next) {
        joint = .to
        next += text.has("から", at: next) ? 6 : 3
      } else if text.isWordByte(next) {
        let (word, end) = word(next)
        words += 1
        if word.has(.end), !word.has(.to) {
          joint = words <= 3 && joint != .far ? .end : .far
        } else if word.has(.to), joint == .none || joint == .and {
          joint = .to
        } else if word.has(.and), joint == .none {
          joint = .and
        } else if word.has(.weakTo), joint == .none || joint == .and {
          joint = .weakTo
        } else if !(word.has(.filler) || word.has(.clockCue) || word.has(.about) || word.has(.under)) {
          guard words <= 12, joint != .to else { return .none }
          joint = .far
        }
        next = end
      } else {
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~") {
          guard joint == .none || joint == .to else { return .none }
          joint = .to
        } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") {
          return .none
        } else if text.isDigit(next) {
          return .none
        }
        next += 1
      }
    }
    return joint == .far && !leadsToEnd(to) ? .none : joint
  }

  /// Whether "ended at" or "until" leads to `offset`.
  private func leadsToEnd(_ offset: Int) -> Bool {
    var (word, start) = wordBefore(offset)
    for _ in 0..<3 where word.has(.filler) || word.has(.about) { (word, start) = wordBefore(start) }
    return word.has(.end)
  }

  private mutating func range(_ first: Moment, _ second: Moment) -> RangeMention {
    fillMeridiems(first, second)
    var start = MomentMention(date: date(first), clock: clock(first), zone: zone(first))
    var end = MomentMention(date: date(second), clock: clock(second), zone: zone(second))
    let isDateOnly = start.clock == nil
    if !isDateOnly {
      start.date = start.date ?? end.date
      end.date = end.date ?? start.date
    }
    if let startDate = start.date, startDate.year == nil, let year = end.date?.year { start.date?.year = year }
    if let endDate = end.date, endDate.year == nil, let year = start.date?.year { end.date?.year = year }
    let shared = end.zone ?? start.zone
    start.zone = start.zone ?? shared
    end.zone = end.zone ?? shared
    return RangeMention(span: first.span.joined(with: second.span), start: start, end: end)
  }

  private func clock(_ moment: Moment) -> ClockMention? {
    guard let index = moment.clock, case .clock(let clock) = mentions[index] else { return nil }
    return clock
  }

  private func date(_ moment: Moment) -> DateMention? {
    guard let index = moment.date, case .date(let date) = mentions[index] else { return nil }
    return date
  }

  private func zone(_ moment: Moment) -> ZoneMention? { clock(moment)?.writtenZone ?? moment.zone }

  /// Gives a clock without AM or PM that of the other end, so that the range is the shortest that runs forward.
  private mutating func fillMeridiems(_ first: Moment, _ second: Moment) {
    guard let from = clock(first), let to = clock(second), let fromTime = from.time, let toTime = to.time else { return }
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

  private func minutes(_ time: ClockTime, isPM: Bool) -> Int {
    (time.hour % 12 + (isPM ? 12 : 0)) * 60 + time.minute
  }

  private mutating func setMeridiem(_ index: Int?, _ clock: ClockMention, isPM: Bool) {
    guard let index, let time = clock.time else { return }
    var clock = clock
    clock.time = ClockTime(hour: time.hour % 12 + (isPM ? 12 : 0), minute: time.minute, second: time.second)
    clock.meridiem = isPM ? .pm : .am
    (clock.isMeridiemInferred, clock.isBare12h) = (true, false)
    mentions[index] = .clock(clock)
  }
}
