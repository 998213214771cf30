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
    postmortem.sections
      .filter { $0.form == .boldLine || $0.form == .plainLine }
      .filter { !$0.isKind(.other) && !$0.isKind(.title) && !$0.isKind(.metadata) }
      .compactMap { section in
        switch section.form {
        case .boldLine:
          Violation(
            .unmarked(section.name, "bold"), at: section.span, help: "write '## \(section.name)'",
            fix: heading(section, in: postmortem.document.source, .safe))
        case .plainLine:
          Violation(
            .unmarked(section.name, "plain"), at: section.span, help: "write '## \(section.name)'",
            fix: heading(section, in: postmortem.document.source, .suggestion))
        case .atx, .setext, .html, .item, .label, .row, .frontMatter: nil
        }
      }
  }

  /// Only a line that holds nothing else can become a heading: no list marker, quote mark or indented code.
  private static func heading(_ section: Section, in source: SourceText, _ safety: Fix.Safety) -> Fix? {
    let line = source.span(ofLine: section.line - 1)
    let lead = source.bytes[line.start..<min(section.span.start, line.end)]
    guard lead.count < 6, lead.allSatisfy({ $0 == 0x20 || $0 == 0x2A || $0 == 0x5F }),
      !lead.starts(with: [32, 32, 32, 32])
    else { return nil }
    return Fix("make it a heading", edits: [Fix.Edit(line, "## \(section.name)")], safety: safety)
  }
}

extension Section {
  fileprivate var name: String { title.utf8.last == UInt8(ascii: ":") ? String(title.dropLast()) : title }
}

extension Message {
  fileprivate static func unmarked(_ title: String, _ style: String) -> Message {
    "section '\(quote(title))' opens with a \(style) line, not a heading"
  }
}
