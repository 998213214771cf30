import MarkdownTree
import PostmortemModel

extension Rule {
  /// A clock time is one that a clock can show.
  ///
  /// A reader cannot tell which half of '14:15pm' is the slip, and every duration that uses it is a guess.
  static let impossibleTime = Rule(
    "impossible-time",
    "A clock time that cannot be",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.impossible_time_md
  ) { postmortem in
    postmortem.impossibleTimes.compactMap { clock in
      let words = postmortem.document.quote(clock.span)
      switch clock.defect {
      case .meridiemOn24Hour:
        let fix = postmortem.withoutMeridiem(clock).map {
          Fix("write '\($0.text)'", edits: [Fix.Edit($0.span, $0.text)], safety: .suggestion)
        }
        return Violation(
          .mixed(words), at: clock.span, help: "drop the am or pm, or write the 12-hour time", fix: fix)
      case .hourOutOfRange:
        return Violation(.hour(words), at: clock.span, help: "hours run from 0 to 23")
      case .minuteOutOfRange:
        return Violation(.minute(words), at: clock.span, help: "minutes and seconds run from 00 to 59")
      case .missingHourOrMinute:
        return Violation(
          .incomplete(words), at: clock.span, help: "write hour and minute, for example '3:00 AM'")
      case .strayMeridiem:
        return Violation(.stray(words), at: clock.span, help: "write 'am' or 'pm', or a 24-hour time")
      case nil: return nil
      }
    }
  }
}

extension Message {
  fileprivate static func mixed(_ time: String) -> Message { "'\(time)' mixes a 24-hour time with am or pm" }
  fileprivate static func hour(_ time: String) -> Message { "'\(time)' has an hour that no clock shows" }
  fileprivate static func minute(_ time: String) -> Message { "'\(time)' has a minute that no clock shows" }
  fileprivate static func incomplete(_ time: String) -> Message { "'\(time)' lacks its hour or its minutes" }
  fileprivate static func stray(_ time: String) -> Message { "'\(time)' ends in an incomplete am or pm" }
}
