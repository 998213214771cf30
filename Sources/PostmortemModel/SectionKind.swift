/// What a section of a postmortem is about, whatever its writer called it.
public enum SectionKind: String, CaseIterable, Hashable, Sendable {
  case title
  case summary
  case impact
  case timeline
  case detection
  case rootCause = "root-cause"
  case investigation
  case escalation
  case resolution
  case measures
  case tasks
  case lessons
  case metadata
  case conclusion
  case references
  case background
  /// A heading of no kind known here.
  case other
}

/// A finer subject within a kind, for templates that ask for it by itself.
public enum SectionTopic: String, CaseIterable, Hashable, Sendable {
  case trigger
  case contributingFactors = "contributing-factors"
  case fiveWhys = "five-whys"
  /// What broke: "Fault", "Symptoms".
  case fault
  /// What went before: "Lead-up".
  case leadup
  /// A telling of the whole: "What happened".
  case narrative
  case response
  case misleading
  case communication
  case people
  case prevention
  case wentWell = "went-well"
  case wentWrong = "went-wrong"
  case gotLucky = "got-lucky"
  case duration
  case metrics
  case recurrence
  case supportingData = "supporting-data"
}

// A profile is read at every start. For so many cases the compiler's own `init(rawValue:)` makes a table first, which
// takes longer than looking at each.
extension SectionKind {
  package init?(named name: String) {
    guard let kind = SectionKind.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = kind
  }
}

extension SectionTopic {
  package init?(named name: String) {
    guard let topic = SectionTopic.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = topic
  }
}
