import MarkdownTree
public import PostmortemModel

extension Linter {
  /// The findings and what directives hide of them. Rules about directives are asked last.
  public func verdict(on postmortem: Postmortem, surroundings: Surroundings = .unknown) -> Verdict {
    verdict(on: postmortem, allFindings(in: postmortem, surroundings: surroundings), surroundings)
  }

  /// - Parameter all: what all rules find.
  func verdict(on postmortem: Postmortem, _ all: [Finding], _ surroundings: Surroundings) -> Verdict {
    let directives = postmortem.directives
    if directives.isEmpty { return Verdict(findings: shown(of: all), suppressed: []) }
    let customary = Rule.all.filter { $0.audit == nil && profile.includes($0) }
    // Where only rules about directives were chosen, they would otherwise have nothing to go by.
    let isAuditOnly = !rules.isEmpty && rules.allSatisfy { $0.audit != nil }
    let judge = isAuditOnly ? Linter(rules: customary, profile: profile) : self
    let found =
      isAuditOnly
      ? judge.shown(of: judge.allFindings(in: postmortem, surroundings: surroundings)) : shown(of: all)
    let suppression = Suppression(of: found, by: directives).judging(
      asked: judge.asked(of: postmortem, surroundings), expected: customary)
    let told = isAuditOnly ? Verdict(findings: [], suppressed: []) : suppression.verdict(on: found)
    return told.joined(with: audit(suppression, of: postmortem))
  }

  /// The rules that could find something in a report.
  private func asked(of postmortem: Postmortem, _ surroundings: Surroundings) -> Set<String> {
    let isKnown = surroundings.today != nil && surroundings.fileExists != nil
    let asked = rules.filter { rule in
      rule.applies(to: postmortem) && (isKnown || !rule.asksSurroundings)
        && (surroundings.base != nil || !rule.comparesBase)
    }
    return Set(asked.map(\.id))
  }

  /// An order that names no rule, or a category, does not hide what is said about orders: it would hide itself.
  private func audit(_ suppression: Suppression, of postmortem: Postmortem) -> Verdict {
    var findings: [Finding] = []
    for rule in rules where rule.applies(to: postmortem) {
      let violations = rule.audit?(suppression, postmortem.document.source) ?? []
      findings += violations.map { finding($0, by: rule, in: postmortem) }
    }
    findings.sort { $0.span < $1.span }
    let audits = Set(rules.filter { $0.audit != nil }.map(\.id))
    let outspoken = suppression.directives.filter { directive in
      directive.verb == .enable || directive.names.contains { audits.contains($0.text) }
    }
    return Suppression(of: findings, by: outspoken).verdict(on: findings)
  }
}

extension Suppression {
  /// The findings that are told, and those that are not.
  fileprivate func verdict(on findings: [Finding]) -> Verdict {
    var (told, suppressed): ([Finding], [SuppressedFinding]) = ([], [])
    for (finding, directive) in zip(findings, hiding) {
      if let directive {
        suppressed.append(SuppressedFinding(finding: finding, reason: directives[directive].reason))
      } else {
        told.append(finding)
      }
    }
    return Verdict(findings: told, suppressed: suppressed)
  }
}

extension Verdict {
  fileprivate func joined(with other: Verdict) -> Verdict {
    if other.findings.isEmpty, other.suppressed.isEmpty { return self }
    return Verdict(
      findings: (findings + other.findings).sorted { Linter.precedes($0, $1) },
      suppressed: (suppressed + other.suppressed).sorted { Linter.precedes($0.finding, $1.finding) })
  }
}
