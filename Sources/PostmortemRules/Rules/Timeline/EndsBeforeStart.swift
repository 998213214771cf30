import MarkdownTree
import PostmortemModel

extension Rule {
  /// A window of time ends after it starts.
  ///
  /// One of its ends is wrong, so is every duration computed from it.
  static let endsBeforeStart = Rule(
    "ends-before-start",
    "A window whose end precedes its start",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.ends_before_start_md
  ) { postmortem in
    postmortem.reversedWindows.map { window in
      Violation(
        .reversed(postmortem.document.quote(window.span)), at: window.span,
        help: "mend the time that is wrong, or write the date of the end if it is another day")
    }
  }
}

extension Message {
  fileprivate static func reversed(_ window: String) -> Message { "'\(window)' ends before it starts" }
}
