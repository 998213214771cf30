import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report that was final before a change is the same after it, but for how far its tasks are.
  ///
  /// Others have read it, linked to it and decided by it; what changes under their feet was never reviewed.
  static let immutablePostmortem = Rule(
    "immutable-postmortem",
    "A change to a final report, beside its tasks' progress",
    severity: .error,
    precision: .veryHigh,
    isOnByDefault: false,
    page: PackageResources.immutable_postmortem_md,
    comparing: { postmortem, base in
      guard base.isSettled, let status = base.metadata.status?.value else { return [] }
      let document = postmortem.document
      let opening = postmortem.metadata.status?.span ?? document.opening
      let violations = postmortem.settledChanges(since: base).map { change in
        switch change {
        case .changed(let span): Violation(.changed(document.quote(span), status), at: span, help: help)
        case .moved(let span): Violation(.moved(document.quote(span), status), at: span, help: help)
        case .removed(let text): Violation(.removed(text, status), at: opening, help: help)
        }
      }
      return violations
    }
  )

  private static let help =
    "undo it; or say why it has to be, with a comment <!-- pmlint-disable-file immutable-postmortem -- reason -->"
}

extension Message {
  fileprivate static func changed(_ words: String, _ status: String) -> Message {
    "'\(words)' is new, but the report was '\(quote(status))' before"
  }
  fileprivate static func moved(_ words: String, _ status: String) -> Message {
    "'\(words)' has moved, but the report was '\(quote(status))' before"
  }
  fileprivate static func removed(_ words: String, _ status: String) -> Message {
    "'\(quote(words))' is gone, but the report was '\(quote(status))' before"
  }
}
