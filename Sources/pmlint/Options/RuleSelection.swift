import PostmortemRules

/// The rules that a run applies.
struct RuleSelection {
  private let all: [Rule]
  private let selected: Set<String>
  private let ignored: Set<String>
  /// Whether rules were selected by name, rather than left to their defaults.
  var isExplicit: Bool { !selected.isEmpty }

  /// A name that is no rule, no category and not "all".
  struct UnknownName: Error {
    let name: String
    let suggestion: String?

    var message: String {
      "unknown rule '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "; see pmlint rules")
    }
  }

  /// Names are rules, categories or "all", also several joined with commas. What is ignored is never run.
  init(select: [String], ignore: [String], from all: [Rule] = Rule.all) throws(UnknownName) {
    self.all = all
    selected = try Self.names(in: select, all)
    ignored = try Self.names(in: ignore, all)
  }

  /// The linter for reports of a profile.
  func linter(for profile: Profile) -> Linter {
    let rules = all.filter { rule in
      (isExplicit ? rule.isNamed(in: selected) : profile.includes(rule)) && !rule.isNamed(in: ignored)
    }
    return Linter(rules: rules, profile: profile, showsAll: isExplicit)
  }

  private static func names(in values: [String], _ all: [Rule]) throws(UnknownName) -> Set<String> {
    let known = ["all"] + Rule.Category.allCases.map(\.rawValue) + all.map(\.id)
    var names: Set<String> = []
    for value in values {
      for name in value.split(separator: ",").map({ String($0.filter { $0 != " " }) }) where !name.isEmpty {
        guard known.contains(name) else {
          throw UnknownName(name: name, suggestion: NearestName.nearest(to: name, in: known))
        }
        names.insert(name)
      }
    }
    return names
  }
}

extension Rule {
  fileprivate func isNamed(in names: Set<String>) -> Bool {
    names.contains(id) || names.contains(category.rawValue) || names.contains("all")
  }
}
