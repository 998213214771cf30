import MarkdownTree

/// A clock and a date that belong together, by their places in the list of mentions.
struct ReadMoment {
  var clock: Int?
  var date: Int?
  var span: SourceSpan
  /// A zone behind the date: "10:00 on 13 May (UTC)".
  var zone: ZoneMention?
}

/// What stands between two moments.
enum MomentJoint {
  case none, to, weakTo, and, end, far
}

extension TimeReading {
  /// Adds the ranges that the mentions form, meridiems filled in.
  mutating func addRanges() {
    guard mentions.count > 1, momentCount > 1 else { return }
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
    if !ranges.isEmpty { mentions = merged(mentions, ranges) }
  }

  /// The number of clocks and dates, of which alone ranges are made.
  private var momentCount: Int {
    mentions.count {
      switch $0 {
      case .clock, .date: true
      case .range, .duration, .elapsed: false
      }
    }
  }

  func merged(_ mentions: [TimeMention], _ ranges: [RangeMention]) -> [TimeMention] {
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

  func isRange(_ first: ReadMoment, _ second: ReadMoment) -> Bool {
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
  func opening(_ moment: ReadMoment) -> TimeWord {
    var (word, start) = wordBefore(moment.span.start)
    // "between May 5, 2023, 10:00" groups the date; "on May 10, from 2:30 PM" hides the word inside the
    // moment.
    if let clock = moment.clock, let date = moment.date,
      mentions[date].span.start < mentions[clock].span.start
    {
      let inner = wordBefore(mentions[clock].span.start).word
      if inner.has(.from) || inner.has(.between) { return inner }
    }
    for _ in 0..<3 where (word.has(.filler) || word.has(.about)) && !word.has(.from) && !word.has(.between) {
      (word, start) = wordBefore(start)
    }
    return word
  }

  /// Reads what stands between two moments.
  func joint(_ from: Int, _ to: Int) -> MomentJoint {
    guard from < to, to - from <= 600 else { return .none }
    var joint = MomentJoint.none
    var next = from
    var words = 0
    while next < to {
      let byte = text[next]
      if text.has("→", at: next) || text.has("〜", at: next) || text.has("～", at: next)
        || text.has("から", at: next)
      {
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
        } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "/")
          || byte == UInt8(ascii: ":")
        {
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
  func leadsToEnd(_ offset: Int) -> Bool {
    var (word, start) = wordBefore(offset)
    for _ in 0..<3 where word.has(.filler) || word.has(.about) { (word, start) = wordBefore(start) }
    return word.has(.end)
  }

  mutating func range(_ first: ReadMoment, _ second: ReadMoment) -> RangeMention {
    fillMeridiems(first, second)
    var start = MomentMention(date: date(first), clock: clock(first), zone: zone(first))
    var end = MomentMention(date: date(second), clock: clock(second), zone: zone(second))
    let isDateOnly = start.clock == nil
    if !isDateOnly {
      start.date = start.date ?? end.date
      end.date = end.date ?? start.date
    }
    if let startDate = start.date, startDate.year == nil, let year = end.date?.year {
      start.date?.year = year
    }
    if let endDate = end.date, endDate.year == nil, let year = start.date?.year { end.date?.year = year }
    let shared = end.zone ?? start.zone
    start.zone = start.zone ?? shared
    end.zone = end.zone ?? shared
    return RangeMention(span: first.span.joined(with: second.span), start: start, end: end)
  }

  func minutes(_ time: ClockTime, isPM: Bool) -> Int {
    (time.hour % 12 + (isPM ? 12 : 0)) * 60 + time.minute
  }

  mutating func setMeridiem(_ index: Int?, _ clock: ClockMention, isPM: Bool) {
    guard let index, let time = clock.time else { return }
    var clock = clock
    clock.time = ClockTime(hour: time.hour % 12 + (isPM ? 12 : 0), minute: time.minute, second: time.second)
    clock.meridiem = isPM ? .pm : .am
    (clock.isMeridiemInferred, clock.isBare12h) = (true, false)
    mentions[index] = .clock(clock)
  }
}
