import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline writes all its times in one style.
  ///
  /// Beside "14:00" a reader takes "2:15" for the night, whatever the next line says.
  static let mixedClockStyles = Rule(
    "mixed-clock-styles",
    "Times with am or pm beside times of 24 hours",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.mixed_clock_styles_md
  ) { postmortem in
    postmortem.mixedClockStyles.compactMap { fault in
      guard let first = fault.rewritings.first else { return nil }
      let words = postmortem.document.quote(first.span)
      let others = fault.rewritings.count > 1 ? " and so on" : ""
      return Violation(
        .mixed(words, isTwelveHour: fault.isTwelveHour, count: fault.rewritings.count), at: first.span,
        help: "write '\(first.text)'\(others)",
        fix: Fix(
          "write the times in one style", edits: fault.rewritings.map { Fix.Edit($0.span, $0.text) },
          safety: .suggestion))
    }
  }
}

extension Message {
  fileprivate static func mixed(_ time: String, isTwelveHour: Bool, count: Int) -> Message {
    let style = isTwelveHour ? "24-hour times" : "times with am and pm"
    return count == 1
      ? "'\(time)' stands among \(style)" : "\(count) times stand among \(style): '\(time)' is the first"
  }
}
