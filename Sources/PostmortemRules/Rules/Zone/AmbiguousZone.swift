import MarkdownTree
import PostmortemModel

extension Rule {
  /// A zone's abbreviation stands for one zone.
  ///
  /// A colleague elsewhere, or a program, will choose the other one. An offset or a city says which is meant.
  static let ambiguousZone = Rule(
    "ambiguous-zone",
    "An abbreviation of several time zones",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.ambiguous_zone_md
  ) { postmortem in
    var told = Set(postmortem.zones.filter { $0.statedOffset != nil }.map(\.name))
    let places = Set(postmortem.zones.compactMap(\.identifier))
    return postmortem.zones.compactMap { zone in
      guard zone.isContested, case .abbreviation(let candidates) = zone.meaning,
        candidates.count > 1,
        !candidates.contains(where: { $0.identifier.map(places.contains) ?? false }),
        told.insert(zone.name).inserted
      else { return nil }
      let offset = candidates[0].offsetName
      // The likeliest may be wrong: that is for a person to see.
      let edit = Fix.Edit(SourceSpan(zone.span.end, zone.span.end), " (\(offset))")
      return Violation(
        .ambiguous(zone.name, candidates), at: zone.span,
        help: "write the offset beside it once, for example \"\(zone.name) (\(offset))\"",
        fix: Fix("write '\(offset)' beside it", edits: [edit], safety: .suggestion))
    }
  }
}

extension ZoneMention {
  fileprivate var identifier: String? {
    switch meaning {
    case .generic(let identifier), .identifier(let identifier): identifier
    case .fixed, .abbreviation, .unknown: nil
    }
  }
}

extension Message {
  fileprivate static func ambiguous(_ name: String, _ candidates: [ZoneCandidate]) -> Message {
    let names = candidates.map { "\($0.region) (\($0.offsetName))" }
    return "'\(name)' may be \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "another zone")"
  }
}
