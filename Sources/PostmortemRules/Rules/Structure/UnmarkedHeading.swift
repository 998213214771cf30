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
    var violations: [Violation] = []
    var plain: [Section] = []
    for index in postmortem.sections.indices {
      let form = postmortem.sections[index].form
      guard form == .boldLine || form == .plainLine else { continue }
      let section = postmortem.sections[index]
      if section.isKind(.other) || section.isKind(.title) || section.isKind(.metadata) { continue }
      if section.form == .boldLine {
        violations.append(boldLine(section, in: postmortem))
      } else {
        plain.append(section)
      }
    }
    return violations + plainLines(plain, in: postmortem)
  }

  private static func boldLine(_ section: Section, in postmortem: Postmortem) -> Violation {
    let heading = postmortem.heading(section)
    let fix = postmortem.edit(making: section, heading).map {
      Fix("make it a heading", edits: [$0], safety: .safe)
    }
    return Violation(.bold(section.name), at: section.span, help: "write '\(heading)'", fix: fix)
  }

  /// One for the file: such a report has no headings at all, and its writer needs no reminder of each.
  private static func plainLines(_ sections: [Section], in postmortem: Postmortem) -> [Violation] {
    guard let first = sections.first else { return [] }
    let edits = sections.compactMap { postmortem.edit(making: $0, postmortem.heading($0)) }
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
