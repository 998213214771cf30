import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline tells each event once.
  ///
  /// A reader looks for the difference between two equal entries, and finds none.
  static let duplicateEntry = Rule(
    "duplicate-entry",
    "An entry with the time and the text of another",
    severity: .info,
    precision: .veryHigh,
    page: PackageResources.duplicate_entry_md
  ) { postmortem in
    postmortem.duplicateEntries.map { duplicate in
      let fix = duplicate.removal.map {
        Fix("delete the second entry", edits: [Fix.Edit($0, "")], safety: .safe)
      }
      return Violation(
        .duplicate(postmortem.document.quote(duplicate.entry.span), of: duplicate.original.line),
        at: duplicate.entry.span, help: "delete one of the two", fix: fix)
    }
  }
}

extension Message {
  fileprivate static func duplicate(_ time: String, of line: Int) -> Message {
    "the entry at '\(time)' repeats line \(line) word for word"
  }
}
