import MarkdownTree
import PostmortemModel

extension Rule {
  /// A quantity of users or requests is a number, or at least an estimate.
  ///
  /// "Many" is ten for one reader and half of all for the next.
  static let vagueQuantity = Rule(
    "vague-quantity",
    "Users or requests counted as many or some",
    severity: .info,
    page: PackageResources.vague_quantity_md
  ) { postmortem in
    postmortem.vagueQuantities.map {
      Violation(
        .vague(postmortem.document.quote($0)), at: $0,
        help: "give a number or a share; an estimate will do: \"about 400 users (3 %)\"")
    }
  }
}

extension Message {
  fileprivate static func vague(_ words: String) -> Message { "'\(words)' does not tell how many" }
}
