import MarkdownTree
import PostmortemModel

extension Rule {
  /// An entry tells one event in one or two sentences.
  ///
  /// A timeline is skimmed: what was thought, and why, has its place in the sections below.
  static let overlongEntry = Rule(
    "overlong-entry",
    "A timeline entry of more than two sentences",
    severity: .info,
    isOnByDefault: false,
    page: PackageResources.overlong_entry_md
  ) { postmortem in
    postmortem.overlongEntries.map { long in
      Violation(
        .overlong(postmortem.document.quote(long.entry.span), sentences: long.sentences),
        at: long.entry.span, help: "split it by time, or move the explanation to its section")
    }
  }
}

extension Message {
  fileprivate static func overlong(_ time: String, sentences: Int) -> Message {
    "the entry at '\(time)' has \(sentences) sentences, two are enough"
  }
}
