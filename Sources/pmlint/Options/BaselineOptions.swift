import ArgumentParser

/// What has been set aside.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hide the findings that this file sets aside. Paths in it are relative to its own folder.",
      valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Set all findings aside: write them to this file. Those of files not linted now stay in it.",
      valueName: "file"))
  var writeBaseline: String?

  @Flag(
    help:
      "Drop from the baseline what is mended in the files that are linted, and what is of files that are gone."
  )
  var pruneBaseline = false

  func validate() throws {
    if baseline != nil, writeBaseline != nil {
      throw ValidationError(
        "--write-baseline writes anew what --baseline reads; give one of them, or --prune-baseline")
    }
    if pruneBaseline, baseline == nil {
      throw ValidationError("--prune-baseline needs --baseline to say what to prune")
    }
  }

  /// The baseline that is in use; nil where there is none.
  func ledger() throws(UsageFailure) -> BaselineLedger? {
    if let writeBaseline { return try BaselineLedger(writing: FilePath(writeBaseline)) }
    guard let baseline else { return nil }
    return try BaselineLedger(reading: FilePath(baseline), prunes: pruneBaseline)
  }
}
