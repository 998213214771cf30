import PostmortemModel

extension Rule {
  /// Each section stands once.
  ///
  /// Of two sections with one name the second is forgotten at the next edit, and nobody knows which one holds.
  static let duplicateSection = Rule(
    "duplicate-section",
    "A section that stands twice",
    severity: .warning,
    page: PackageResources.duplicate_section_md
  ) { postmortem in
    postmortem.duplicateSections.map { pair in
      Violation(
        .twice(pair.section.name, firstLine: pair.first.line), at: pair.section.span,
        help: "join the two, or give the second a name that says what is different")
    }
  }
}

extension Message {
  fileprivate static func twice(_ name: String, firstLine: Int) -> Message {
    "section '\(quote(name))' stands twice, the first is in line \(firstLine)"
  }
}
