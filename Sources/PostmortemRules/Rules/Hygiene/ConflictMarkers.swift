import MarkdownTree
import PostmortemModel

extension Rule {
  /// A merge is finished before the report is published.
  ///
  /// Between the markers stand two versions of the facts; the reader cannot know which holds.
  static let conflictMarkers = Rule(
    "conflict-markers",
    "Marks of an unfinished merge",
    severity: .error,
    page: PackageResources.conflict_markers_md
  ) { postmortem in
    guard let first = postmortem.conflictMarkers.first else { return [] }
    return [
      Violation(
        .unmerged(postmortem.document.quote(first), count: postmortem.conflictMarkers.count), at: first,
        help: "choose between the versions and remove the marks")
    ]
  }
}

extension Message {
  fileprivate static func unmerged(_ marker: String, count: Int) -> Message {
    let places = count == 1 ? "" : " (\(counted(count, "mark")) in the file)"
    return "'\(marker)' is left from a merge\(places)"
  }
}
