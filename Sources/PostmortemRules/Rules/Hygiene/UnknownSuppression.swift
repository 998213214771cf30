import PostmortemModel

extension Rule {
  /// A directive to pmlint names rules that there are.
  ///
  /// A slip of the pen hides nothing, and nobody sees that it does not.
  static let unknownSuppression = Rule(
    "unknown-suppression",
    "A directive that names no rule",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.unknown_suppression_md
  ) { postmortem in
    postmortem.directives.flatMap { directive -> [Violation] in
      guard directive.verb != nil else { return [misspelt(directive)] }
      return directive.names.filter { RuleName($0.text) == nil }.map { unknown($0, in: directive) }
    }
  }

  private static func misspelt(_ directive: Directive) -> Violation {
    let order = directive.order
    if directive.form == .frontMatter {
      return Violation(
        .unknownOrder(quote(order.text)), at: order.span, help: "the key is 'disable', with a list of rules")
    }
    let known = Directive.Verb.allCases.map(\.rawValue)
    let nearest = NearestName.nearest(to: order.text, in: known)
    return Violation(
      .unknownOrder(quote(order.text)), at: order.span,
      help: nearest.map { "did you mean '\($0)'?" } ?? "the directives are \(known.joined(separator: ", "))",
      fix: nearest.map { replacement(of: order, with: $0) })
  }

  private static func unknown(_ name: Directive.Name, in directive: Directive) -> Violation {
    let nearest = NearestName.nearest(to: name.text, in: RuleName.known)
    // Names that share their place with others are written in a form that an edit could break.
    let isAlone = directive.names.count == 1 || name.span != directive.span
    return Violation(
      .unknownRule(quote(name.text), directive.order.text), at: name.span,
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "name a rule, a category or 'all', and write the reason after ' -- '",
      fix: isAlone ? nearest.map { replacement(of: name, with: $0) } : nil)
  }

  private static func replacement(of word: Directive.Name, with nearest: String) -> Fix {
    Fix("write '\(nearest)'", edits: [Fix.Edit(word.span, nearest)], safety: .suggestion)
  }
}

extension Message {
  fileprivate static func unknownOrder(_ order: String) -> Message { "unknown directive '\(order)'" }
  fileprivate static func unknownRule(_ name: String, _ order: String) -> Message {
    "unknown rule '\(name)' in '\(order)'"
  }
}
