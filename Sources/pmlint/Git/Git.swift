import PostmortemReports

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The git program, asked about the repository of the current folder.
///
/// It is run in the current folder and with the environment as it is, since hooks tell the repository and the index there,
/// often relative to that folder.
struct Git: Sendable {
  /// What of the user's settings would change its answers is overruled. Nothing is written: a lock could be in a hook's way.
  private static let program = [
    "git", "--no-pager", "--no-optional-locks", "-c", "diff.relative=false", "-c", "core.quotePath=false",
  ]

  /// The option that needs it, for messages.
  let option: String
  /// The top of the working tree.
  let top: FilePath

  init(for option: String) throws(UsageFailure) {
    self.option = option
    Self.prepareEnvironment()
    let outcome = try Self.run(["rev-parse", "--show-toplevel"], for: option)
    guard outcome.status == 0, outcome.output.count > 1 else {
      throw UsageFailure(message: "\(option) needs a git repository: \(Self.complaint(outcome))")
    }
    top = FilePath(Self.line(outcome.output))
  }

  /// Runs git whatever it comes to.
  func run(_ arguments: [String]) throws(UsageFailure) -> ChildProcess.Outcome {
    try Self.run(arguments, for: option)
  }

  /// The output of a command that has to succeed.
  func output(_ arguments: [String]) throws(UsageFailure) -> [UInt8] {
    let outcome = try run(arguments)
    if outcome.status == 0 { return outcome.output }
    throw UsageFailure(message: "\(option): git \(arguments.first ?? "") failed: \(Self.complaint(outcome))")
  }

  /// The first line of a command's output; nil where it fails.
  func answer(_ arguments: [String]) throws(UsageFailure) -> String? {
    let outcome = try run(arguments)
    let line = Self.line(outcome.output)
    return outcome.status == 0 && !line.isEmpty ? String(decoding: line, as: UTF8.self) : nil
  }

  /// Starts `git cat-file`, which waits for the names of objects.
  func startObjectReader(_ input: Int32, _ output: Int32) throws(UsageFailure) {
    do throws(ChildProcess.Failure) {
      _ = try ChildProcess(Self.program + ["cat-file", "--batch"], ends: [input, output, nil])
    } catch {
      throw Self.refusal(error, for: option)
    }
  }

  private static func run(_ arguments: [String], for option: String) throws(UsageFailure)
    -> ChildProcess.Outcome
  {
    do throws(ChildProcess.Failure) {
      return try ChildProcess.run(program + arguments)
    } catch {
      throw refusal(error, for: option)
    }
  }

  private static func refusal(_ failure: ChildProcess.Failure, for option: String) -> UsageFailure {
    if failure.number == ENOENT {
      return UsageFailure(
        message: "\(option) needs git, which was not found; install it, or leave \(option) out")
    }
    return UsageFailure(message: "\(option): git cannot be run: \(SystemError.text(failure.number))")
  }

  /// What git says of its failure, in one line.
  private static func complaint(_ outcome: ChildProcess.Outcome) -> String {
    let lines = outcome.errors.split(separator: 0x0A).map { line in
      let text = String(decoding: line.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
      return text.hasPrefix("fatal: ") ? String(text.dropFirst("fatal: ".count)) : text
    }
    let text = SafeText.line(lines.joined(separator: " "))
    return text.isEmpty ? "it ended with status \(outcome.status)" : text
  }

  private static func line(_ output: [UInt8]) -> [UInt8] {
    Array(output.last == 0x0A ? output.dropLast() : output[...])
  }

  /// No question is ever asked on a terminal. And where a hook that went into a folder tells git the repository but not
  /// the working tree, git would take that folder for its top.
  private static func prepareEnvironment() {
    setenv("GIT_TERMINAL_PROMPT", "0", 1)
    guard Process.environment("GIT_DIR") != nil, Process.environment("GIT_WORK_TREE") == nil else { return }
    var folder = FilePath.current
    while !FileKind.exists(folder.appending(Array(".git".utf8))) {
      if folder.bytes.count == 1 { return }
      folder = folder.folder
    }
    if folder != .current { _ = folder.withCString { setenv("GIT_WORK_TREE", $0, 1) } }
  }
}
