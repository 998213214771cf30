import PostmortemModel

extension SectionKind {
  /// The headings that public templates give a section most often, for advice. The reader knows many more.
  var customaryNames: [String] {
    switch self {
    case .title: ["Postmortem"]
    case .summary: ["Summary", "Issue summary", "Overview"]
    case .impact: ["Impact", "Customer impact"]
    case .timeline: ["Timeline", "Sequence of events"]
    case .detection: ["Detection"]
    case .rootCause: ["Root cause", "Contributing factors"]
    case .investigation: ["Investigation", "Misleading paths"]
    case .escalation: ["Escalation", "Responders"]
    case .resolution: ["Resolution", "Resolution and recovery"]
    case .measures: ["Corrective and preventative measures", "Improvements"]
    case .tasks: ["Action items", "Tasks"]
    case .lessons: ["Lessons learned", "What went well"]
    case .metadata: ["Status", "Authors"]
    case .conclusion: ["Conclusion"]
    case .references: ["References", "Supporting information"]
    case .background: ["Background"]
    case .other: []
    }
  }
}
