import MarkdownTree
import PostmortemModel

extension Rule {
  /// Times are told in UTC, where the profile asks for it.
  ///
  /// Whoever compares two reports, or a report and a log, should not have to reckon.
  static let nonUtcTime = Rule(
    "non-utc-time",
    "Times of another zone, where the profile asks for UTC",
    severity: .info,
    precision: .veryHigh,
    isOnByDefault: false,
    page: PackageResources.non_utc_time_md
  ) { postmortem in
    var seen: Set<String> = []
    return postmortem.timeline.entries.compactMap { entry in
      guard let zone = entry.zone, !zone.isUTC, seen.insert(zone.name).inserted else { return nil }
      return Violation(
        .local(postmortem.document.quote(zone.span)), at: zone.span,
        help: "tell the times in UTC, the local ones beside them")
    }
  }
}

extension Message {
  fileprivate static func local(_ zone: String) -> Message { "times are told in '\(zone)', not in UTC" }
}
