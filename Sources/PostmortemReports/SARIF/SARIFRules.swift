import PostmortemRules

/// Rules as SARIF describes them, each with its page.
enum SARIFRules {
  static func write(_ roster: RuleRoster, to json: inout JSONWriter) {
    json.array(of: roster.entries) { json, entry in write(entry, to: &json) }
  }

  private static func write(_ entry: RuleRoster.Entry, to json: inout JSONWriter) {
    let rule = entry.rule
    json.object { json in
      json.member("id", rule.id)
      json.member("shortDescription") { $0.object { $0.member("text", rule.summary) } }
      json.member("fullDescription") { $0.object { $0.member("text", sentence(of: rule)) } }
      json.member("help") { json in
        json.object { json in
          json.member("text", RulePageReport(rule: rule).text)
          json.member("markdown", String(decoding: rule.page, as: UTF8.self))
        }
      }
      json.member("defaultConfiguration") { $0.object { $0.member("level", level(entry.severity)) } }
      json.member("properties") { json in
        json.object { json in
          json.members("tags", of: ["documentation", "postmortem", rule.category.rawValue]) { $0.string($1) }
          json.member("precision", rule.precision.rawValue)
          json.member("problem.severity", kind(entry.severity))
        }
      }
    }
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func kind(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }

  /// What the page says first below its title.
  private static func sentence(of rule: Rule) -> String {
    let lines = rule.page.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
    let paragraph = lines.drop(while: \.isEmpty).prefix { !$0.isEmpty }
    let text = paragraph.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return text.isEmpty ? rule.summary : String(text.prefix(1000))
  }
}
