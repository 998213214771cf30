public import PostmortemRules

/// The list of rules, by category.
public struct RuleListReport: Sendable {
  private let rules: [Rule]
  private let paint: TextPaint

  public init(rules: [Rule], isColored: Bool = false) {
    self.rules = rules.sorted { ($0.category.order, $0.id) < ($1.category.order, $1.id) }
    paint = TextPaint(isColored: isColored)
  }

  /// One line for each rule; a star marks those that run only when selected.
  public var text: String {
    let width = rules.map(\.id.utf8.count).max() ?? 0
    let blocks = Rule.Category.allCases.compactMap { category in
      let members = rules.filter { $0.category == category }
      return members.isEmpty
        ? nil : paint.bold(category.rawValue) + "\n" + members.map { row($0, width) }.joined()
    }
    let optional = rules.contains { !$0.isOnByDefault }
    return blocks.joined(separator: "\n") + (optional ? "\n* runs only when selected\n" : "")
  }

  private func row(_ rule: Rule, _ width: Int) -> String {
    let severity = ShownText.padded(rule.severity.rawValue, to: 7)
    return "  \(ShownText.padded(rule.id, to: width))  \(paint.severity(rule.severity, severity))  "
      + "\(rule.summary)\(rule.isOnByDefault ? "" : " *")\n"
  }

  /// One object of the schema "pmlint.rules/1".
  public var json: [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "pmlint.rules/1")
      json.members("rules", of: rules) { json, rule in
        json.object { json in
          json.member("id", rule.id)
          json.member("category", rule.category.rawValue)
          json.member("severity", rule.severity.rawValue)
          json.member("default", rule.isOnByDefault)
          json.member("summary", rule.summary)
          json.member("page", String(decoding: rule.page, as: UTF8.self))
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

extension Rule.Category {
  fileprivate var order: Int { Rule.Category.allCases.firstIndex(of: self) ?? 0 }
}
