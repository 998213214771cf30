import ArgumentParser

/// What is mended, and where the result goes.
struct FixOptions: ParsableArguments {
  @Flag(help: "Apply the fixes that are safe, and tell what is left. Standard input goes to standard output.")
  var fix = false

  @Flag(help: "With --fix or --diff: apply suggestions, too. A person should look at them.")
  var unsafeFixes = false

  @Flag(help: "Show what would be fixed as a unified diff and write nothing. Changes fail the run.")
  var diff = false

  func validate() throws {
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes needs --fix or --diff") }
  }

  /// Nil where nothing is to be mended.
  var repair: Repair? {
    if !fix, !diff { return nil }
    return Repair(isShownOnly: diff, includesSuggestions: unsafeFixes)
  }
}
