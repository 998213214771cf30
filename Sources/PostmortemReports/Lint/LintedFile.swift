public import MarkdownTree
public import PostmortemModel
public import PostmortemRules

/// A file that was read and judged.
public struct LintedFile: Sendable {
  /// As it was named on the command line, or found below a folder named there.
  public let path: String
  /// The path from the repository's root, for systems that keep the repository; an absolute one outside of it.
  public let location: String
  public let source: SourceText
  /// Sorted by place.
  public let findings: [Finding]
  /// Those that directives in the file hide, sorted by place.
  public let suppressed: [SuppressedFinding]
  /// Those that the baseline hides, sorted by place.
  public let baselined: [Finding]
  /// How many findings stand where a change did not reach, and are not told.
  public private(set) var unchanged = 0
  /// The file's first line of text, where findings on the file as a whole stand.
  public let opening: SourceSpan?
  /// Nil for a file that is no postmortem.
  public let completeness: Completeness?
  /// Nil for a file that is no postmortem.
  public let score: Score?

  public init(
    path: String, location: String? = nil, source: SourceText, findings: [Finding],
    suppressed: [SuppressedFinding] = [], baselined: [Finding] = [], opening: SourceSpan? = nil,
    completeness: Completeness?, score: Score? = nil
  ) {
    self.path = path
    self.location = location ?? path
    self.source = source
    self.findings = findings
    self.suppressed = suppressed
    self.baselined = baselined
    self.opening = opening
    self.completeness = completeness
    self.score = score
  }

  /// Reads and judges a file.
  public init(
    path: String, location: String? = nil, postmortem: Postmortem, linter: Linter,
    surroundings: Surroundings = .unknown
  ) {
    var completeness: Completeness?
    var score: Score?
    if postmortem.kind == .postmortem {
      let told = Completeness(of: postmortem, in: linter.profile)
      completeness = told
      score = Score(of: postmortem, told, in: linter.profile)
    }
    let verdict = linter.verdict(on: postmortem, surroundings: surroundings)
    self.init(
      path: path, location: location, source: postmortem.document.source, findings: verdict.findings,
      suppressed: verdict.suppressed, opening: postmortem.document.lines.first?.span,
      completeness: completeness, score: score)
  }

  /// The file with only some of its findings told, since a change does not answer for the others.
  public func telling(_ findings: [Finding]) -> LintedFile {
    var file = telling(findings, hiding: baselined)
    file.unchanged = unchanged + self.findings.count - findings.count
    return file
  }

  /// The file with some of its findings hidden.
  func telling(_ findings: [Finding], hiding baselined: [Finding]) -> LintedFile {
    LintedFile(
      path: path, location: location, source: source, findings: findings, suppressed: suppressed,
      baselined: baselined, opening: opening, completeness: completeness, score: score)
  }
}

extension LintedFile {
  /// The place at which code hosts show a finding: one on the file as a whole stands on its first line of text, since
  /// hosts show a finding only where all of its lines were changed.
  func anchor(of finding: Finding) -> SourceSpan {
    guard let opening, finding.span.contains(opening),
      source.line(at: finding.span.end) != source.line(at: finding.span.start)
    else { return finding.span }
    return opening
  }
}
