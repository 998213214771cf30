import MarkdownTree
import PostmortemModel

extension Rule {
  /// Summary, timeline and cause tell what happened, not what might have.
  ///
  /// "Should have" explains nothing: it hides what people knew then and why the system let it pass.
  static let counterfactual = Rule(
    "counterfactual",
    "Words about what should have happened",
    severity: .info,
    page: PackageResources.counterfactual_md
  ) { postmortem in
    postmortem.counterfactuals.map {
      Violation(
        .hindsight(postmortem.document.quote($0)), at: $0,
        help: "tell what was done and what was known then; a wish belongs to the action items")
    }
  }
}

extension Message {
  fileprivate static func hindsight(_ words: String) -> Message {
    "'\(words)' tells what did not happen"
  }
}
