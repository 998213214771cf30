import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report has a title that tells it from all others.
  ///
  /// In a list of reports only titles are seen: "My first postmortem" is never found again.
  static let missingTitle = Rule(
    "missing-title",
    "No title, or one that tells nothing",
    severity: .warning,
    page: PackageResources.missing_title_md
  ) { postmortem in
    switch postmortem.titleFault {
    case nil: []
    case .missing: [Violation(.missing, at: postmortem.document.opening, help: advice)]
    case .vague(let title): [Violation(.vague(title.text), at: title.span, help: advice)]
    }
  }

  private static let advice = "name the service and what was wrong with it: 'Checkout slow on 2026-01-15'"
}

extension Message {
  fileprivate static let missing: Message = "the report has no title"
  fileprivate static func vague(_ title: String) -> Message {
    "title '\(quote(title))' names no service and no symptom"
  }
}
