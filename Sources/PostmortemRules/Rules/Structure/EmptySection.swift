import PostmortemModel

extension Rule {
  /// A heading has something to say below it.
  ///
  /// An empty section looks finished in the table of contents, so that nobody fills it in.
  static let emptySection = Rule(
    "empty-section",
    "A heading with nothing below it",
    severity: .error,
    page: PackageResources.empty_section_md
  ) { postmortem in
    let around = Set(postmortem.sections.filter { $0.content != .full }.compactMap(\.parent))
    return postmortem.sections.enumerated()
      .filter { index, section in section.isJudged && !around.contains(index) }
      .compactMap { _, section in
        let severity: Severity? = section.isKind(.other) ? .warning : nil
        switch section.content {
        case .full: return nil
        case .guidance:
          return Violation(
            .guidanceOnly(section.title), at: section.span,
            help: "replace the template's hint with your own words",
            severity: severity)
        case .empty:
          return Violation(
            .empty(section.title), at: section.span,
            help: "fill it in, say 'none' and why, or remove the heading", severity: severity)
        }
      }
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
