public import PostmortemModel

/// Runs rules over a report.
public struct Linter: Sendable {
  public let rules: [Rule]
  public let profile: Profile
  /// Whether findings that another rule outranks are kept: for runs in which a person chose the rules.
  public let showsAll: Bool

  public init(
    rules: [Rule]? = nil, profile: Profile = .standard, showsAll: Bool = false
  ) {
    self.rules = rules ?? Rule.all.filter(profile.includes)
    self.profile = profile
    self.showsAll = showsAll
  }

  /// The findings, sorted by place. A file that is no report, or a blank form, gets one finding that says so.
  public func findings(in postmortem: Postmortem, surroundings: Surroundings = .unknown) -> [Finding] {
    var findings: [Finding] = []
    let isJudged = postmortem.kind == .postmortem && !postmortem.isEmpty
    for index in rules.indices where isJudged || rules[index].isGatekeeper {
      for violation in rules[index].check(postmortem, profile, surroundings) {
        findings.append(
          Finding(
            rule: rules[index].id, category: rules[index].category,
            severity: severity(of: violation, by: rules[index], in: postmortem),
            message: violation.message.text, span: violation.span, help: violation.help, fix: violation.fix))
      }
    }
    return (showsAll ? findings : Outranking.settle(findings))
      .sorted { ($0.span, $0.rule) < ($1.span, $1.rule) }
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

  private static let draftRules: Set<String> = ["leftover-placeholder", "missing-section", "empty-section"]

  /// Rules that judge what kind of file it is; all others wait until it is a postmortem.
  private static let gatekeepers: Set<String> = ["empty-report", "not-a-postmortem", "blank-template"]

  fileprivate var isGatekeeper: Bool { Rule.gatekeepers.contains(id) }
}
