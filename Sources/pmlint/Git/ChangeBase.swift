import PostmortemReports

/// The commit that a change began at.
struct ChangeBase {
  /// As it was named.
  let name: String
  /// The id of the best common ancestor of it and of HEAD.
  let commit: String

  /// Finds what a ref, or the variables of a CI, name. Whatever is not there ends the run with the command that fetches it.
  init(_ ref: String, _ git: Git) throws(UsageFailure) {
    let wanted = ref == BaseNames.automatic ? try BaseNames.ofPullRequest(for: git.option) : BaseNames(ref)
    try wanted.check(for: git.option)
    guard try git.answer(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]) != nil else {
      throw UsageFailure(
        message: "\(git.option): the repository has no commit yet, so nothing can be compared")
    }
    var found: (name: String, commit: String)?
    for name in wanted.candidates where found == nil {
      found = try git.answer(["rev-parse", "--verify", "--quiet", name + "^{commit}"]).map { (name, $0) }
    }
    let advice = try FetchAdvice(git)
    guard let found else { throw try Self.unknown(wanted, git, advice) }
    guard let commit = try git.answer(["merge-base", found.commit, "HEAD"]) else {
      throw Self.unrelated(wanted, git, advice)
    }
    let isOfPullRequest = wanted.variable != nil
    (name, self.commit) = (isOfPullRequest ? wanted.ref : found.name, commit)
  }

  private static func unknown(
    _ wanted: BaseNames, _ git: Git, _ advice: FetchAdvice
  ) throws(UsageFailure) -> UsageFailure {
    let start = "\(git.option): \(wanted.shown) names no commit of this repository"
    for remote in advice.remotes {
      let tracked = "\(remote)/\(wanted.ref)"
      if try git.answer(["rev-parse", "--verify", "--quiet", "refs/remotes/\(tracked)^{commit}"]) != nil {
        return UsageFailure(message: "\(start); did you mean \(git.option) \(tracked)?")
      }
    }
    if FileKind.exists(FilePath(wanted.ref)) {
      return UsageFailure(
        message:
          "\(start), but a file or folder; the ref stands before those: \(git.option) auto \(wanted.ref)")
    }
    guard let command = advice.command(for: wanted.ref) else {
      return UsageFailure(message: "\(start), and no remote is set up from which to git fetch it")
    }
    return UsageFailure(message: "\(start); fetch it with: \(command)")
  }

  private static func unrelated(
    _ wanted: BaseNames, _ git: Git, _ advice: FetchAdvice
  ) -> UsageFailure {
    guard advice.isShallow else {
      return UsageFailure(
        message: "\(git.option): \(wanted.shown) and HEAD share no history; name a commit that HEAD grew from"
      )
    }
    let command = advice.command(for: wanted.ref) ?? "git fetch --unshallow"
    return UsageFailure(
      message: "\(git.option): this clone is too shallow to tell where HEAD left \(wanted.shown); "
        + "fetch the history with: \(command)")
  }
}

/// What may be the name of the base, and where that comes from.
struct BaseNames: Equatable {
  static let automatic = "auto"

  /// The ref that is to be fetched where none is there.
  let ref: String
  /// The refs that are tried, in order.
  let candidates: [String]
  /// The variable that named it.
  var variable: String?

  init(_ ref: String) {
    self.ref = ref
    candidates = [ref]
  }

  private init(branch: String, variable: String) {
    let name = branch.hasPrefix("refs/heads/") ? String(branch.dropFirst("refs/heads/".count)) : branch
    ref = "origin/\(name)"
    // A branch of the clone's own may be older than the server's.
    candidates = ["refs/remotes/origin/\(name)", "refs/heads/\(name)"]
    self.variable = variable
  }

  var shown: String { "'\(SafeText.line(ref))'" + (variable.map { " (from \($0))" } ?? "") }

  /// The variables by which the servers tell a pull request's target; they are empty or not there in other builds.
  /// From the documentation of GitLab, GitHub (and Gitea, Forgejo), Jenkins, Bitbucket, Azure Pipelines, Buildkite and Woodpecker.
  static let commits = ["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
  static let branches = [
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "GITHUB_BASE_REF", "CHANGE_TARGET",
    "BITBUCKET_PR_DESTINATION_BRANCH",
    "SYSTEM_PULLREQUEST_TARGETBRANCH", "BUILDKITE_PULL_REQUEST_BASE_BRANCH", "CI_COMMIT_TARGET_BRANCH",
  ]

  static func ofPullRequest(
    for option: String, environment: (String) -> String? = Process.environment
  ) throws(UsageFailure) -> BaseNames {
    for variable in commits {
      if let commit = environment(variable), !commit.isEmpty {
        var names = BaseNames(commit)
        names.variable = variable
        return names
      }
    }
    for variable in branches {
      if let branch = environment(variable), !branch.isEmpty {
        return BaseNames(branch: branch, variable: variable)
      }
    }
    throw UsageFailure(
      message: "\(option): no variable of a CI such as GITHUB_BASE_REF names the target of a pull request; "
        + "name it yourself, for example \(option) origin/main")
  }

  /// What git would take for an option, or for several arguments, is refused.
  func check(for option: String) throws(UsageFailure) {
    if ref.isEmpty {
      throw UsageFailure(
        message:
          "\(option) was given an empty ref; expected a branch, tag or commit, or auto for the CI's variables"
      )
    }
    if ref.utf8.first == UInt8(ascii: "-") || ref.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw UsageFailure(
        message: "\(option): \(shown) is no ref; expected a branch, tag or commit such as origin/main")
    }
  }
}
