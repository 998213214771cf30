import MarkdownTree
import PostmortemModel

extension Rule {
  /// The timeline tells the steps that the profile asks for.
  ///
  /// Without the moment of detection nobody can say whether the monitoring was good enough.
  static let missingPhase = Rule(
    "missing-phase",
    "A step that the profile asks for is not in the timeline",
    severity: .warning,
    page: PackageResources.missing_phase_md
  ) { postmortem, profile in
    let entries = postmortem.timeline.entries
    // Two entries are not yet a course of events.
    guard entries.count >= 3, let last = entries.last else { return [] }
    let missing = profile.phases.filter { phase in
      !entries.contains { $0.phases.contains { $0.fulfils(phase) } }
    }
    guard let first = missing.first else { return [] }
    return [
      Violation(
        .missing(missing), at: last.span,
        help: "add an entry such as \"\(first.example)\", or say it plainly in the entry that tells it")
    ]
  }
}

extension Phase {
  /// Whether a step tells another one as well: what is resolved is also mitigated.
  fileprivate func fulfils(_ phase: Phase) -> Bool {
    self == phase || phase == .mitigated && self == .resolved
      || phase == .resolved && (self == .verified || self == .closed)
  }

  fileprivate var example: String {
    switch self {
    case .trigger: "14:28 release 4.2 was deployed"
    case .impactStart: "14:30 requests started failing"
    case .detected: "14:33 an alert fired for failed requests"
    case .acknowledged: "14:35 the on-call engineer acknowledged the page"
    case .declared: "14:40 an incident was declared"
    case .investigating: "14:45 the logs of the gateway were searched"
    case .misleading: "14:50 the network was suspected, but ruled out"
    case .escalated: "14:55 escalated to the database team"
    case .communicated: "15:00 the status page was updated"
    case .identified: "15:05 the cause was found in release 4.2"
    case .mitigating: "15:08 the rollback was started"
    case .mitigated: "15:10 release 4.2 was rolled back"
    case .resolved: "15:15 all requests were served again"
    case .verified: "15:30 the error rate stayed at zero"
    case .closed: "16:00 the incident was closed"
    }
  }
}

extension Message {
  fileprivate static func missing(_ phases: [Phase]) -> Message {
    "no entry of the timeline tells when it was \(phases.map(\.rawValue).joined(separator: " or "))"
  }
}
