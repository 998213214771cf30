import ArgumentParser
import PostmortemRules

/// The profile that `--profile` names.
enum ProfileChoice: ExpressibleByArgument, Hashable {
  case named(String)
  /// The one that fits each file best.
  case automatic

  init?(argument: String) {
    if argument == "auto" {
      self = .automatic
    } else if Profile.names.contains(argument) {
      self = .named(argument)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { Profile.names + ["auto"] }

  var defaultValueDescription: String {
    switch self {
    case .named(let name): name
    case .automatic: "auto"
    }
  }

  var selection: ProfileSelection {
    switch self {
    case .named(let name): .fixed(Profile.builtIn(name) ?? .standard)
    case .automatic: .bestOf(Profile.all)
    }
  }
}
