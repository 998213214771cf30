import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report comes within a week of its incident.
  ///
  /// After a week people remember what they have told, not what they saw; after a month the team works on other things.
  static let latePublication = Rule(
    "late-publication",
    "A report more than a week after its incident",
    severity: .info,
    precision: .veryHigh,
    page: PackageResources.late_publication_md
  ) { postmortem in
    guard let publication = postmortem.publication else { return [] }
    let end = publication.incidentEnd
    let days = publication.date.dayNumber - end.dayNumber
    guard days > 7 else { return [] }
    return [
      Violation(
        .late(postmortem.document.quote(publication.span), days, end), at: publication.span,
        help: "publish a draft within a week, and add what is found later",
        severity: days > 30 ? .warning : nil)
    ]
  }
}

extension Message {
  fileprivate static func late(_ date: String, _ days: Int, _ end: CivilDate) -> Message {
    "'\(date)' is \(days) days after the incident of \(end)"
  }
}
