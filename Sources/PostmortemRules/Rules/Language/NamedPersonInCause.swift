import MarkdownTree
import PostmortemModel

extension Rule {
  /// The cause is told without names.
  ///
  /// A name beside the cause is read as blame, whatever the sentence says, and the person will be asked for years.
  static let namedPersonInCause = Rule(
    "named-person-in-cause",
    "A person named where the cause is told",
    severity: .warning,
    isOnByDefault: false,
    page: PackageResources.named_person_in_cause_md
  ) { postmortem in
    postmortem.namesInCause.map {
      Violation(
        .named(postmortem.document.quote($0)), at: $0,
        help: "name the role or the change: 'the engineer on call', 'a release'")
    }
  }
}

extension Message {
  fileprivate static func named(_ name: String) -> Message { "'\(name)' is named where the cause is told" }
}
