import MarkdownTree
import PostmortemModel

extension Rule {
  /// A code fence is closed where the code ends.
  ///
  /// What follows an open fence is shown as code, and its headings vanish from the table of contents.
  static let unclosedFence = Rule(
    "unclosed-fence",
    "An open code fence swallows later headings",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.unclosed_fence_md
  ) { postmortem in
    postmortem.unclosedFences.map { fence in
      Violation(
        .unclosed(postmortem.document.quote(fence.span), heading: fence.heading, line: fence.headingLine),
        at: fence.span, help: "close the fence where the code ends")
    }
  }
}

extension Message {
  fileprivate static func unclosed(_ fence: String, heading: String, line: Int) -> Message {
    "code fence '\(fence)' is not closed and swallows the heading '\(quote(heading))' (line \(line))"
  }
}
