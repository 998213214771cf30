/// What a team has written into `.pmlint.yml`.
package struct Configuration: Sendable {
  /// Settings for some of the files.
  package struct Override: Sendable {
    package let files: GlobList
    package let settings: Settings
    package let offset: Int
  }

  package internal(set) var settings = Settings()
  package internal(set) var overrides: [Override] = []
  /// The team's own profiles, in the order of the file.
  package internal(set) var profiles: [Profile] = []
  /// Which files of folders are reports.
  package internal(set) var files: Setting<GlobList>?
  package internal(set) var exclude: Setting<GlobList>?
  package internal(set) var requiredVersion: Setting<String>?
  package internal(set) var edition: Setting<Edition>?
  /// A path relative to the configuration's folder.
  package internal(set) var baseline: Setting<String>?

  /// One that says nothing.
  package init() {}

  /// The numbers of the overrides that hold for a file.
  /// - Parameter path: relative to the configuration's folder.
  package func overrides(for path: ArraySlice<UInt8>) -> [Int] {
    overrides.indices.filter { overrides[$0].files.matches(path) }
  }

  /// The settings where these overrides hold, the later ones winning.
  package func settings(applying numbers: [Int]) -> Settings {
    numbers.reduce(settings) { $0.overridden(by: overrides[$1].settings) }
  }

  /// The built-in profiles and the team's own.
  package var allProfiles: [Profile] { Profile.all + profiles }

  /// The names that `profile` may have.
  package var profileNames: [String] { profiles.map(\.name) + Profile.names + ["auto"] }

  /// The profile of a name, or the choice among all for "auto"; nil for an unknown name.
  package func selection(named name: String) -> ProfileSelection? {
    if name == "auto" { return .bestOf(allProfiles) }
    return (profiles.first { $0.name == name } ?? Profile.builtIn(name)).map(ProfileSelection.fixed)
  }
}

extension ProfileSelection {
  /// The same choice among profiles with what a configuration asks beside them.
  package func adopting(_ settings: Settings) -> ProfileSelection {
    switch self {
    case .fixed(let profile): .fixed(profile.adopting(settings))
    case .bestOf(let profiles): .bestOf(profiles.map { $0.adopting(settings) })
    }
  }
}
