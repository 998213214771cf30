import MarkdownTree
import PostmortemModel

extension Rule {
  /// Each item of a timeline has its time.
  ///
  /// Between two times anything may have taken seconds or an hour; the item without one may be where the time was lost.
  static let entryWithoutTime = Rule(
    "entry-without-time",
    "A timeline item without a time among items with one",
    severity: .warning,
    page: PackageResources.entry_without_time_md
  ) { postmortem in
    postmortem.untimedItems.filter { $0.kind == .timeless }.map { item in
      Violation(
        .timeless(postmortem.document.quote(item.span)), at: item.span,
        help: "open it with its time, or nest it below the entry that it belongs to")
    }
  }
}

extension Message {
  fileprivate static func timeless(_ item: String) -> Message { "'\(item)' has no time, its siblings have" }
}
