import ArgumentParser

/// What has been set aside.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hide the findings that this file sets aside. Paths in it are relative to its own folder.",
      valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Set all findings aside: write them to this file. Those of files not linted now stay in it.",
      valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Flag(
    help:
      "Drop from the baseline what is mended in the files that are linted, and what is of files that are gone."
  )
  var pruneBaseline = false

  func validate() throws {
    if let writeBaseline, baseline != nil || pruneBaseline {
      throw ValidationError(
        "--write-baseline writes a baseline anew; to bring one up to date, give --baseline \(writeBaseline) "
          + "--prune-baseline")
    }
  }

  var choice: BaselineChoice {
    if let writeBaseline { return .write(FilePath(writeBaseline)) }
    return pruneBaseline
      ? .prune(baseline.map { FilePath($0) }) : baseline.map { .hide(FilePath($0)) } ?? .none
  }
}
