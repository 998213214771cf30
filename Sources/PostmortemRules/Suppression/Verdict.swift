/// What a linter says of a report.
public struct Verdict: Sendable {
  /// Sorted by place.
  public let findings: [Finding]
  /// Those that directives hide, sorted by place.
  public let suppressed: [SuppressedFinding]
}

/// A finding that a directive of the report hides.
public struct SuppressedFinding: Sendable {
  public let finding: Finding
  /// What the directive says for it.
  public let reason: String?

  public init(finding: Finding, reason: String?) {
    self.finding = finding
    self.reason = reason
  }
}
