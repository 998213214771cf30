import MarkdownTree
import PostmortemModel

extension Rule {
  /// A 12-hour time says which half of the day it is in.
  ///
  /// "1:17" is at night or after lunch; every duration that uses it is twelve hours off for half of the readers.
  static let missingMeridiem = Rule(
    "missing-meridiem",
    "A 12-hour time without am or pm",
    severity: .warning,
    page: PackageResources.missing_meridiem_md
  ) { postmortem in
    postmortem.missingMeridiems.map { fault in
      let time = postmortem.document.quote(fault.span)
      guard let previous = fault.previous else {
        return Violation(.bare(time), at: fault.span, help: "write '\(time) am' or '\(time) pm'")
      }
      return Violation(
        .pastNoon(time, after: postmortem.document.quote(previous.span)), at: fault.span,
        help: "write '\(time) pm', or count the hours to 24")
    }
  }
}

extension Message {
  fileprivate static func bare(_ time: String) -> Message {
    "'\(time)' lacks am or pm, which other times here have"
  }
  fileprivate static func pastNoon(_ time: String, after earlier: String) -> Message {
    "'\(time)' after '\(earlier)' lacks am or pm"
  }
}
