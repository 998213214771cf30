import PostmortemModel

extension Rule {
  /// A timeline tells when.
  ///
  /// Without times nobody can see how long it took to notice, to decide and to mend.
  static let timelineWithoutTimes = Rule(
    "timeline-without-times",
    "A timeline section without a readable time",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.timeline_without_times_md
  ) { postmortem in
    postmortem.timeline.sectionsWithoutTimes.map { index in
      let section = postmortem.sections[index]
      return Violation(
        .timeless(section.title), at: section.span,
        help: "open each entry with its time, for example \"- 14:05 UTC: the first alert fires\"")
    }
  }
}

extension Message {
  fileprivate static func timeless(_ title: String) -> Message { "'\(quote(title))' holds no time of day" }
}
