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
  }

  /// The baseline that is in use, by these options or else by `configured`; nil where there is none.
  func ledger(configured: FilePath? = nil) throws(UsageFailure) -> BaselineLedger? {
    if let writeBaseline { return try BaselineLedger(writing: FilePath(writeBaseline)) }
    if let file = baseline.map({ FilePath($0) }) ?? configured {
      return try BaselineLedger(reading: file, prunes: pruneBaseline)
    }
    if pruneBaseline { throw UsageFailure(message: "--prune-baseline needs --baseline to say what to prune") }
    return nil
  }
}
