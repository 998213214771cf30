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
