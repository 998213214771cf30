import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules

/// Mends reports before they are judged, and puts the results where they belong.
struct Repair: Hashable, Sendable {
  /// Whether the changes are shown as a diff, and nothing is written.
  let isShownOnly: Bool
  let includesSuggestions: Bool

  /// What came of one file.
  struct Result: Sendable {
    /// The report that is to be judged: as it stands now.
    var postmortem: Postmortem
    /// For standard output.
    var text: [UInt8] = []
    var fixes = 0
    /// What keeps the new text from being written; the report is then judged as it was.
    var failure: InputFailure?
    var notices: [String] = []

    /// Writes the text and the notices; for one thread only.
    func tell() {
      var output = OutputStream()
      output.write(text)
      output.flush()
      for notice in notices { StandardError.write(notice) }
    }
  }

  func mend(
    _ postmortem: Postmortem, of input: Input, linter: Linter, surroundings: Surroundings,
    baseline: BaselineUse?, before: Before?
  ) -> Result {
    let fixer = Fixer(
      linter: linter, surroundings: surroundings,
      includesSuggestions: includesSuggestions,
      filter: { findings, postmortem in
        let told = before?.told(findings, in: postmortem) ?? findings
        return baseline?.told(told, of: postmortem.document.source, input) ?? told
      })
    let outcome = fixer.mend(postmortem)
    let (old, new) = (postmortem.document.source.bytes, outcome.postmortem.document.source.bytes)
    var result = Result(postmortem: outcome.postmortem)
    result.fixes = old == new ? 0 : outcome.applied.count
    if !outcome.fighting.isEmpty {
      result.notices.append(
        "pmlint: \(SafeText.line(input.path)): the fixes of \(outcome.fighting.joined(separator: " and ")) "
          + "undo each other and were not applied; use --ignore with one of them")
    }
    if isShownOnly {
      if old != new { result.text = UnifiedDiff(from: old, to: new).bytes(path: input.path) }
      // Programs that apply it need every byte.
      if Process.isTerminal(1) { result.text = SafeText.lines(result.text) }
      return result
    }
    switch input {
    case .file(let path): if old != new { return write(new, over: postmortem, at: path, result) }
    case .standardInput: result.text = new
    }
    return result
  }

  private func write(_ new: [UInt8], over old: Postmortem, at path: FilePath, _ result: Result) -> Result {
    do {
      try FileReplacement.replace(old.document.source.bytes, with: new, at: path)
      return result
    } catch {
      return Result(postmortem: old, failure: error, notices: result.notices)
    }
  }

  /// Where findings go, since standard output may hold a text.
  func tellsOnStandardError(_ inputs: [Input]) -> Bool {
    inputs.contains { if case .standardInput = $0 { true } else { false } }
  }

  /// The line about all files; nil if there is nothing to say.
  func summary(of totals: LintTotals) -> String? {
    let fixes = totals.fixes == 1 ? "1 fix" : "\(totals.fixes) fixes"
    let files = totals.fixedFiles == 1 ? "1 file" : "\(totals.fixedFiles) files"
    let more =
      totals.suggestions == 0 || includesSuggestions ? "" : "\(totals.suggestions) more with --unsafe-fixes"
    if totals.fixes == 0 { return more.isEmpty ? nil : "pmlint: nothing to fix; \(more)" }
    let done = isShownOnly ? "\(fixes) would change \(files)" : "applied \(fixes) in \(files)"
    return "pmlint: \([done, more].filter { !$0.isEmpty }.joined(separator: "; "))"
  }
}

/// Findings that are not told, since the run shows something else.
struct SilentReport: LintReport {
  var opening: String { "" }
  var separator: String { "" }

  func part(for file: LintedFile) -> ReportPart { ReportPart(body: []) }
  func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] { [] }
}
