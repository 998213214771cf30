import MarkdownTree
import PostmortemModel

extension Rule {
  /// A chain of whys has three links or more, and does not stop at a person.
  ///
  /// One or two answers lead to the trigger; what let the trigger do harm comes after them.
  static let shallowFiveWhys = Rule(
    "shallow-five-whys",
    "Five whys that stop early, or at a person",
    severity: .warning,
    page: PackageResources.shallow_five_whys_md
  ) { postmortem in
    postmortem.whyChains.compactMap { chain in
      if chain.count < 3 {
        return Violation(
          .short(chain.count), at: chain.heading,
          help: "ask on: why was that possible, and why did nothing stop it?")
      }
      guard let person = chain.person else { return nil }
      return Violation(
        .endsInPerson(postmortem.document.quote(person)), at: person,
        help: "ask once more: what made that the natural thing to do?")
    }
  }
}

extension Message {
  fileprivate static func short(_ count: Int) -> Message {
    "the chain of whys has \(count == 1 ? "one link" : "two links") only"
  }
  fileprivate static func endsInPerson(_ words: String) -> Message {
    "the last why stops at a person: '\(words)'"
  }
}
