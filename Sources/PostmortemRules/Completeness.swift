public import PostmortemModel

/// Which of a profile's demands a report meets.
public struct Completeness: Sendable {
  public enum Status: Hashable, Sendable {
    case present
    /// The heading is there, nothing of substance below it.
    case empty
    case missing
  }

  public struct Item: Sendable {
    public let requirement: Profile.Requirement
    public let status: Status
    /// The line, from 1, of the section or entry that meets it.
    public let line: Int?
    public let isRequired: Bool
  }

  public let profile: String
  public let items: [Item]

  /// A section of the kind in any form meets a demand; so does a timeline entry that tells the detection, the
  /// escalation or the search, since many templates put these into the timeline.
  public init(of postmortem: Postmortem, in profile: Profile) {
    self.profile = profile.name
    let demands = profile.required.map { ($0, true) } + profile.recommended.map { ($0, false) }
    items = demands.map { requirement, isRequired in
      let sections = postmortem.sections.filter { section in
        requirement.kinds.contains { section.isKind($0) }
      }
      if let full = sections.first(where: { $0.content == .full }) {
        return Item(requirement: requirement, status: .present, line: full.line, isRequired: isRequired)
      }
      if let entry = postmortem.timeline.entries.first(where: { requirement.isMet(by: $0.phases) }) {
        return Item(requirement: requirement, status: .present, line: entry.line, isRequired: isRequired)
      }
      return Item(
        requirement: requirement, status: sections.isEmpty ? .missing : .empty, line: sections.first?.line,
        isRequired: isRequired)
    }
  }

  public var required: [Item] { items.filter(\.isRequired) }
  public func required(_ status: Status) -> [Item] { required.filter { $0.status == status } }
}

extension Profile.Requirement {
  fileprivate func isMet(by phases: [Phase]) -> Bool {
    kinds.contains { kind in
      switch kind {
      case .detection: phases.contains(.detected)
      case .escalation: phases.contains(.escalated)
      case .investigation: phases.contains(.misleading) || phases.contains(.investigating)
      default: false
      }
    }
  }
}
