import PostmortemModel

extension Rule {
  /// A section is divided as its profile asks: the lessons into what went well, what went wrong and where luck helped.
  ///
  /// The question that is left out is the one that would have been hard to answer.
  static let missingSubsection = Rule(
    "missing-subsection",
    "A part of a section that the profile divides is not there",
    severity: .warning,
    page: PackageResources.missing_subsection_md
  ) { postmortem, profile in
    profile.divisions.compactMap { division in
      // A section that is not there at all, or empty, is for other rules.
      guard
        let section = postmortem.sections.first(where: { $0.isPart(division.section) && $0.content == .full })
      else { return nil }
      let missing = division.parts.filter { topic in
        !postmortem.sections.contains { $0.topics.contains(topic) }
      }
      guard let first = missing.first else { return nil }
      let name = Profile.Part.topic(first).customaryNames.first ?? first.rawValue
      return Violation(
        .missing(missing, in: quote(section.title)), at: section.span,
        help: "add a heading such as '\(name)', if only to say that there was nothing")
    }
  }
}

extension Message {
  fileprivate static func missing(_ topics: [SectionTopic], in section: String) -> Message {
    let names = topics.map { "'\(Profile.Part.topic($0).customaryNames.first ?? $0.rawValue)'" }
    return "'\(section)' has no part \(names.joined(separator: ", no "))"
  }
}
