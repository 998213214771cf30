import MarkdownTree
import PostmortemModel

extension Rule {
  /// A directive to pmlint hides something.
  ///
  /// One that hides nothing any more would hide the next fault in its place, and readers take it for a warning.
  static let unusedSuppression = Rule(
    "unused-suppression",
    "A directive that hides nothing",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.unused_suppression_md,
    audit: { suppression, source in
      suppression.idle.map { idle in
        Violation(
          .unused(idle), at: idle.name?.span ?? idle.directive.place,
          help: idle.name == nil ? "remove it" : "remove the name",
          fix: DirectiveRemoval(source: source).fix(for: idle))
      }
    })
}

extension Directive {
  /// The comment, or the key in the front matter, whose value may take several lines.
  fileprivate var place: SourceSpan { form == .comment ? span : order.span }
}

extension Message {
  fileprivate static func unused(_ idle: IdleOrder) -> Message {
    let order = idle.directive.order.text
    let effect = idle.directive.verb == .enable ? "ends" : "hides"
    guard let name = idle.name else { return "'\(order)' \(effect) nothing" }
    return "'\(quote(name.text))' in '\(order)' \(effect) nothing"
  }
}
