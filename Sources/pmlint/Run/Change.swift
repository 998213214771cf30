import PostmortemModel
import PostmortemReports
import PostmortemRules

/// A change under review: its files, and their texts before and after it.
struct Change: Sendable {
  let files: ChangedFiles
  /// Whether findings elsewhere in a changed file are left out.
  let linesOnly: Bool
  private let objects: ObjectStore

  init(_ files: ChangedFiles, _ git: Git, linesOnly: Bool) throws(UsageFailure) {
    self.files = files
    self.linesOnly = linesOnly
    objects = try ObjectStore(git)
  }

  /// The text that is linted: the staged one, or the file's.
  func bytes(of input: Input) throws(InputFailure) -> [UInt8] {
    guard case .file(let path) = input, let staged = files.file(at: path)?.staged else {
      return try input.bytes()
    }
    if staged.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      throw InputFailure(input.path, "is in conflict in the index; resolve it and stage it first")
    }
    let bytes = try objects.bytes(of: staged, named: input.path)
    if let reason = TextCheck.objection(to: bytes) { throw InputFailure(input.path, reason) }
    return bytes
  }

  /// The text before the change; nil for a new file.
  func base(of input: Input) throws(InputFailure) -> [UInt8]? {
    guard case .file(let path) = input, let object = files.file(at: path)?.base else { return nil }
    return try objects.bytes(of: object, named: input.path)
  }
}

/// What a file was before a change.
struct Before: Sendable {
  /// Nil for a new file.
  let text: [UInt8]?
  /// Whether only findings on changed lines are told.
  let selectsLines: Bool

  /// Nil where nothing that is told depends on it.
  init?(_ change: Change?, _ input: Input, linter: Linter) throws(InputFailure) {
    guard let change, change.linesOnly || linter.rules.contains(where: \.comparesBase) else { return nil }
    text = try change.base(of: input)
    selectsLines = change.linesOnly
  }

  /// The findings that the change answers for.
  func told(_ findings: [Finding], in postmortem: Postmortem) -> [Finding] {
    if !selectsLines || findings.isEmpty { return findings }
    let lines = ChangedLines(from: text, to: postmortem)
    return findings.filter { lines.answer(for: $0) }
  }

  /// The file with the others counted alone.
  func told(_ file: LintedFile, of postmortem: Postmortem) -> LintedFile {
    file.telling(told(file.findings, in: postmortem))
  }
}
