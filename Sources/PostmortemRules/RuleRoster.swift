/// The rules that a run asks, whether they find anything or not: the same in each run with the same demands.
public struct RuleRoster: Sendable {
  public struct Entry: Sendable {
    public let rule: Rule
    /// Of its findings, where the case does not decide otherwise.
    public let severity: Severity
  }

  /// In the catalog's order.
  public let entries: [Entry]
  private let places: [String: Int]

  /// Where linters differ, a rule has the severity that the first of them gives it.
  public init(of linters: [Linter]) {
    var severities: [String: Severity] = [:]
    for linter in linters {
      for rule in linter.rules where severities[rule.id] == nil {
        severities[rule.id] = linter.profile.severity(of: rule.id) ?? rule.severity
      }
    }
    entries = Rule.all.compactMap { rule in
      severities[rule.id].map { Entry(rule: rule, severity: $0) }
    }
    places = Dictionary(
      entries.enumerated().map { ($1.rule.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The index of a rule's entry.
  public func place(of rule: String) -> Int? { places[rule] }
}
