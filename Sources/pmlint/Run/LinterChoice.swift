import PostmortemModel
import PostmortemRules

/// The linter of each report: the same for all, or that of the profile that fits.
struct LinterChoice: Sendable {
  private let selection: ProfileSelection
  /// By the profile's name.
  private let linters: [String: Linter]
  private let standard: Linter

  init(_ selection: ProfileSelection, _ rules: RuleSelection) {
    self.selection = selection
    switch selection {
    case .fixed(let profile):
      standard = rules.linter(for: profile)
      linters = [:]
    case .bestOf(let profiles):
      standard = rules.linter(for: .standard)
      linters = Dictionary(
        profiles.map { ($0.name, rules.linter(for: $0)) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// All that may be asked, in an order that is the same in each run.
  var all: [Linter] { [standard] + linters.sorted { $0.key < $1.key }.map(\.value) }

  func linter(for postmortem: Postmortem) -> Linter {
    if linters.isEmpty { return standard }
    return linters[selection.profile(for: postmortem).name] ?? standard
  }
}
