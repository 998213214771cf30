import MarkdownTree
import PostmortemModel

extension Rule {
  /// The report stands in the file, not in a code block of it.
  ///
  /// In a code fence nothing is a heading, a list, a table or a link, and long lines run out of the page.
  static let fencedProse = Rule(
    "fenced-prose",
    "The whole report stands inside a code fence",
    severity: .info,
    precision: .veryHigh,
    page: PackageResources.fenced_prose_md
  ) { postmortem in
    guard let fence = postmortem.fenceAroundReport else { return [] }
    return [
      Violation(
        .fenced(postmortem.document.quote(fence.opening)), at: fence.opening,
        help: "remove this line and the closing one (line \(postmortem.document.line(of: fence.closing)))",
        fix: Fix(
          "take the fence away", edits: [Fix.Edit(fence.opening, ""), Fix.Edit(fence.closing, "")],
          safety: .suggestion))
    ]
  }
}

extension Message {
  fileprivate static func fenced(_ fence: String) -> Message {
    "the whole report stands inside the code fence '\(fence)', so it is shown as code"
  }
}
