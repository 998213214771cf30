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
    precision: .veryHigh,
    page: PackageResources.conflict_markers_md
  ) { postmortem in
    guard let first = postmortem.conflictMarkers.first else { return [] }
    let source = postmortem.document.source
    let conflicts = postmortem.conflictMarkers.filter { source.bytes[$0.start] == UInt8(ascii: "<") }
    return [
      Violation(
        .unmerged(postmortem.document.quote(first), conflicts: conflicts.count), at: first,
        help: "choose between the versions and remove the marks")
    ]
  }
}

extension Message {
  fileprivate static func unmerged(_ marker: String, conflicts: Int) -> Message {
    let places = conflicts < 2 ? "" : " (\(counted(conflicts, "conflict")) in the file)"
    return "'\(marker)' is left from a merge\(places)"
  }
}
