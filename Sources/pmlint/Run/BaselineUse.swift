import MarkdownTree
import PostmortemReports
import PostmortemRules

/// What a run does with its baseline, file by file, on any thread.
struct BaselineUse: Sendable {
  enum Purpose: Sendable {
    case hide, prune, write
  }

  let purpose: Purpose
  /// As it was before the run.
  let baseline: Baseline
  let folder: BaselineFolder
  private let known = Set(Rule.all.map(\.id))

  init(purpose: Purpose, baseline: Baseline, folder: BaselineFolder) {
    self.purpose = purpose
    self.baseline = baseline
    self.folder = folder
  }

  /// What one file comes to.
  struct Record: Sendable {
    let path: String
    /// Nil where the file's entries stay as they are.
    let entries: [Baseline.Entry]?
    /// The number of entries whose findings are gone.
    let mended: Int
  }

  /// The findings that are new, so that what is set aside is not mended either.
  func told(_ findings: [Finding], of source: SourceText, _ input: Input) -> [Finding] {
    if purpose == .write { return findings }
    let file = LintedFile(path: input.path, source: source, findings: findings, completeness: nil)
    return baseline.hiding(in: file, as: folder.name(of: input)).findings
  }

  /// The file as it is to be reported.
  func settle(_ file: LintedFile, of input: Input, by linter: Linter) -> (LintedFile, Record) {
    let path = folder.name(of: input)
    let file = purpose == .write ? Baseline.hidingAll(in: file) : baseline.hiding(in: file, as: path)
    let old = baseline.files[path] ?? []
    if purpose != .write, old.isEmpty { return (file, Record(path: path, entries: nil, mended: 0)) }
    let asked = Set(linter.rules.map(\.id))
    // What no rule of this version is called can be mended by nobody.
    let entries = baseline.remaining(of: file, as: path) { asked.contains($0) || !known.contains($0) }
    return (
      file,
      Record(
        path: path, entries: purpose == .hide ? nil : entries,
        mended: purpose == .write ? 0 : old.count - entries.count)
    )
  }
}
