import MarkdownTree
import PostmortemModel

extension Rule {
  /// A workaround comes with a task that replaces it.
  ///
  /// What is temporary lasts until it breaks; by then nobody knows that it was one.
  static let workaroundWithoutFix = Rule(
    "workaround-without-fix",
    "A workaround that no task replaces",
    severity: .warning,
    page: PackageResources.workaround_without_fix_md
  ) { postmortem in
    guard let span = postmortem.unreplacedWorkaround else { return [] }
    return [
      Violation(
        .unreplaced(postmortem.document.quote(span)), at: span,
        help: "add the task that makes it unnecessary, or say that it stays")
    ]
  }
}

extension Message {
  fileprivate static func unreplaced(_ words: String) -> Message {
    "'\(words)': no task replaces what helped for the moment"
  }
}
