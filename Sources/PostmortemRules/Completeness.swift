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
  public init(of postmortem: borrowing Postmortem, in profile: Profile) {
    self.profile = profile.name
    var items: [Item] = []
    items.reserveCapacity(profile.required.count + profile.recommended.count)
    for index in profile.required.indices {
      items.append(Completeness.item(for: profile.required[index], isRequired: true, in: postmortem))
    }
    for index in profile.recommended.indices {
      items.append(Completeness.item(for: profile.recommended[index], isRequired: false, in: postmortem))
    }
    self.items = items
  }

  private static func item(
    for requirement: Profile.Requirement, isRequired: Bool, in postmortem: borrowing Postmortem
  ) -> Item {
    var empty: Int?
    let kinds = KindSet(requirement.kinds)
    for index in postmortem.sections.indices where postmortem.kindSet(ofSection: index).overlaps(kinds) {
      let line = postmortem.sections[index].line
      if postmortem.sections[index].content == .full {
        return Item(requirement: requirement, status: .present, line: line, isRequired: isRequired)
      }
      if empty == nil { empty = line }
    }
    if requirement.mayBeMetByEntry {
      for index in postmortem.timeline.entries.indices
      where requirement.isMet(by: postmortem.timeline.entries[index].phases) {
        let line = postmortem.timeline.entries[index].line
        return Item(requirement: requirement, status: .present, line: line, isRequired: isRequired)
      }
    }
    return Item(
      requirement: requirement, status: empty == nil ? .missing : .empty, line: empty, isRequired: isRequired)
  }

  public var required: [Item] { items.filter(\.isRequired) }
  public func required(_ status: Status) -> [Item] {
    items.filter { $0.isRequired && $0.status == status }
  }
}

extension Profile.Requirement {
  fileprivate var mayBeMetByEntry: Bool {
    kinds.contains { $0 == .detection || $0 == .escalation || $0 == .investigation }
  }

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
