import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report that is called final is, and the incident has one severity.
  ///
  /// Readers stop asking once a report is final; what was left open stays open.
  static let conflictingStatus = Rule(
    "conflicting-status",
    "A final report with gaps, or two severities",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.conflicting_status_md
  ) { postmortem in
    let document = postmortem.document
    var violations: [Violation] = []
    if postmortem.isCalledFinal, let status = postmortem.metadata.status,
      let gap = postmortem.placeholders.first?.span ?? postmortem.openBox
    {
      violations.append(
        Violation(
          .unfinished(status.value, document.quote(gap)), at: status.span,
          help: "finish line \(document.line(of: gap)), or call the report a draft"))
    }
    if let conflict = postmortem.severityConflict {
      violations.append(
        Violation(
          .twoSeverities(document.quote(conflict.span), document.quote(conflict.earlier)), at: conflict.span,
          help: "make it agree with line \(document.line(of: conflict.earlier)), or tell when it was changed")
      )
    }
    return violations
  }
}

extension Message {
  fileprivate static func unfinished(_ status: String, _ gap: String) -> Message {
    "the status is '\(quote(status))', but '\(gap)' is still open"
  }
  fileprivate static func twoSeverities(_ severity: String, _ earlier: String) -> Message {
    "the severity is '\(severity)' here and '\(earlier)' before"
  }
}
