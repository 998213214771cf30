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
          ? nil : Fix(edits.count == 1 ? "make it a heading" : "make them headings", edits: edits, safety: .suggestion))
    ]
  }
}

extension Section {
  fileprivate var name: String { title.last == ":" ? String(title.dropLast()) : title }
}

extension Postmortem {
  /// "## Impact": one level below the heading around it, and a chapter below the title.
  fileprivate func heading(_ section: Section) -> String {
    var around = section.parent
    while let index = around, sections[index].level > 6 { around = sections[index].parent }
    let chapter = around.map { sections[$0] }.flatMap { $0.isKind(.title) ? nil : $0.level } ?? 1
    return String(repeating: "#", count: min(6, chapter + 1)) + " \(section.name)"
  }

  /// Only a line that holds nothing else can become a heading: no list marker, quote mark or indented code.
  fileprivate func edit(making section: Section) -> Fix.Edit? {
    let line = document.source.span(ofLine: section.line - 1)
    let lead = document.source.bytes[line.start..<min(section.span.start, line.end)]
    guard lead.count < 6, lead.allSatisfy({ [0x20, 0x2A, 0x5F].contains($0) }), !lead.starts(with: [32, 32, 32, 32])
    else { return nil }
    return Fix.Edit(line, heading(section))
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
