import PostmortemModel

/// A value of a configuration with the byte offset where it is set.
package struct Setting<Value: Sendable>: Sendable {
  package let value: Value
  package let offset: Int

  package init(value: Value, offset: Int) {
    self.value = value
    self.offset = offset
  }
}

/// What a team asks of times.
package enum ZoneSetting: Hashable, Sendable {
  case demand(Profile.ZoneDemand)
  /// The zone of reports that state none.
  case assumed(String)

  package var text: String {
    switch self {
    case .demand(let demand): demand.rawValue
    case .assumed(let zone): zone
    }
  }
}

/// The severity of a rule, of the rules of a category, or of all.
package struct RuleSetting: Sendable {
  package let name: String
  /// Nil for off.
  package let severity: Severity?
  package let offset: Int

  static var names: [String] { ["all"] + Rule.Category.allCases.map(\.rawValue) + Rule.all.map(\.id) }
  static let levels = ["off"] + Severity.allCases.map(\.rawValue)

  /// What names fewer rules is applied later.
  fileprivate var rank: Int { name == "all" ? 0 : Rule.Category(rawValue: name) != nil ? 1 : 2 }

  fileprivate func names(_ rule: Rule) -> Bool {
    name == rule.id || name == rule.category.rawValue || name == "all"
  }
}

/// What may differ from file to file.
package struct Settings: Sendable {
  package internal(set) var profile: Setting<String>?
  package internal(set) var zone: Setting<ZoneSetting>?
  /// In the order in which they are applied.
  package internal(set) var rules: [RuleSetting] = []
  /// A nil value stands for "never".
  package internal(set) var failOn: Setting<Severity?>?
  package internal(set) var minScore: Setting<Int>?
  package internal(set) var team = TeamSettings()

  package init() {}

  /// These with what others say instead.
  func overridden(by other: Settings) -> Settings {
    var result = self
    result.profile = other.profile ?? profile
    result.zone = other.zone ?? zone
    result.rules = rules + other.rules
    result.failOn = other.failOn ?? failOn
    result.minScore = other.minScore ?? minScore
    result.team = team.overridden(by: other.team)
    return result
  }

  /// Puts the rules' settings in order: a rule's own wins over its category's, wherever they stand.
  mutating func sortRules() { rules.sort { ($0.rank, $0.offset) < ($1.rank, $1.offset) } }

  /// The setting that holds for a rule; nil for one that is left to the profile.
  package func setting(for rule: Rule, in profile: Profile) -> RuleSetting? {
    var isOn = profile.includes(rule)
    var last: RuleSetting?
    for setting in rules where setting.names(rule) {
      // A category's severity is for those of its rules that run; it does not switch the others on.
      if setting.severity != nil, !isOn, setting.name != rule.id { continue }
      isOn = setting.severity != nil
      last = setting
    }
    return last
  }
}

extension Profile {
  /// The profile with what a configuration asks beside it.
  package func adopting(_ settings: Settings) -> Profile {
    let asked = adopting(zoneOf: settings).adopting(sectionsOf: settings.team)
    if settings.rules.isEmpty { return asked }
    var profile = asked
    for rule in Rule.all {
      if let setting = settings.setting(for: rule, in: asked) {
        profile.severities[rule.id] = .some(setting.severity)
      }
    }
    return profile
  }

  /// The profile with what a configuration asks of zones. Where it tells the zone, none need be stated.
  package func adopting(zoneOf settings: Settings) -> Profile {
    var profile = self
    switch settings.zone?.value {
    case .demand(let demand): profile.zone = demand
    case .assumed: profile.zone = .any
    case nil: break
    }
    return profile
  }
}
