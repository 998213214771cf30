import PostmortemModel

extension Rule {
  /// The sections stand in the order that the profile fixes.
  ///
  /// Whoever reads many reports looks for each part where it always stands.
  static let misorderedSections = Rule(
    "misordered-sections",
    "Sections stand in another order than the profile's",
    severity: .info,
    page: PackageResources.misordered_sections_md
  ) { postmortem, profile in
    let places = profile.order.compactMap { part in
      postmortem.sections.firstIndex {
        $0.parent.map { postmortem.sections[$0].kinds } != [.summary] && $0.isPart(part)
      }
      .map { (part: part, section: $0) }
    }
    // The first that stands before one that should precede it.
    for (earlier, later) in zip(places, places.dropFirst()) where later.section < earlier.section {
      let (early, late) = (postmortem.sections[earlier.section], postmortem.sections[later.section])
      return [
        Violation(
          .early(quote(late.title), before: quote(early.title)), at: late.span,
          help: "the profile's order is \(profile.order.map(\.name).joined(separator: ", "))")
      ]
    }
    return []
  }
}

extension Message {
  fileprivate static func early(_ section: String, before other: String) -> Message {
    "'\(section)' stands before '\(other)', which the profile has first"
  }
}
