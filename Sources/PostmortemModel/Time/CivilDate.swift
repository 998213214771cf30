/// A day of the proleptic Gregorian calendar, without a zone.
public struct CivilDate: Hashable, Sendable {
  private let years: Int16
  private let months: Int8
  private let days: Int8

  public var year: Int { Int(years) }
  public var month: Int { Int(months) }
  public var day: Int { Int(days) }

  /// Nil unless the calendar has that day: 31 April, 29 February 2023 and years outside 1 ... 9999 have none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    (years, months, days) = (Int16(year), Int8(month), Int8(day))
  }

  /// The day `dayNumber` days after 1 January 1970, held within the years 1 ... 9999.
  public init(dayNumber: Int) {
    // Days are counted from 1 March of year 0, so that the leap day ends its year.
    let shiftedDays = min(max(dayNumber, -719_162), 2_932_896) + 719_468
    let era = shiftedDays / 146_097
    let dayOfEra = shiftedDays - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day: Int = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month: Int = shifted < 10 ? shifted + 3 : shifted - 9
    let year: Int = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    (years, months, days) = (Int16(year), Int8(month), Int8(day))
  }

  /// Days since 1 January 1970.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 for Monday ... 7 for Sunday, as in ISO 8601.
  public var weekday: Int {
    let shifted = (dayNumber + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The number of days in a month; 0 for a month outside 1 ... 12.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  /// Whether `year` has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension CivilDate: Comparable {
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// As in RFC 3339: "2024-05-13".
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// A time of day as a clock shows it, without date and zone.
public struct ClockTime: Hashable, Sendable {
  private let hours: Int8
  private let minutes: Int8
  // -1 for none.
  private let seconds: Int8

  public var hour: Int { Int(hours) }
  public var minute: Int { Int(minutes) }
  /// Nil where none is written.
  public var second: Int? { seconds < 0 ? nil : Int(seconds) }

  /// Nil unless 0 ... 23, 0 ... 59 and, for leap seconds, 0 ... 60.
  public init?(hour: Int, minute: Int, second: Int? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second ?? 0) else {
      return nil
    }
    (hours, minutes, seconds) = (Int8(hour), Int8(minute), Int8(second ?? -1))
  }

  /// Minutes since midnight, seconds dropped.
  public var minutesOfDay: Int { hour * 60 + minute }
  /// Seconds since midnight.
  public var secondsOfDay: Int { minutesOfDay * 60 + (second ?? 0) }
}

extension ClockTime: Comparable {
  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.secondsOfDay < right.secondsOfDay }
}

extension ClockTime: CustomStringConvertible {
  /// "HH:MM", whatever the seconds.
  public var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
}

/// A point in time: seconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Instant: Hashable, Sendable {
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// The instant at which a wall clock `offset` seconds ahead of UTC shows `date` and `time`.
  public init(_ date: CivilDate, _ time: ClockTime, offset: Int) {
    seconds = date.dayNumber * 86_400 + time.secondsOfDay - offset
  }
}

extension Instant: Comparable {
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant: CustomStringConvertible {
  /// As in RFC 3339, in UTC: "2024-05-13T14:30:00Z".
  public var description: String {
    let inDay = ((seconds % 86_400) + 86_400) % 86_400
    let date = CivilDate(dayNumber: (seconds - inDay) / 86_400)
    return "\(date)T\(padded(inDay / 3600, 2)):\(padded(inDay / 60 % 60, 2)):\(padded(inDay % 60, 2))Z"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
