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

  /// What one file comes to.
  struct Record: Sendable {
    let path: String
    /// Nil where the file's entries stay as they are.
    let entries: [Baseline.Entry]?
    /// The number of entries whose findings are gone.
    let mended: Int
  }

  /// The file as it is to be reported.
  func settle(_ file: LintedFile, of input: Input, by linter: Linter) -> (LintedFile, Record) {
    let path = folder.name(of: input)
    let file = purpose == .write ? Baseline.hidingAll(in: file) : baseline.hiding(in: file, as: path)
    let old = baseline.files[path] ?? []
    if purpose != .write, old.isEmpty { return (file, Record(path: path, entries: nil, mended: 0)) }
    let asked = Set(linter.rules.map(\.id))
    let unknown = Set(old.map(\.rule)).subtracting(Rule.all.map(\.id))
    let entries = baseline.remaining(of: file, as: path) { asked.contains($0) || unknown.contains($0) }
    return (
      file,
      Record(
        path: path, entries: purpose == .hide ? nil : entries,
        mended: purpose == .write ? 0 : old.count - entries.count)
    )
  }
}
