import ArgumentParser

@main
struct PMLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pmlint",
    abstract: "Reads incident postmortems as a careful reviewer would and says what is missing or wrong.",
    version: Version.text,
    subcommands: [
      LintCommand.self, InspectCommand.self, NewCommand.self, RulesCommand.self, ExplainCommand.self,
      ProfilesCommand.self, ConfigCommand.self, InitCommand.self,
    ],
    defaultSubcommand: LintCommand.self
  )

  /// As the parser's own, but whatever keeps the job from being done ends with status 2.
  static func main() {
    do {
      if let job = plainJob { Process.end(try job.run()) }
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Process.end(code.rawValue)
    } catch let failure as UsageFailure {
      // At once: there may be many.
      StandardError.write(failure.lines.joined(separator: "\n"))
      Process.end(ExitStatus.failure)
    } catch {
      if exitCode(for: error).isSuccess { exit(withError: error) }
      StandardError.write(fullMessage(for: error))
      Process.end(ExitStatus.failure)
    }
  }
}

extension PMLint {
  private static var plainJob: LintJob? {
    LintJob(plain: CommandLine.arguments.dropFirst()) {
      configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    }
  }
}

/// An argument that the parser lets pass though nothing can be done with it.
struct UsageFailure: Error {
  let lines: [String]

  init(message: String) { lines = ["pmlint: " + message] }

  /// Lines that name the place of what is wrong.
  init(lines: [String]) { self.lines = lines }
}
