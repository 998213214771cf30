import MarkdownTree
import PostmortemModel

extension Rule {
  /// The head of a report tells the facts that its profile asks for.
  ///
  /// A report without a date or an author cannot be found, and nobody can be asked about it.
  static let missingMetadata = Rule(
    "missing-metadata",
    "The date, authors, status or severity is not told",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.missing_metadata_md
  ) { postmortem, profile in
    let missing = profile.metadata.filter { !$0.isTold(in: postmortem.metadata) }
    if missing.isEmpty { return [] }
    return [
      Violation(
        .missing(missing), at: postmortem.title?.span ?? postmortem.document.opening,
        help: "add it below the title, for example \"**\(missing[0].label)**: \(missing[0].example)\"")
    ]
  }
}

extension Profile.Field {
  fileprivate func isTold(in metadata: Postmortem.Metadata) -> Bool {
    switch self {
    case .date: metadata.date != nil
    case .authors: metadata.authors != nil
    case .status: metadata.status != nil
    case .severity: metadata.severity != nil
    }
  }

  fileprivate var example: String {
    switch self {
    case .date: "2024-05-13"
    case .authors: "the storage on-call"
    case .status: "final"
    case .severity: "SEV-2"
    }
  }
}

extension Message {
  fileprivate static func missing(_ fields: [Profile.Field]) -> Message {
    "the report tells no \(fields.map(\.rawValue).joined(separator: ", no "))"
  }
}
