/// A zone's rule in the POSIX `TZ` form, "EST5EDT,M3.2.0,M11.1.0", with the extensions of RFC 9636.
struct PosixZoneRule: Hashable, Sendable {
  /// A day of every year, and seconds after its midnight.
  private struct Change: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// Week 1 ... 5 (the last) of a month, weekday 0 for Sunday.
      case weekday(month: Int, week: Int, day: Int)
      /// 1 ... 365, without 29 February.
      case julian(Int)
      /// 0 ... 365, with 29 February.
      case ordinal(Int)
    }

    let day: Day
    let seconds: Int

    /// Wall-clock seconds since 1970 of the change in `year`.
    func wallSecond(_ year: Int) -> Int {
      guard let newYear = CivilDate(year: year, month: 1, day: 1)?.dayNumber else { return 0 }
      switch day {
      case .julian(let number):
        return (newYear + number - 1 + (CivilDate.isLeap(year) && number > 59 ? 1 : 0)) * 86_400 + seconds
      case .ordinal(let number):
        return (newYear + number) * 86_400 + seconds
      case .weekday(let month, let week, let day):
        guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
        let length = CivilDate.length(ofMonth: month, year: year)
        var number = 1 + (day - first.weekday % 7 + 7) % 7 + (week - 1) * 7
        while number > length { number -= 7 }
        return (first.dayNumber + number - 1) * 86_400 + seconds
      }
    }
  }

  private let standard: ZonePeriod
  private let daylight: ZonePeriod?
  private let start: Change?
  private let end: Change?

  /// What the wall clocks show at a second since 1970.
  func period(at second: Int) -> ZonePeriod {
    guard let daylight, let start, let end else { return standard }
    let wall = min(max(second, -62_000_000_000), 253_000_000_000) + standard.offset
    let year = CivilDate(dayNumber: (wall >= 0 ? wall : wall - 86_399) / 86_400).year
    let from = start.wallSecond(year) - standard.offset
    let to = end.wallSecond(year) - daylight.offset
    if from < to { return from <= second && second < to ? daylight : standard }
    return to <= second && second < from ? standard : daylight
  }

  /// Nil where the bytes are no such rule.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let name = reader.name(), let west = reader.time() else { return nil }
    standard = ZonePeriod(offset: -west, isDaylight: false, abbreviation: name)
    guard !reader.isAtEnd else {
      (daylight, start, end) = (nil, nil, nil)
      return
    }
    guard let summer = reader.name() else { return nil }
    let summerWest = reader.isAt(UInt8(ascii: ",")) ? west - 3600 : reader.time()
    guard let summerWest, let start = reader.change(), let end = reader.change(), reader.isAtEnd else {
      return nil
    }
    daylight = ZonePeriod(offset: -summerWest, isDaylight: true, abbreviation: summer)
    self.start = start
    self.end = end
  }

  private struct Reader {
    let bytes: [UInt8]
    var next = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { next >= bytes.count }
    func isAt(_ byte: UInt8) -> Bool { next < bytes.count && bytes[next] == byte }

    mutating func skip(_ byte: UInt8) -> Bool {
      guard isAt(byte) else { return false }
      next += 1
      return true
    }

    /// "EST" or "<+03>".
    mutating func name() -> String? {
      let isQuoted = skip(UInt8(ascii: "<"))
      let from = next
      while next < bytes.count, isQuoted ? bytes[next] != UInt8(ascii: ">") : (bytes[next] | 32) &- 97 < 26 {
        next += 1
      }
      let name = String(decoding: bytes[from..<next], as: UTF8.self)
      guard !name.isEmpty, !isQuoted || skip(UInt8(ascii: ">")) else { return nil }
      return name
    }

    mutating func number() -> Int? {
      let from = next
      var value = 0
      while next < bytes.count, bytes[next] &- 48 < 10, next - from < 4 {
        value = value * 10 + Int(bytes[next] - 48)
        next += 1
      }
      return next > from ? value : nil
    }

    /// "5", "-3:30", "+167" in seconds.
    mutating func time() -> Int? {
      let isNegative = skip(UInt8(ascii: "-"))
      if !isNegative { _ = skip(UInt8(ascii: "+")) }
      guard let hours = number(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      if skip(UInt8(ascii: ":")) {
        guard let minutes = number(), minutes < 60 else { return nil }
        seconds += minutes * 60
        if skip(UInt8(ascii: ":")) {
          guard let rest = number(), rest < 60 else { return nil }
          seconds += rest
        }
      }
      return isNegative ? -seconds : seconds
    }

    /// ",M3.2.0/2", ",J60", ",59".
    mutating func change() -> Change? {
      guard skip(UInt8(ascii: ",")), let day = day() else { return nil }
      guard skip(UInt8(ascii: "/")) else { return Change(day: day, seconds: 7200) }
      return time().map { Change(day: day, seconds: $0) }
    }

    private mutating func day() -> Change.Day? {
      if skip(UInt8(ascii: "M")) {
        guard let month = number(), (1...12).contains(month), skip(UInt8(ascii: ".")), let week = number(),
          (1...5).contains(week), skip(UInt8(ascii: ".")), let day = number(), (0...6).contains(day)
        else { return nil }
        return .weekday(month: month, week: week, day: day)
      }
      if skip(UInt8(ascii: "J")) {
        guard let number = number(), (1...365).contains(number) else { return nil }
        return .julian(number)
      }
      guard let number = number(), number <= 365 else { return nil }
      return .ordinal(number)
    }
  }
}
