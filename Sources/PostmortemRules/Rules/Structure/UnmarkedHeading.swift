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
    let sections = postmortem.sections.filter {
      !$0.isKind(.other) && !$0.isKind(.title) && !$0.isKind(.metadata)
    }
    let bold = sections.filter { $0.form == .boldLine }.map { section in
      let edits = [postmortem.edit(making: section)].compactMap { $0 }
      return Violation(
        .bold(section.name), at: section.span, help: "write '\(postmortem.heading(section))'",
        fix: edits.isEmpty ? nil : Fix("make it a heading", edits: edits, safety: .safe))
    }
    return bold + plainLines(sections.filter { $0.form == .plainLine }, in: postmortem)
  }

  /// One for the file: such a report has no headings at all, and its writer needs no reminder of each.
  private static func plainLines(_ sections: [Section], in postmortem: Postmortem) -> [Violation] {
    guard let first = sections.first else { return [] }
    let edits = sections.compactMap { postmortem.edit(making: $0) }
    let others = sections.count > 1 ? " and so on" : ""
    return [
      Violation(
        .plain(first.name, count: sections.count), at: first.span,
        help: "write '\(postmortem.heading(first))'\(others)",
        fix: edits.isEmpty
          ? nil
          : Fix(
            edits.count == 1 ? "make it a heading" : "make them headings", edits: edits, safety: .suggestion))
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
