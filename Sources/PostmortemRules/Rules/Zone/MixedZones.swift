import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline keeps to one zone, or gives both times side by side.
  ///
  /// Entries in two zones look minutes apart when they are hours apart.
  static let mixedZones = Rule(
    "mixed-zones",
    "Two zones in one timeline without a conversion",
    severity: .warning,
    page: PackageResources.mixed_zones_md
  ) { postmortem in
    var seen: Set<String> = []
    let strays = postmortem.timeline.strayZones
    let spans = Set(strays.map(\.span))
    let governing = postmortem.timeline.entries.lazy.compactMap(\.zone).first { !spans.contains($0.span) }
    return strays.filter { seen.insert($0.name).inserted }.map { stray in
      Violation(
        .stray(stray.name, beside: governing?.name), at: stray.span,
        help: "convert it, or give both: \"14:30 UTC (16:30 CEST)\"")
    }
  }
}

extension Message {
  fileprivate static func stray(_ name: String, beside governing: String?) -> Message {
    guard let governing else { return "'\(name)' differs from the zone of the timeline" }
    return "'\(name)' stands in a timeline that is in '\(governing)'"
  }
}
