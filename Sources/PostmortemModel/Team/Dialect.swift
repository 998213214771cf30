import MarkdownTree

/// The vocabulary that a report is read with: everyone's, or a team's beside it.
///
/// An object, made once for all reports that are read with it.
package final class Dialect: Sendable {
  /// Everyone's.
  package static let standard = Dialect(lexicon: .shared, trackers: [], zone: nil)

  let lexicon: Lexicon
  let trackers: [TrackerPattern]
  /// The zone of times in reports that state none.
  let zone: ZoneMention?

  private init(lexicon: Lexicon, trackers: [TrackerPattern], zone: ZoneMention?) {
    self.lexicon = lexicon
    self.trackers = trackers
    self.zone = zone
  }

  package static func of(_ team: TeamVocabulary) -> Dialect {
    if team.isEmpty { return standard }
    let addsWords = !team.sectionNames.isEmpty || !team.phrases.isEmpty
    var zone = team.zone.flatMap { ZoneMention(naming: $0) }
    zone?.span = SourceSpan(0, 0)
    return Dialect(
      lexicon: addsWords ? Lexicon(extending: .shared, with: team) : .shared, trackers: team.trackers,
      zone: zone)
  }
}

extension ZoneMention {
  /// Whether it is a team's own zone, which stands nowhere in the report.
  var isAssumed: Bool { span.end == span.start }
}
