import MarkdownTree
import PostmortemModel

extension Rule {
  /// A heading has something to say below it.
  ///
  /// An empty section looks finished in the table of contents, so that nobody fills it in.
  static let emptySection = Rule(
    "empty-section",
    "A heading with nothing below it",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.empty_section_md
  ) { postmortem in
    let hollow = postmortem.sections.indices.filter { postmortem.sections[$0].content != .full }
    if hollow.isEmpty { return [] }
    let around = Set(hollow.compactMap { postmortem.sections[$0].parent })
    return hollow.filter { postmortem.sections[$0].isJudged && !around.contains($0) }
      .map { violation(of: postmortem.sections[$0], in: postmortem) }
  }

  /// What is wrong with a section that is empty or holds a hint only.
  private static func violation(of section: Section, in postmortem: Postmortem) -> Violation {
    let severity: Severity? = section.isKind(.other) ? .warning : nil
    let last = section.lines.last.map { postmortem.document.lines[$0].span }
    return section.content == .guidance
      ? Violation(
        .guidanceOnly(section.title), at: section.span,
        help: "replace the template's hint with your own words", severity: severity,
        extent: last.map { section.span.joined(with: $0) })
      : Violation(
        .empty(section.title), at: section.span,
        help: "fill it in, say 'none' and why, or remove the heading", severity: severity)
  }
}

extension Section {
  /// Labels and fields of the head may be blank; headings may not.
  fileprivate var isJudged: Bool {
    switch form {
    case .atx, .setext, .html: !isKind(.title)
    case .boldLine, .plainLine, .item, .label, .row:
      !isKind(.title) && !isKind(.metadata) && !isKind(.other)
    case .frontMatter: false
    }
  }
}

extension Message {
  fileprivate static func empty(_ title: String) -> Message { "nothing stands below '\(quote(title))'" }
  fileprivate static func guidanceOnly(_ title: String) -> Message {
    "only the template's hint stands below '\(quote(title))'"
  }
}
