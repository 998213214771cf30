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
  /// Nil for a file that is no postmortem.
  public let score: Score?

  public init(
    path: String, source: SourceText, findings: [Finding], completeness: Completeness?, score: Score? = nil
  ) {
    self.path = path
    self.source = source
    self.findings = findings
    self.completeness = completeness
    self.score = score
  }

  /// Reads and judges a file.
  public init(
    path: String, postmortem: Postmortem, linter: Linter, surroundings: Surroundings = .unknown
  ) {
    var completeness: Completeness?
    var score: Score?
    if postmortem.kind == .postmortem {
      let told = Completeness(of: postmortem, in: linter.profile)
      completeness = told
      score = Score(of: postmortem, told, in: linter.profile)
    }
    self.init(
      path: path, source: postmortem.document.source,
      findings: linter.findings(in: postmortem, surroundings: surroundings), completeness: completeness,
      score: score)
  }
}
