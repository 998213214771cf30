import MarkdownTree
import PostmortemModel

/// A directive that hides nothing, or a name in it that does not.
struct IdleOrder: Sendable {
  let directive: Directive
  /// The place in the directive's names; nil where the whole directive is idle.
  let position: Int?
  /// The `enable` directives that have nothing to end without it.
  let enders: [Directive]

  var name: Directive.Name? { position.map { directive.names[$0] } }
}

extension Suppression {
  /// In source order. What names a rule that was not asked is not judged: the rule might have found something.
  var idle: [IdleOrder] {
    let byDirective = Dictionary(grouping: entries.indices) { entries[$0].directive }
    let enders = Dictionary(grouping: ends.filter { $0.value >= 0 }.keys.sorted()) { ends[$0] ?? -1 }
    var removed: Set<Int> = []
    return directives.indices.flatMap { index -> [IdleOrder] in
      let own = byDirective[index] ?? []
      let idle = own.filter { !isUsed[$0] && isJudged(entries[$0]) }
      let directive = directives[index]
      if removed.contains(index) || idle.isEmpty { return [] }
      guard idle.count == own.count else {
        return idle.map { IdleOrder(directive: directive, position: $0 - own[0], enders: []) }
      }
      removed.formUnion(enders[index] ?? [])
      return [
        IdleOrder(directive: directive, position: nil, enders: (enders[index] ?? []).map { directives[$0] })
      ]
    }
  }

  private func isJudged(_ entry: Entry) -> Bool {
    guard let verb = directives[entry.directive].verb else { return false }
    switch entry.target {
    case nil: return false
    case .rule(let id): return verb == .enable || asked.contains(id)
    case .category, .all:
      let meant = expected.filter { entry.target?.covers($0.id, $0.category) == true }
      return verb == .enable || !meant.isEmpty && meant.allSatisfy { asked.contains($0.id) }
    }
  }
}
