/// What of the files named is linted.
enum ChangeChoice: Hashable {
  case all
  /// What changed since a ref, or since the target of the pull request where that is "auto".
  case since(String, linesOnly: Bool)
  case staged(linesOnly: Bool)

  var option: String {
    switch self {
    case .all, .since: "--since"
    case .staged: "--staged"
    }
  }

  /// The change, as git tells it; nil where everything is linted.
  func change() throws(UsageFailure) -> Change? {
    switch self {
    case .all: return nil
    case .since(let ref, let linesOnly):
      let git = try Git(for: option)
      return try Change(ChangedFiles(since: ChangeBase(ref, git), git), git, linesOnly: linesOnly)
    case .staged(let linesOnly):
      let git = try Git(for: option)
      return try Change(ChangedFiles(staged: git), git, linesOnly: linesOnly)
    }
  }

  /// What would do something else than it says.
  func check(paths: [String], repair: Repair?) throws(UsageFailure) {
    if self == .all { return }
    if paths.contains("-") {
      throw UsageFailure(
        message: "\(option) looks at files of the repository; standard input (-) is none of them")
    }
    if case .staged = self, let repair, !repair.isShownOnly {
      throw UsageFailure(
        message:
          "--staged reads the index, but --fix writes files; use --diff, or --fix with the files' names")
    }
  }
}
