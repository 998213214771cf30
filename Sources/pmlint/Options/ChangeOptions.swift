import ArgumentParser

/// Which part of a repository is looked at.
struct ChangeOptions: ParsableArguments {
  @Option(
    defaultAsFlag: BaseNames.automatic,
    help: ArgumentHelp(
      "Only files changed since HEAD left this branch, tag or commit; auto (or no ref) takes a pull request's target from the CI.",
      valueName: "ref"))
  var since: String?

  @Flag(help: "Only what is staged, as it is staged, whatever the working tree holds.")
  var staged = false

  @Flag(
    help:
      "With --since or --staged: only findings on changed lines, in changed sections and on the file as a whole."
  )
  var changedLines = false

  func validate() throws {
    if since != nil, staged { throw ValidationError("--since and --staged exclude each other") }
    if changedLines, since == nil, !staged {
      throw ValidationError("--changed-lines needs --since or --staged")
    }
  }

  var choice: ChangeChoice {
    if staged { return .staged(linesOnly: changedLines) }
    return since.map { .since($0, linesOnly: changedLines) } ?? .all
  }
}
