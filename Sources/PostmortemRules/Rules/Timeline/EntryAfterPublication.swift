import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline tells what has happened: no entry lies in the future or after the report's own date.
  ///
  /// Its date is mistyped, most often the year, and every duration computed from it is wrong.
  static let entryAfterPublication = Rule(
    "entry-after-publication",
    "An entry in the future, or after the report's date",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.entry_after_publication_md
  ) { postmortem, _, surroundings in
    let published = postmortem.publicationDate
    return postmortem.datedEntries.compactMap { entry in
      guard let date = entry.date else { return nil }
      let words = postmortem.document.quote(entry.writtenDate?.span ?? entry.span)
      // Where it is still yesterday elsewhere, a day's difference is none.
      if let today = surroundings.today, date > today.adding(days: 1) {
        return Violation(
          .future(words), at: entry.span, help: "mend the date; the year is the likeliest slip")
      }
      guard let published, date > published.date.adding(days: 1) else { return nil }
      return Violation(
        .late(words, after: published.date), at: entry.span,
        help: "mend the date, or that of the report on line \(postmortem.document.line(of: published.span))")
    }
  }
}

extension Message {
  fileprivate static func future(_ date: String) -> Message { "'\(date)' lies in the future" }
  fileprivate static func late(_ date: String, after published: CivilDate) -> Message {
    "'\(date)' is after the report's own date, \(published)"
  }
}
