import MarkdownTree
import PostmortemModel

extension Rule {
  /// A time zone is one that everybody can look up.
  ///
  /// "Server time" is known to those who set the server up, until they change it.
  static let unknownZone = Rule(
    "unknown-zone",
    "A zone's name that no list of time zones has",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.unknown_zone_md
  ) { postmortem in
    postmortem.unknownZones.map { unknown in
      let fix = unknown.nearest.map {
        Fix("write '\($0)'", edits: [Fix.Edit(unknown.zone.span, $0)], safety: .suggestion)
      }
      return Violation(
        .unknown(unknown.zone.name), at: unknown.zone.span,
        help: unknown.nearest.map { "write '\($0)'" } ?? "name the zone or its offset, for example 'UTC+2'",
        fix: fix)
    }
  }
}

extension Message {
  fileprivate static func unknown(_ name: String) -> Message { "'\(quote(name))' is no known time zone" }
}
