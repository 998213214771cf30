import MarkdownTree
public import PostmortemModel

/// One thing that pmlint checks: metadata and a function over the model.
///
/// A rule is a value. Its file defines one static member, its page explains it and tests it.
public struct Rule: Sendable {
  typealias Check = @Sendable (Postmortem, Profile, Surroundings) -> [Violation]

  /// The name, which says the defect and reads well after "allow".
  public let id: String
  /// What is wrong, in a few words, for lists.
  public let summary: String
  /// The folder that the rule's file stands in, filled in by the catalog.
  public var category: Category = .structure
  public let severity: Severity
  public let precision: Precision
  /// Whether it runs unless it is switched off. Rules that are easily wrong wait to be selected.
  public let isOnByDefault: Bool
  /// The rule's page, in Markdown.
  public let page: [UInt8]
  let check: Check
  /// What a rule about the linter's own result says of it; nil for all other rules.
  let audit: (@Sendable (Suppression, SourceText) -> [Violation])?
  /// Whether it asks for more than the report tells, so that it may be silent where that is not known.
  let asksSurroundings: Bool
  /// Whether it compares the report with what it was before a change.
  public private(set) var comparesBase = false

  public init(
    _ id: String, _ summary: String, severity: Severity, precision: Precision = .high,
    isOnByDefault: Bool = true, page: [UInt8],
    check: @escaping @Sendable (Postmortem) -> [Violation]
  ) {
    self.init(
      id, summary, severity, precision, isOnByDefault, page, asksSurroundings: false,
      check: { postmortem, _, _ in check(postmortem) })
  }

  /// A rule whose demands depend on the profile.
  public init(
    _ id: String, _ summary: String, severity: Severity, precision: Precision = .high,
    isOnByDefault: Bool = true, page: [UInt8],
    check: @escaping @Sendable (Postmortem, Profile) -> [Violation]
  ) {
    self.init(
      id, summary, severity, precision, isOnByDefault, page, asksSurroundings: false,
      check: { postmortem, profile, _ in check(postmortem, profile) })
  }

  /// A rule that asks for more than the report tells: what day it is, what files stand beside it.
  public init(
    _ id: String, _ summary: String, severity: Severity, precision: Precision = .high,
    isOnByDefault: Bool = true, page: [UInt8],
    check: @escaping @Sendable (Postmortem, Profile, Surroundings) -> [Violation]
  ) {
    self.init(id, summary, severity, precision, isOnByDefault, page, asksSurroundings: true, check: check)
  }

  /// A rule on what a change did to a report: it is given the report as it is and as it was, and is silent where no
  /// change is looked at.
  public init(
    _ id: String, _ summary: String, severity: Severity, precision: Precision = .high,
    isOnByDefault: Bool = true, page: [UInt8],
    comparing check: @escaping @Sendable (_ postmortem: Postmortem, _ base: Postmortem) -> [Violation]
  ) {
    self.init(
      id, summary, severity, precision, isOnByDefault, page, asksSurroundings: true,
      check: { postmortem, _, surroundings in surroundings.base.map { check(postmortem, $0) } ?? [] })
    comparesBase = true
  }

  /// A rule about what the directives of a report did to the findings of the others: asked last.
  init(
    _ id: String, _ summary: String, severity: Severity, precision: Precision = .high, page: [UInt8],
    audit: @escaping @Sendable (Suppression, SourceText) -> [Violation]
  ) {
    self.init(
      id, summary, severity, precision, true, page, asksSurroundings: false, check: { _, _, _ in [] },
      audit: audit)
  }

  private init(
    _ id: String, _ summary: String, _ severity: Severity, _ precision: Precision, _ isOnByDefault: Bool,
    _ page: [UInt8],
    asksSurroundings: Bool,
    check: @escaping Check,
    audit: (@Sendable (Suppression, SourceText) -> [Violation])? = nil
  ) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.precision = precision
    self.isOnByDefault = isOnByDefault
    self.page = page
    self.check = check
    self.audit = audit
    self.asksSurroundings = asksSurroundings
  }

  /// The rule with the category that its folder stands for.
  func filed(under category: Category) -> Rule {
    var rule = self
    rule.category = category
    return rule
  }

  /// How seldom a finding is wrong.
  public enum Precision: String, Sendable {
    /// What is written can be counted, looked up or compared: a date, an offset, a heading.
    case veryHigh = "very-high"
    /// Words are understood, and nearly all findings on labelled reports are right.
    case high
    /// Words are understood, and on labelled reports some findings in ten are wrong.
    case medium
    /// Often wrong, so that the rule waits to be selected.
    case low
  }

  /// The part of a report that a rule is about; the folder of its file.
  public enum Category: String, CaseIterable, Hashable, Sendable {
    case structure, timeline, zone, impact, cause, tasks, language, consistency, hygiene
  }
}

extension Rule: CustomStringConvertible {
  public var description: String { id }
}
