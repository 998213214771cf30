import MarkdownTree
import PostmortemReports
import PostmortemRules

extension Sample {
  /// A report as a run writes it: unreadable files first, then the others.
  static func text(
    of report: some LintReport, on files: [LintedFile], unreadable: [UnreadableFile] = []
  ) -> String {
    var totals = LintTotals()
    for file in files { totals.add(file) }
    for _ in unreadable { totals.addUnreadable() }
    let parts = unreadable.map { report.part(for: $0) } + files.map { report.part(for: $0) }
    let join = { (pieces: [[UInt8]]) in
      Array(pieces.filter { !$0.isEmpty }.joined(separator: Array(report.separator.utf8)))
    }
    let bytes =
      Array(report.opening.utf8) + join(parts.map(\.body))
      + report.closing(codas: join(parts.map(\.coda)), totals: totals)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The sample below a folder of its repository, with what a directive and the baseline hide.
  static let told = LintedFile(
    path: "2024 05.md", location: "reports/2024 05.md", source: file.source, findings: file.findings,
    suppressed: hidden("has no number").map { SuppressedFinding(finding: $0, reason: "\"copied\"") },
    baselined: hidden("is set aside"), completeness: nil)

  static let clean = LintedFile(
    path: "clean.md", location: "reports/clean.md", source: SourceText("# T\n"), findings: [],
    completeness: nil)

  static let unreadable = UnreadableFile(path: "gone.md", location: "reports/gone.md", reason: "is a folder")

  /// Names and messages that each format must write otherwise.
  static let hostile = file(
    "a | HERE 🎉\n", path: "a,b:c%|<\"&'>@x\n\u{1B}\u{FFFE}.md", at: "HERE",
    message: "'`|<b>\"&\u{0}%::\n@x #1 http://y' is odd")

  private static func hidden(_ message: String) -> [Finding] {
    file("About 120%\n", at: "About", message: message).findings
  }
}
