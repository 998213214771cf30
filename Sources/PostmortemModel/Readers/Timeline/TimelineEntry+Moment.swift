extension TimelineEntry {
  /// Seconds on the clock of its place; nil without a day or a time.
  var moment: Int? {
    guard let date, let time else { return nil }
    return date.dayNumber * 86_400 + time.secondsOfDay
  }
}
