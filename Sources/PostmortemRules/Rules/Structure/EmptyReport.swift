import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report holds text.
  ///
  /// An empty file in the folder of postmortems counts as a finished review in every list.
  static let emptyReport = Rule(
    "empty-report",
    "Nothing in the file but headings or front matter",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.empty_report_md
  ) { postmortem in
    guard postmortem.isEmpty else { return [] }
    let message: Message = postmortem.document.lines.isEmpty ? .empty : .headingsOnly
    return [
      Violation(
        message, at: postmortem.document.opening,
        help: "write what happened; 'pmlint new TITLE' gives you the sections to fill in")
    ]
  }
}

extension Message {
  fileprivate static let empty: Message = "the report is empty"
  fileprivate static let headingsOnly: Message = "the report holds headings and no text"
}
