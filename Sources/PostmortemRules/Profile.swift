public import PostmortemModel

/// What a team asks of its reports.
public struct Profile: Sendable {
  /// A demand that any one of the kinds meets.
  public struct Requirement: Hashable, Sendable {
    public let kinds: [SectionKind]
    public init(_ kinds: SectionKind...) { self.kinds = kinds }
    /// "measures or tasks".
    public var name: String { kinds.map(\.rawValue).joined(separator: " or ") }
  }

  public let name: String
  public let required: [Requirement]
  public let recommended: [Requirement]
  /// Whether the impact must hold a share of users, requests or traffic.
  public let requiresPercentage: Bool
  /// Whether a report may be told with excitement and jokes.
  public let allowsAnimation: Bool
}

extension Profile {
  /// What nearly every public template asks for.
  public static let standard = Profile(
    name: "standard",
    required: [
      Requirement(.summary), Requirement(.impact), Requirement(.timeline), Requirement(.rootCause),
      Requirement(.resolution), Requirement(.measures, .tasks),
    ],
    recommended: [Requirement(.detection), Requirement(.escalation), Requirement(.lessons)],
    requiresPercentage: false,
    allowsAnimation: false
  )

  /// The "0x19 postmortem" report of the ALX and Holberton schools.
  public static let alx = Profile(
    name: "alx",
    required: [
      Requirement(.summary), Requirement(.impact), Requirement(.rootCause), Requirement(.timeline),
      Requirement(.investigation), Requirement(.escalation), Requirement(.resolution), Requirement(.measures),
      Requirement(.tasks),
    ],
    recommended: [],
    requiresPercentage: true,
    allowsAnimation: true
  )

  public static let all = [standard, alx]
}
