/// What a name in a directive stands for.
enum RuleName: Hashable, Sendable {
  case all
  case category(Rule.Category)
  case rule(String)

  /// Nil for a name that is no rule, no category and not "all".
  init?(_ text: String) {
    if text == "all" {
      self = .all
    } else if let category = Rule.Category(rawValue: text) {
      self = .category(category)
    } else if RuleName.rules.contains(text) {
      self = .rule(text)
    } else {
      return nil
    }
  }

  private static let rules = Set(Rule.all.map(\.id))

  /// All names, in the order in which the nearest is looked for.
  static let known = Rule.all.map(\.id) + Rule.Category.allCases.map(\.rawValue) + ["all"]

  func covers(_ id: String, _ category: Rule.Category) -> Bool {
    switch self {
    case .all: true
    case .category(let own): own == category
    case .rule(let own): own == id
    }
  }
}
