import MarkdownTree
import PostmortemModel

extension Rule {
  /// A line that does a heading's work is a heading.
  ///
  /// Tables of contents, outlines, links and screen readers see headings only, not bold or plain lines.
  static let unmarkedHeading = Rule(
    "unmarked-heading",
    "A bold or plain line does a heading's work",
    severity: .info,
    page: PackageResources.unmarked_heading_md
  ) { postmortem in
    let lines = postmortem.sections.indices.filter { isUnmarked(postmortem.sections[$0]) }
    if lines.isEmpty { return [] }
    let levels = HeadingLevels(of: postmortem).levels
    let suggestions = lines.map { index in
      let section = postmortem.sections[index]
      return (section: section, heading: postmortem.heading(section, level: levels[index]))
    }
    return suggestions.filter { $0.section.form == .boldLine }.map { boldLine($0, $1, in: postmortem) }
      + plainLines(suggestions.filter { $0.section.form == .plainLine }, in: postmortem)
  }

  private static func isUnmarked(_ section: Section) -> Bool {
    (section.form == .boldLine || section.form == .plainLine)
      && !section.isKind(.other) && !section.isKind(.title) && !section.isKind(.metadata)
  }

  private static func boldLine(_ section: Section, _ heading: String, in postmortem: Postmortem) -> Violation
  {
    let edits = postmortem.edits(making: section, heading)
    return Violation(
      .bold(section.name), at: section.span, help: "write '\(heading)'",
      fix: edits.isEmpty ? nil : Fix("make it a heading", edits: edits, safety: .safe))
  }

  /// One for the file: such a report has no headings at all, and its writer needs no reminder of each.
  private static func plainLines(
    _ lines: [(section: Section, heading: String)], in postmortem: Postmortem
  ) -> [Violation] {
    guard let first = lines.first else { return [] }
    let edits = lines.flatMap { postmortem.edits(making: $0.section, $0.heading) }
    let others = lines.count > 1 ? " and so on" : ""
    let title = lines.count == 1 ? "make it a heading" : "make them headings"
    return [
      Violation(
        .plain(first.section.name, count: lines.count), at: first.section.span,
        help: "write '\(first.heading)'\(others)",
        fix: edits.isEmpty ? nil : Fix(title, edits: edits, safety: .suggestion))
    ]
  }
}

extension Message {
  fileprivate static func bold(_ title: String) -> Message {
    "section '\(quote(title))' opens with a bold line, not a heading"
  }
  fileprivate static func plain(_ title: String, count: Int) -> Message {
    count == 1
      ? "section '\(quote(title))' opens with a plain line, not a heading"
      : "\(count) sections open with plain lines, not headings: '\(quote(title))' is the first"
  }
}
