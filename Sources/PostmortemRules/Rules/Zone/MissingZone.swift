import MarkdownTree
import PostmortemModel

extension Rule {
  /// A reader can tell the time zone of a timeline.
  ///
  /// Teams, logs and providers live in different zones; times without one cannot be compared with any of them.
  static let missingZone = Rule(
    "missing-zone",
    "Clock times that no time zone governs",
    severity: .error,
    precision: .veryHigh,
    page: PackageResources.missing_zone_md
  ) { postmortem in
    let timeline = postmortem.timeline
    guard timeline.zone == .missing else { return [] }
    let zoneless = timeline.entries.filter { $0.clock != nil && $0.zone == nil }
    guard let first = zoneless.first, let clock = first.clock else { return [] }
    return [
      Violation(
        .zoneless(zoneless.count), at: clock.span, help: "say it once, for example \"## Timeline (UTC)\"")
    ]
  }
}

extension Message {
  fileprivate static func zoneless(_ count: Int) -> Message {
    count == 1 ? "the timeline's time has no time zone" : "the timeline's \(count) times have no time zone"
  }
}
