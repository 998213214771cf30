import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report holds every section that its profile requires, in whatever form.
  ///
  /// What a report leaves out is what its readers ask in the review, and what nobody remembers a year later.
  static let missingSection = Rule(
    "missing-section",
    "A required section is nowhere in the report",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.missing_section_md
  ) { postmortem, profile in
    let items = Completeness(of: postmortem, in: profile).required(.missing)
    if items.isEmpty { return [] }
    let insertions = SectionInsertions(of: items.map(\.requirement), in: postmortem, profile)
    return zip(items, insertions.fixes).map { item, fix in
      Violation(
        .missing(item.requirement), at: postmortem.title?.span ?? postmortem.document.opening,
        help: help(for: item.requirement), fix: fix)
    }
  }

  private static func help(for requirement: Profile.Requirement) -> String {
    let names = requirement.parts.flatMap(\.customaryNames).map { "'\($0)'" }
    let last = names.last.map { names.count > 1 ? " or \($0)" : $0 } ?? ""
    return "add it under a heading such as \(names.dropLast().joined(separator: ", "))\(last)"
  }
}

extension Message {
  fileprivate static func missing(_ requirement: Profile.Requirement) -> Message {
    // "no root cause section": the kind's name as people write it.
    let name = String(requirement.name.map { $0 == "-" ? " " : $0 })
    return "no \(name) section"
  }
}
