import PostmortemModel

/// The keys of a configuration file.
package enum ConfigurationKey: String, CaseIterable, Sendable {
  case requiredVersion = "required-version"
  case edition
  case profile
  case profiles
  case sections
  case vocabulary
  case zone
  case rules
  case files
  case exclude
  case failOn = "fail-on"
  case minScore = "min-score"
  case baseline
  case overrides

  /// What it says, in one line.
  package var about: String {
    switch self {
    case .requiredVersion: "the versions of pmlint that may be used, for example >=0.1"
    case .edition:
      "the default rule set, so that a newer pmlint finds no more than the one it was written for"
    case .profile:
      "what a report must hold: a built-in profile, one of profiles, or auto for the one that fits"
    case .profiles: "profiles of your own"
    case .sections:
      "names of sections as you write them, kinds of your own, and what is required in which order"
    case .vocabulary: "words that you accept, words of your own, your teams and the form of your tickets"
    case .zone: "the zone of reports that state none, or what is asked of them: any, stated or utc"
    case .rules: "the severity of a rule or category, or off"
    case .files: "which files of folders are reports, as globs"
    case .exclude: "files and folders that are left out, as globs, also where they are named"
    case .failOn: "the severity from which on findings fail the run"
    case .minScore: "the score below which a report fails the run"
    case .baseline: "the file of findings that are set aside"
    case .overrides: "what differs for some of the files"
    }
  }

  package var form: ValueForm {
    switch self {
    case .requiredVersion: .version("versions such as >=0.1 or 0.1.0")
    case .edition: .choice(Edition.allCases.map(\.rawValue), "an edition")
    case .profile: .text("the name of a profile, or auto")
    case .profiles: .profiles
    case .sections: .record(TeamForm.sections)
    case .vocabulary: .record(TeamForm.vocabulary)
    case .zone: .text("any, stated, utc, or a zone such as Europe/Berlin")
    case .rules: .table(RuleSetting.names, "rule", .choice(RuleSetting.levels, "a severity"))
    case .files, .exclude: .list(.text("a glob such as postmortems/**/*.md"))
    case .failOn: .choice(["error", "warning", "info", "never"], "a threshold")
    case .minScore: .number(0...100)
    case .baseline: .text("the path of a file")
    case .overrides: .list(.record(ConfigurationKey.overrideMembers))
    }
  }

  /// Whether it may differ from file to file.
  package var isOverridable: Bool {
    switch self {
    case .profile, .sections, .vocabulary, .zone, .rules, .failOn, .minScore: true
    default: false
    }
  }

  var member: ValueForm.Member { ValueForm.Member(name: rawValue, about: about, form: form) }

  /// The form of the whole file.
  package static var fileForm: ValueForm { .record(allCases.map(\.member)) }

  private static var overrideMembers: [ValueForm.Member] {
    let files = ValueForm.Member(
      name: "files", about: "the files that it holds for, as globs", form: ConfigurationKey.files.form,
      isRequired: true)
    return [files] + allCases.filter(\.isOverridable).map(\.member)
  }
}

/// A default rule set. What rules of later editions ask for is not asked of those who stay with an earlier one.
package enum Edition: String, CaseIterable, Sendable {
  case first = "2026.1"

  /// The one that holds where none is named.
  package static let latest = Edition.first
}
