public import MarkdownTree
public import PostmortemModel
public import PostmortemRules

/// A file that was read and judged.
public struct LintedFile: Sendable {
  /// As it was named on the command line, or found below a folder named there.
  public let path: String
  public let source: SourceText
  /// Sorted by place.
  public let findings: [Finding]
  /// Nil for a file that is no postmortem.
  public let completeness: Completeness?

  public init(path: String, source: SourceText, findings: [Finding], completeness: Completeness?) {
    self.path = path
    self.source = source
    self.findings = findings
    self.completeness = completeness
  }

  /// Reads and judges a file.
  public init(
    path: String, postmortem: borrowing Postmortem, linter: Linter, surroundings: Surroundings = .unknown
  ) {
    self.init(
      path: path, source: postmortem.document.source,
      findings: linter.findings(in: postmortem, surroundings: surroundings),
      completeness: postmortem.kind == .postmortem ? Completeness(of: postmortem, in: linter.profile) : nil)
  }
}
