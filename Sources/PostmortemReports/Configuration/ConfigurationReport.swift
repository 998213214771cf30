import PostmortemModel
package import PostmortemRules

/// What is in force for one file, and where each value comes from.
package struct ConfigurationReport: Sendable {
  /// A value with its origin.
  private struct Row {
    let name: String
    let value: String
    let origin: String
  }

  private let path: String
  private let configuration: Configuration
  private let overrides: [Int]
  private let settings: Settings
  private let file: ProblemReport?
  private let profile: Profile
  /// What else is worth knowing: that the file is excluded, how the profile was chosen.
  private let notes: [String]
  private let paint: TextPaint

  /// - Parameters:
  ///   - overrides: the numbers of those that hold for the file.
  ///   - profile: the one by which the file is judged, before the configuration's rules.
  package init(
    path: String, configuration: Configuration, overrides: [Int], file: ProblemReport?, profile: Profile,
    notes: [String], isColored: Bool
  ) {
    self.path = path
    self.configuration = configuration
    self.overrides = overrides
    settings = configuration.settings(applying: overrides)
    self.file = file
    self.profile = profile
    self.notes = notes
    paint = TextPaint(isColored: isColored)
  }

  package var text: String {
    let head = "\(paint.bold(SafeText.line(path)))\n" + notes.map { "  \(SafeText.line($0))\n" }.joined()
    return head + lines(settingRows) + "\n  rules\n" + lines(Rule.all.map(row))
  }

  private func lines(_ rows: [Row]) -> String {
    let names = rows.map(\.name.utf8.count).max() ?? 0
    let values = min(40, rows.map(\.value.utf8.count).max() ?? 0)
    return rows.map { row in
      "  \(ShownText.padded(row.name, to: names))  \(ShownText.padded(SafeText.line(row.value), to: values))"
        + "  \(paint.dim(row.origin))\n"
    }.joined()
  }

  private var settingRows: [Row] {
    var rows = [
      Row(name: "profile", value: profile.name, origin: origin(settings.profile?.offset)),
      Row(name: "zone", value: settings.zone?.value.text ?? profile.zone.rawValue, origin: zoneOrigin),
      Row(
        name: "fail-on", value: settings.failOn.map { $0.value?.rawValue ?? "never" } ?? "error",
        origin: origin(settings.failOn?.offset)),
      Row(
        name: "min-score", value: settings.minScore.map { "\($0.value)" } ?? "none",
        origin: origin(settings.minScore?.offset)),
      Row(
        name: "edition", value: (configuration.edition?.value ?? .latest).rawValue,
        origin: origin(configuration.edition?.offset)),
    ]
    let others: [(String, Setting<String>?)] = [
      ("required-version", configuration.requiredVersion), ("baseline", configuration.baseline),
      ("files", configuration.files?.text), ("exclude", configuration.exclude?.text),
    ]
    for (name, setting) in others {
      if let setting { rows.append(Row(name: name, value: setting.value, origin: origin(setting.offset))) }
    }
    rows += teamRows
    for number in overrides {
      let override = configuration.overrides[number]
      rows.append(Row(name: "override", value: override.files.text, origin: origin(override.offset)))
    }
    return rows
  }

  /// The team's sections and words, each list entry by itself, since each has a place of its own.
  private var teamRows: [Row] {
    let team = settings.team
    var rows: [Row] = []
    let demands = [
      ("sections.required", team.required?.text), ("sections.recommended", team.recommended?.text),
      ("sections.order", team.order?.text),
    ]
    for (name, setting) in demands {
      if let setting { rows.append(Row(name: name, value: setting.value, origin: origin(setting.offset))) }
    }
    rows += team.names.map {
      Row(name: "sections.\($0.part.name)", value: $0.name, origin: origin($0.offset))
    }
    rows += team.phrases.map {
      Row(name: "vocabulary.\($0.use.rawValue)", value: $0.phrase, origin: origin($0.offset))
    }
    return rows
      + team.trackers.map { Row(name: "vocabulary.trackers", value: $0.text, origin: origin($0.offset)) }
  }

  private func origin(_ offset: Int?) -> String {
    offset.flatMap { file?.place($0) } ?? "default"
  }

  private var zoneOrigin: String {
    settings.zone.map { origin($0.offset) } ?? "profile \(profile.name)"
  }

  private func row(_ rule: Rule) -> Row {
    let asked = profile.adopting(zoneOf: settings)
    if let setting = settings.setting(for: rule, in: asked) {
      let by = setting.name == rule.id ? "" : " (\(setting.name))"
      return Row(
        name: rule.id, value: setting.severity?.rawValue ?? "off", origin: origin(setting.offset) + by)
    }
    let isOn = asked.includes(rule)
    let severity = isOn ? asked.severity(of: rule.id) ?? rule.severity : nil
    let isOwn = isOn == rule.isOnByDefault && severity ?? rule.severity == rule.severity
    let source = isOn != profile.includes(rule) ? zoneOrigin : isOwn ? "default" : "profile \(profile.name)"
    return Row(name: rule.id, value: severity?.rawValue ?? "off", origin: source)
  }
}

extension Setting where Value == GlobList {
  fileprivate var text: Setting<String> { Setting<String>(value: value.text, offset: offset) }
}

extension Setting where Value == [Profile.Requirement] {
  fileprivate var text: Setting<String> {
    Setting<String>(value: value.map(\.name).joined(separator: ", "), offset: offset)
  }
}

extension Setting where Value == [Profile.Part] {
  fileprivate var text: Setting<String> {
    Setting<String>(value: value.map(\.name).joined(separator: ", "), offset: offset)
  }
}

extension GlobList {
  fileprivate var text: String { globs.map(\.text).joined(separator: ", ") }
}
