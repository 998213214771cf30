public import PostmortemModel

/// Which of a profile's demands a report meets.
public struct Completeness: Sendable {
  public enum Status: String, Hashable, Sendable {
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
    /// The index of the section that meets it; nil for an entry of the timeline.
    public let section: Int?
  }

  public let profile: String
  public let items: [Item]

  /// A section of the kind in any form meets a demand; so does a timeline entry that tells the detection, the
  /// escalation or the search, and a summary that measures the impact, since many templates put these there.
  public init(of postmortem: Postmortem, in profile: Profile) {
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
    for requirement: Profile.Requirement, isRequired: Bool, in postmortem: Postmortem
  ) -> Item {
    var empty: Int?
    for index in postmortem.sections.indices
    where postmortem.kindSet(ofSection: index).overlaps(requirement.kinds)
      || requirement.hasOtherParts && requirement.parts.contains(where: postmortem.sections[index].isPart)
    {
      let line = postmortem.sections[index].line
      if postmortem.sections[index].content == .full {
        return Item(
          requirement: requirement, status: .present, line: line, isRequired: isRequired, section: index)
      }
      if empty == nil { empty = line }
    }
    if requirement.isToldByEntries {
      let phases = requirement.parts.flatMap(\.phases)
      for index in postmortem.timeline.entries.indices
      where postmortem.timeline.entries[index].phases.contains(where: phases.contains) {
        let line = postmortem.timeline.entries[index].line
        return Item(
          requirement: requirement, status: .present, line: line, isRequired: isRequired, section: nil)
      }
    }
    if empty == nil, requirement.parts.contains(.kind(.impact)), let told = postmortem.impactInSummary {
      return Item(
        requirement: requirement, status: .present, line: postmortem.document.line(of: told.span),
        isRequired: isRequired, section: nil)
    }
    return Item(
      requirement: requirement, status: empty == nil ? .missing : .empty, line: empty, isRequired: isRequired,
      section: nil)
  }

  public var required: [Item] { items.filter(\.isRequired) }
  public func required(_ status: Status) -> [Item] {
    items.filter { $0.isRequired && $0.status == status }
  }
}

extension Profile.Part {
  /// The steps that tell the same in a timeline.
  var phases: [Phase] {
    switch self {
    case .kind(.detection): [.detected]
    case .kind(.escalation): [.escalated]
    case .kind(.investigation): [.misleading, .investigating]
    case .topic(.misleading): [.misleading]
    case .kind, .topic, .own: []
    }
  }
}

extension Section {
  func isPart(_ part: Profile.Part) -> Bool {
    switch part {
    case .kind(let kind): kinds.contains(kind)
    case .topic(let topic): topics.contains(topic)
    case .own(let name): ownKinds.contains(name)
    }
  }
}
