import MarkdownTree
import PostmortemModel

extension Rule {
  /// A date is in the calendar, and its weekday is the right one.
  ///
  /// Whoever looks for the logs of that day finds none, or those of another.
  static let invalidDate = Rule(
    "invalid-date",
    "A date that is not in the calendar, or on another weekday",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.invalid_date_md
  ) { postmortem in
    postmortem.invalidDates.compactMap { mention in
      let words = postmortem.document.quote(mention.span)
      if mention.isImpossible {
        return Violation(
          .impossible(words), at: mention.span, help: "look the day up in the logs or the alert")
      }
      guard let date = mention.date, mention.weekdayIsWrong else { return nil }
      return Violation(
        .weekday(words, is: weekdays[date.weekday - 1]), at: mention.span,
        help: "mend the weekday or the date; the logs know which")
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

extension Message {
  fileprivate static func impossible(_ date: String) -> Message { "'\(date)' is not in the calendar" }
  fileprivate static func weekday(_ date: String, is weekday: String) -> Message {
    "'\(date)' is a \(weekday)"
  }
}
