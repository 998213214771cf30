import MarkdownTree
import PostmortemReports

@testable import PostmortemRules

/// A file with findings of every shape that a report must tell.
enum Sample {
  static let text = """
    # Checkout down

    - 2:30 PM: Our monitoring system detected the issue
    - \tタブ 👩‍💻 3:15 PM: fixed
    About 120% of users

    """

  static let file = LintedFile(
    path: "reports/2024 05.md", source: SourceText(text),
    findings: [
      finding(
        "missing-zone", .error, "timeline times have no time zone", at: "2:30 PM",
        help: "say it once, for example \"## Timeline (UTC)\""),
      finding("odd-time", .warning, "time '3:15 PM' is odd", at: "3:15 PM"),
      finding(
        "impossible-percentage", .info, "120% is more than all", at: "120%",
        fix: Fix("write 100%", edits: [Fix.Edit(span(of: "120%"), "100%")], safety: .suggestion)),
    ], completeness: nil)

  static func file(
    _ text: String, path: String = "a.md", at place: String, message: String = "odd",
    rule: String = "some-rule"
  ) -> LintedFile {
    let source = SourceText(text)
    let finding = Finding(
      rule: rule, category: .hygiene, severity: .warning, message: message,
      span: span(of: place, in: text),
      help: nil, fix: nil)
    return LintedFile(path: path, source: source, findings: [finding], completeness: nil)
  }

  static func span(of place: String, in text: String = Sample.text) -> SourceSpan {
    let bytes = Array(text.utf8)
    let wanted = Array(place.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
    return SourceSpan(start, start + wanted.count)
  }

  private static func finding(
    _ rule: String, _ severity: Severity, _ message: String, at place: String, help: String? = nil,
    fix: Fix? = nil
  ) -> Finding {
    Finding(
      rule: rule, category: .timeline, severity: severity, message: message, span: span(of: place),
      help: help,
      fix: fix)
  }
}
