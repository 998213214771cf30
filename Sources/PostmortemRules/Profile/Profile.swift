public import PostmortemModel

/// What a team asks of its reports. The built-in ones stand as data in `Profiles/`, in the form that a team's own have.
public struct Profile: Sendable {
  /// A part of a report that a template asks for.
  public enum Part: Hashable, Sendable {
    case kind(SectionKind)
    case topic(SectionTopic)
    /// A kind of a team's own.
    case own(String)

    /// Nil for what is no kind of everyone's.
    var kind: SectionKind? {
      if case .kind(let kind) = self { kind } else { nil }
    }

    public var name: String {
      switch self {
      case .own(let name): name
      case .kind(let kind): kind.rawValue
      case .topic(let topic): topic.rawValue
      }
    }
  }

  /// A demand that any one of the parts meets.
  public struct Requirement: Hashable, Sendable {
    public let parts: [Part]
    /// The kinds among its parts, and whether there are others.
    let kinds: KindSet
    let hasOtherParts: Bool
    /// Whether an entry of the timeline may tell one of its parts.
    let isToldByEntries: Bool

    init(parts: [Part]) {
      self.parts = parts
      let kinds = parts.compactMap(\.kind)
      self.kinds = KindSet(kinds)
      hasOtherParts = kinds.count < parts.count
      isToldByEntries = parts.contains { !$0.phases.isEmpty }
    }

    /// "measures or tasks".
    public var name: String { parts.map(\.name).joined(separator: " or ") }
  }

  /// Parts that a section is divided into: the lessons into what went well and what did not.
  public struct Division: Hashable, Sendable {
    public let section: Part
    public let parts: [SectionTopic]
  }

  /// A fact about the report that stands at its head.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case date, authors, status, severity
  }

  /// How the extent of the impact must be told.
  public enum ImpactDemand: String, CaseIterable, Hashable, Sendable {
    case any
    case number
    /// A share of users, requests or traffic.
    case percentage
  }

  /// What a team asks of the times' zone.
  public enum ZoneDemand: String, CaseIterable, Hashable, Sendable {
    case any, stated, utc
  }

  /// How people may be told of.
  public enum PeopleDemand: String, CaseIterable, Hashable, Sendable {
    case any
    /// By their roles only.
    case roles
  }

  /// What a task must tell beside the work.
  public enum TaskField: String, CaseIterable, Hashable, Sendable {
    case owner, due, tracker, priority
  }

  public internal(set) var name: String
  /// What kind of template it is, in one line.
  public internal(set) var about = ""
  /// Where its demands come from.
  public internal(set) var source = ""
  public internal(set) var required: [Requirement] = []
  public internal(set) var recommended: [Requirement] = []
  /// What the template requires and recommends, where a team asks for something else: it is known by these.
  var template: [Requirement]?
  /// Those of them that it requires.
  var templateRequired: [Requirement]?
  /// The parts in the template's order, where it fixes one.
  public internal(set) var order: [Part] = []
  public internal(set) var divisions: [Division] = []
  public internal(set) var metadata: [Field] = []
  /// Steps of the incident's course that the timeline must hold.
  public internal(set) var phases: [Phase] = []
  public internal(set) var impact = ImpactDemand.number
  public internal(set) var zone = ZoneDemand.stated
  public internal(set) var people = PeopleDemand.any
  public internal(set) var tasks: [TaskField] = [.owner, .due]
  /// How many words of prose a report may have.
  public internal(set) var words: ClosedRange<Int>?
  /// The severities of rules that differ from the rules' own; nil for a rule that is off.
  public internal(set) var severities: [String: Severity?] = [:]

  /// A profile that asks for nothing.
  init(named name: String) { self.name = name }
}

extension Profile {
  /// The severity that a rule has here, where it differs from its own.
  package func severity(of rule: String) -> Severity? { severities[rule] ?? nil }

  /// Whether a rule runs where nobody selects rules: as the profile says by name, else as its demands imply, else as
  /// the rule says itself.
  public func includes(_ rule: Rule) -> Bool {
    if let severity = severities[rule.id] { return severity != nil }
    return implied(rule.id) ?? rule.isOnByDefault
  }

  /// What the demands say of the rules that check them.
  private func implied(_ rule: String) -> Bool? {
    switch rule {
    case "missing-zone": zone != .any
    case "non-utc-time": zone == .utc
    case "unquantified-impact": impact != .any
    case "impact-without-percentage": impact == .percentage
    case "named-person-in-cause": people == .roles ? true : nil
    case "unowned-task": tasks.contains(.owner)
    case "undated-task": tasks.contains(.due)
    case "untracked-task": tasks.contains(.tracker)
    case "unprioritised-tasks": tasks.contains(.priority)
    default: nil
    }
  }
}

extension Profile: CustomStringConvertible {
  public var description: String { name }
}
