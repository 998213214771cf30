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

extension Profile.Part {
  var customaryNames: [String] {
    switch self {
    case .kind(let kind): kind.customaryNames
    case .topic(let topic): topic.customaryNames
    case .own(let name): [name.prefix(1).uppercased() + name.dropFirst().map { $0 == "-" ? " " : $0 }]
    }
  }
}

extension SectionTopic {
  fileprivate var customaryNames: [String] {
    switch self {
    case .trigger: ["Trigger", "What changed"]
    case .contributingFactors: ["Contributing factors"]
    case .fiveWhys: ["Five whys"]
    case .fault: ["Fault", "What broke"]
    case .leadup: ["Lead-up"]
    case .narrative: ["What happened"]
    case .response: ["Response", "How did we respond"]
    case .misleading: ["Misleading paths"]
    case .communication: ["Communication"]
    case .people: ["Responders", "People involved"]
    case .prevention: ["Prevention"]
    case .wentWell: ["What went well"]
    case .wentWrong: ["What went wrong"]
    case .gotLucky: ["Where we got lucky"]
    case .duration: ["Duration"]
    case .metrics: ["Metrics"]
    case .recurrence: ["Recurrence", "Related incidents"]
    case .supportingData: ["Supporting data"]
    }
  }
}
