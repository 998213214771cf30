import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline tells facts only.
  ///
  /// What should have happened was not known then; it belongs to the lessons, and what should come to the tasks.
  static let opinionInTimeline = Rule(
    "opinion-in-timeline",
    "A judgement or a wish among the facts of a timeline",
    severity: .warning,
    page: PackageResources.opinion_in_timeline_md
  ) { postmortem in
    postmortem.timelineOpinions.map { opinion in
      let words = postmortem.document.quote(opinion.span)
      return switch opinion.kind {
      case .counterfactual:
        Violation(
          .counterfactual(words), at: opinion.span,
          help: "tell what was done and known; what was missing belongs to the lessons")
      case .blame:
        Violation(.blame(words), at: opinion.span, help: "tell what happened, and leave the judgement out")
      case .proposal:
        Violation(.proposal(words), at: opinion.span, help: "move the proposal to the action items")
      }
    }
  }
}

extension Message {
  fileprivate static func counterfactual(_ words: String) -> Message {
    "'\(words)' tells what did not happen"
  }
  fileprivate static func blame(_ words: String) -> Message { "'\(words)' judges amid the timeline" }
  fileprivate static func proposal(_ words: String) -> Message {
    "'\(words)' proposes something amid the timeline"
  }
}
