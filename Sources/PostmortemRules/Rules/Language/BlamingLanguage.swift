import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report tells what happened without giving anyone the blame.
  ///
  /// Who fears blame tells less next time, and the next report is worse.
  static let blamingLanguage = Rule(
    "blaming-language",
    "Words that give a person the blame",
    severity: .warning,
    page: PackageResources.blaming_language_md
  ) { postmortem in
    postmortem.blame.map { phrase in
      let words = postmortem.document.quote(phrase.span)
      switch phrase.kind {
      case .humanError:
        return Violation(
          .humanError(words), at: phrase.span,
          help: "name the missing guard or design that made the slip possible")
      case .actor:
        return Violation(
          .actor(words), at: phrase.span, help: "tell what the change, tool or check did, or did not do")
      case .judgement:
        return Violation(
          .judgement(words), at: phrase.span, help: "drop the word and give the fact behind it")
      case .punishment:
        return Violation(
          .punishment(words), at: phrase.span,
          help: "leave it out; change the system that allowed the failure")
      }
    }
  }
}

extension Message {
  fileprivate static func humanError(_ words: String) -> Message { "'\(words)' puts the fault on people" }
  fileprivate static func actor(_ words: String) -> Message { "'\(words)' blames a person" }
  fileprivate static func judgement(_ words: String) -> Message { "'\(words)' judges a person" }
  fileprivate static func punishment(_ words: String) -> Message { "'\(words)' speaks of punishment" }
}
