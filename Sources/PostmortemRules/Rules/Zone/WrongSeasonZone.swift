import MarkdownTree
import PostmortemModel

extension Rule {
  /// A zone's name fits the season of its date.
  ///
  /// "PST" in May is an hour off or a slip of the pen, and the reader cannot know which.
  static let wrongSeasonZone = Rule(
    "wrong-season-zone",
    "Standard time in summer, or the other way round",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.wrong_season_zone_md
  ) { postmortem in
    postmortem.wrongSeasonZones.map { fault in
      let edits = postmortem.places(of: fault).map { Fix.Edit($0, fault.fitting) }
      return Violation(
        .wrong(fault.zone.name, on: fault.date, fitting: fault.fitting), at: fault.zone.span,
        help: "write '\(fault.fitting)', or an offset such as '\(fault.fittingOffset)'",
        fix: edits.isEmpty
          ? nil : Fix("write '\(fault.fitting)'", edits: edits, safety: .suggestion))
    }
  }
}

extension Message {
  fileprivate static func wrong(_ name: String, on date: CivilDate, fitting: String) -> Message {
    "'\(name)' is not in use on \(date), '\(fitting)' is"
  }
}
