import PostmortemModel
public import PostmortemRules

/// The profiles for people and programs.
public struct ProfileReport: Sendable {
  private let profiles: [Profile]
  private let paint: TextPaint

  public init(profiles: [Profile], isColored: Bool = false) {
    self.profiles = profiles
    paint = TextPaint(isColored: isColored)
  }

  /// One line for each.
  public var list: String {
    let width = profiles.map(\.name.utf8.count).max() ?? 0
    return profiles.map {
      "\(paint.bold(ShownText.padded(SafeText.line($0.name), to: width)))  \(about($0))\n"
    }.joined()
  }

  private func about(_ profile: Profile) -> String {
    profile.about.isEmpty ? "your own" : SafeText.line(profile.about)
  }

  /// All that each asks for.
  public var text: String { profiles.map(page).joined(separator: "\n") }

  private func page(_ profile: Profile) -> String {
    let tasks = profile.tasks.map(\.rawValue)
    let rows: [(String, [String])] = [
      ("required", profile.required.map(\.name)),
      ("recommended", profile.recommended.map(\.name)),
      ("in this order", profile.order.map(\.name)),
      (
        "divided",
        profile.divisions.map {
          "\($0.section.name) into \($0.parts.map(\.rawValue).joined(separator: ", "))"
        }
      ),
      ("metadata", profile.metadata.map(\.rawValue)),
      ("in the timeline", profile.phases.map(\.rawValue)),
      ("impact", [profile.impact.rawValue]),
      ("zone", [profile.zone.rawValue]),
      ("people", [profile.people.rawValue]),
      ("of a task", tasks.isEmpty ? ["nothing more"] : tasks),
      ("words", profile.words.map { ["\($0.lowerBound) to \($0.upperBound)"] } ?? []),
      (
        "rules",
        profile.severities.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value?.rawValue ?? "off")" }
      ),
      ("source", profile.source.isEmpty ? [] : [SafeText.line(profile.source)]),
    ]
    let body = rows.filter { !$0.1.isEmpty }
      .map {
        "  \(ShownText.padded($0.0, to: 16))\($0.1.joined(separator: $0.0 == "divided" ? "; " : ", "))\n"
      }
    return "\(paint.bold(SafeText.line(profile.name)))  \(about(profile))\n" + body.joined()
  }

  /// One object of the schema "pmlint.profiles/1".
  public var json: [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "pmlint.profiles/1")
      json.members("profiles", of: profiles, write)
    }
    return json.bytes + [0x0A]
  }

  private func write(_ json: inout JSONWriter, _ profile: Profile) {
    json.object { json in
      json.member("name", profile.name)
      json.member("about", profile.about)
      json.member("source", profile.source)
      json.members("required", of: profile.required) { json, item in
        json.array(of: item.parts) { $0.string($1.name) }
      }
      json.members("recommended", of: profile.recommended) { json, item in
        json.array(of: item.parts) { $0.string($1.name) }
      }
      json.members("order", of: profile.order) { $0.string($1.name) }
      json.members("divisions", of: profile.divisions) { json, division in
        json.object { json in
          json.member("section", division.section.name)
          json.members("parts", of: division.parts) { $0.string($1.rawValue) }
        }
      }
      json.members("metadata", of: profile.metadata) { $0.string($1.rawValue) }
      json.members("phases", of: profile.phases) { $0.string($1.rawValue) }
      json.member("impact", profile.impact.rawValue)
      json.member("zone", profile.zone.rawValue)
      json.member("people", profile.people.rawValue)
      json.members("tasks", of: profile.tasks) { $0.string($1.rawValue) }
      json.members("words", of: profile.words.map { [$0.lowerBound, $0.upperBound] } ?? []) { $0.number($1) }
      json.members("rules", of: profile.severities.sorted { $0.key < $1.key }) { json, rule in
        json.object { json in
          json.member("rule", rule.key)
          json.member("severity", rule.value?.rawValue ?? "off")
        }
      }
    }
  }
}
