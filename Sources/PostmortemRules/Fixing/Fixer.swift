import MarkdownTree
public import PostmortemModel

/// Mends a report: applies fixes, reads it again, and goes on until nothing is left that can be mended.
///
/// A fix stays only if its finding is gone afterwards, the reading has lost nothing, and, where it is safe, there is
/// no new error. So mending a mended report changes nothing.
public struct Fixer: Sendable {
  private static let roundLimit = 10
  /// How many readings a round may cost where some of its fixes do harm.
  private static let trialLimit = 24

  private let linter: Linter
  private let surroundings: Surroundings
  private let includesSuggestions: Bool
  /// Takes out the findings that nobody is to see.
  private let filter: @Sendable ([Finding], Postmortem) -> [Finding]

  public init(
    linter: Linter, surroundings: Surroundings = .unknown, includesSuggestions: Bool = false,
    filter: @escaping @Sendable ([Finding], Postmortem) -> [Finding] = { findings, _ in findings }
  ) {
    self.linter = linter
    self.surroundings = surroundings
    self.includesSuggestions = includesSuggestions
    self.filter = filter
  }

  /// What mending came to.
  public struct Outcome: Sendable {
    /// The report as it stands now.
    public let postmortem: Postmortem
    /// The findings that were mended, as they stood when their turn came.
    public let applied: [Finding]
    /// Rules whose fixes undid each other for so long that none of them was applied.
    public let fighting: [String]
  }

  public func mend(_ postmortem: Postmortem) -> Outcome {
    let first = judge(postmortem)
    if first.fixable.isEmpty { return Outcome(postmortem: postmortem, applied: [], fighting: []) }
    var fighting: Set<String> = []
    // Each turn leaves out at least one more rule.
    while true {
      let (last, applied, restless) = mend(first, without: fighting)
      if restless.isEmpty || restless.isSubset(of: fighting) {
        return Outcome(postmortem: last.postmortem, applied: applied, fighting: fighting.sorted())
      }
      fighting.formUnion(restless)
    }
  }

  /// Gives the rules, too, that were still at work in the later half of the rounds when these ran out.
  private func mend(_ first: Judgement, without left: Set<String>) -> (Judgement, [Finding], Set<String>) {
    var current = first
    var applied: [Finding] = []
    var restless: Set<String> = []
    for round in 0..<Self.roundLimit {
      var trials = Self.trialLimit
      let fixable = current.fixable.filter { !left.contains($0.rule) }
      guard let next = step(from: current, fixable, &trials) else { return (current, applied, []) }
      current = next.judgement
      applied += next.applied
      if round >= Self.roundLimit / 2 { restless.formUnion(next.applied.map(\.rule)) }
    }
    return (current, applied, restless)
  }

  // MARK: One round

  private struct Step {
    let judgement: Judgement
    let applied: [Finding]
  }

  /// Applies all that does no harm; nil if nothing is left.
  private func step(from judgement: Judgement, _ fixable: [Finding], _ trials: inout Int) -> Step? {
    if fixable.isEmpty { return nil }
    if let step = attempt(fixable, on: judgement, &trials) { return step }
    if fixable.count == 1 { return nil }
    // Fixes of one rule stand together, so that halving parts the rules first.
    let byRule = fixable.sorted { ($0.rule, $0.span) < ($1.rule, $1.span) }
    let (front, back) = (byRule[..<(byRule.count / 2)], byRule[(byRule.count / 2)...])
    let left = harmless(Array(front), on: judgement, &trials)
    let right = harmless(Array(back), on: judgement, &trials)
    trials = max(trials, 2)
    if let step = attempt(left + right, on: judgement, &trials) { return step }
    return left.isEmpty || right.isEmpty ? nil : attempt(left, on: judgement, &trials)
  }

  /// The fixes that do no harm, found by halving.
  private func harmless(_ fixable: [Finding], on judgement: Judgement, _ trials: inout Int) -> [Finding] {
    if fixable.isEmpty || trials <= 0 { return [] }
    if attempt(fixable, on: judgement, &trials) != nil { return fixable }
    if fixable.count == 1 { return [] }
    let middle = fixable.count / 2
    return harmless(Array(fixable[..<middle]), on: judgement, &trials)
      + harmless(Array(fixable[middle...]), on: judgement, &trials)
  }

  private func attempt(_ fixable: [Finding], on before: Judgement, _ trials: inout Int) -> Step? {
    if fixable.isEmpty || trials <= 0 { return nil }
    trials -= 1
    let source = before.postmortem.document.source
    let application = FixApplier(fixable, to: source)
    if application.bytes == source.bytes { return nil }
    let after = judge(before.postmortem.reading(anew: SourceText(application.bytes)))
    guard isImprovement(from: before, to: after, application.applied),
      !after.postmortem.hasLost(anythingOf: before.postmortem)
    else { return nil }
    return Step(judgement: after, applied: application.applied)
  }

  private func isImprovement(from before: Judgement, to after: Judgement, _ applied: [Finding]) -> Bool {
    let mended = applied.countedByRule
    let (open, rest) = (before.fixable.countedByRule, after.fixable.countedByRule)
    guard mended.allSatisfy({ rest[$0.key, default: 0] <= open[$0.key, default: 0] - $0.value }) else {
      return false
    }
    guard applied.allSatisfy({ $0.fix?.safety == .safe }) else { return true }
    return after.errors.allSatisfy { $0.value <= before.errors[$0.key, default: 0] }
  }

  // MARK: Judging

  private struct Judgement {
    let postmortem: Postmortem
    let fixable: [Finding]
    /// How many errors each rule sees, those that others outrank included.
    let errors: [String: Int]
  }

  private func judge(_ postmortem: Postmortem) -> Judgement {
    let all = linter.allFindings(in: postmortem, surroundings: surroundings)
    let fixable = filter(linter.verdict(on: postmortem, all, surroundings).findings, postmortem)
      .filter { finding in
        guard let fix = finding.fix else { return false }
        return fix.safety == .safe || includesSuggestions
      }
    return Judgement(
      postmortem: postmortem, fixable: fixable, errors: all.filter { $0.severity == .error }.countedByRule)
  }
}

extension [Finding] {
  fileprivate var countedByRule: [String: Int] {
    Dictionary(map { ($0.rule, 1) }, uniquingKeysWith: +)
  }
}
