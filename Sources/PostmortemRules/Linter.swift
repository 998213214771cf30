public import PostmortemModel

/// Runs rules over a report.
public struct Linter: Sendable {
  public let rules: [Rule]
  public let profile: Profile
  /// Whether findings that another rule outranks are kept: for runs in which a person chose the rules.
  public let showsAll: Bool
  private let inquiries: [Inquiry]

  /// What is asked of every file: a rule without all that it tells of itself.
  private struct Inquiry: Sendable {
    let check: Rule.Check
    let isGatekeeper: Bool
  }

  public init(
    rules: [Rule]? = nil, profile: Profile = .standard, showsAll: Bool = false
  ) {
    let rules = rules ?? Rule.all.filter(profile.includes)
    self.rules = rules
    inquiries = rules.map { Inquiry(check: $0.check, isGatekeeper: $0.isGatekeeper) }
    self.profile = profile
    self.showsAll = showsAll
  }

  /// The findings that no directive hides, sorted by place. A file that is no report, or a blank form, gets one
  /// finding that says so.
  public func findings(in postmortem: Postmortem, surroundings: Surroundings = .unknown) -> [Finding] {
    verdict(on: postmortem, surroundings: surroundings).findings
  }

  /// Without those that others outrank, unless all are shown.
  func shown(of findings: [Finding]) -> [Finding] { showsAll ? findings : Outranking.settle(findings) }

  /// All findings, those included that others outrank or directives hide, sorted by place.
  func allFindings(in postmortem: Postmortem, surroundings: Surroundings) -> [Finding] {
    var findings: [Finding] = []
    let isReport = Rule.areAllAsked(of: postmortem)
    for index in inquiries.indices where isReport || inquiries[index].isGatekeeper {
      for violation in inquiries[index].check(postmortem, profile, surroundings) {
        findings.append(finding(violation, by: rules[index], in: postmortem))
      }
    }
    return findings.sorted(by: Linter.precedes)
  }

  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    left.span == right.span ? left.rule < right.rule : left.span < right.span
  }

  func finding(_ violation: Violation, by rule: Rule, in postmortem: Postmortem) -> Finding {
    Finding(
      rule: rule.id, category: rule.category, severity: severity(of: violation, by: rule, in: postmortem),
      message: violation.message.text, span: violation.span, help: violation.help, fix: violation.fix,
      extent: violation.extent)
  }
}

extension Linter {
  /// What the profile or a team says, else the case's own severity, else the rule's; advice where the report says that it
  /// is a draft.
  private func severity(of violation: Violation, by rule: Rule, in postmortem: Postmortem) -> Severity {
    if postmortem.metadata.isDraft, rule.waitsForFinal { return .info }
    return profile.severity(of: rule.id) ?? violation.severity ?? rule.severity
  }
}

extension Rule {
  /// Whether a draft may still lack what the rule asks for.
  fileprivate var waitsForFinal: Bool {
    category == .tasks || Rule.draftRules.contains(id)
  }

  // No sets: what Swift's runtime does for the first of its kind takes a tenth of the time of a report.
  private static let draftRules = ["leftover-placeholder", "missing-section", "empty-section"]

  /// Rules that judge what kind of file it is, or speak of any; all others wait until it is a postmortem.
  private static let gatekeepers = [
    "empty-report", "not-a-postmortem", "blank-template", "unknown-suppression",
  ]

  var isGatekeeper: Bool { Rule.gatekeepers.contains(id) }

  static func areAllAsked(of postmortem: Postmortem) -> Bool {
    postmortem.kind == .postmortem && !postmortem.isEmpty
  }

  func applies(to postmortem: Postmortem) -> Bool { Rule.areAllAsked(of: postmortem) || isGatekeeper }
}
