import Foundation
import TestSupport
import Testing

/// `--fix`, `--unsafe-fixes` and `--diff` of the built program.
@Suite(.timeLimit(.minutes(10))) struct FixProgramTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let faulty = """
    # Postmortem: slow checkout on 2024-05-13

    **Impact**

    Every tenth order failed.

    ## Root cause

    The cafÃ© cache was too small.

    """
  private let mended = """
    # Postmortem: slow checkout on 2024-05-13

    ## Impact

    Every tenth order failed.

    ## Root cause

    The café cache was too small.

    """
  private let rules = ["--select", "unmarked-heading,garbled-text"]
  private let fixed = "pmlint: applied 2 fixes in 1 file\n"

  private func run(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
    try Program.run(arguments + rules, in: scratch.url, input: input)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: scratch.url.appending(path: path)), as: UTF8.self)
  }

  @Test func fixesAFileAndTellsWhatIsLeft() throws {
    try scratch.write(faulty, to: "a.md")
    let outcome = try run("--fix", "a.md")
    #expect(
      outcome.output
        == "no findings in 1 file · complete 2/6 (missing: summary, timeline, measures or tasks, lessons)\n"
        || outcome.output.hasPrefix("no findings in 1 file · complete "))
    #expect(outcome.errors == fixed && outcome.status == 0)
    #expect(try text("a.md") == mended)
    let again = try run("--fix", "a.md")
    #expect(again.errors.isEmpty && again.output == outcome.output)
    #expect(try text("a.md") == mended)
  }

  @Test func showsADiffAndWritesNothing() throws {
    try scratch.write(faulty, to: "a.md")
    for arguments in [["--diff"], ["--diff", "--fix"]] {
      let outcome = try Program.run(arguments + rules + ["a.md"], in: scratch.url)
      #expect(
        outcome.output == """
          --- a.md
          +++ a.md
          @@ -1,9 +1,9 @@
           # Postmortem: slow checkout on 2024-05-13
           
          -**Impact**
          +## Impact
           
           Every tenth order failed.
           
           ## Root cause
           
          -The cafÃ© cache was too small.
          +The café cache was too small.

          """)
      #expect(outcome.errors == "pmlint: 2 fixes would change 1 file\n" && outcome.status == 1)
      #expect(try text("a.md") == faulty)
    }
    try scratch.write(mended, to: "a.md")
    let clean = try run("--diff", "a.md")
    #expect(clean.output.isEmpty && clean.errors.isEmpty && clean.status == 0)
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let outcome = try run("--fix", "-", input: faulty)
    #expect(outcome.output == mended && outcome.status == 0)
    #expect(outcome.errors.hasPrefix("no findings in 1 file") && outcome.errors.hasSuffix(fixed))
    #expect(try run("--fix", "-", "-q", input: mended).output == mended)
    let diff = try run("--diff", "-", "--stdin-filename", "x/y.md", input: faulty)
    #expect(diff.output.hasPrefix("--- x/y.md\n+++ x/y.md\n@@ ") && diff.status == 1)
  }

  @Test func findingsThatStayGoToStandardError() throws {
    let text = "# Shopping\n\nMilk and bread.\n"
    let outcome = try Program.run(["--fix", "-"], in: scratch.url, input: text)
    #expect(outcome.output == text)
    #expect(outcome.errors.hasPrefix("<stdin>\n  1:") && outcome.errors.contains("not-a-postmortem"))
  }

  @Test func suggestionsAreOnlyAppliedWhereAsked() throws {
    let text = mended.replacing("## Impact", with: "Impact:")
    try scratch.write(text, to: "a.md")
    let safe = try run("--fix", "a.md")
    #expect(safe.errors == "pmlint: nothing to fix; 1 more with --unsafe-fixes\n")
    #expect(try self.text("a.md") == text)
    #expect(try run("--fix", "--unsafe-fixes", "a.md").errors == "pmlint: applied 1 fix in 1 file\n")
    #expect(try self.text("a.md") == mended)
    let alone = try run("--unsafe-fixes", "a.md")
    #expect(alone.status == 2 && alone.errors.contains("--unsafe-fixes needs --fix or --diff"))
  }

  @Test func keepsLineEndsAndMark() throws {
    let text = ("\u{FEFF}" + faulty).replacing("\n", with: "\r\n")
    try scratch.write(text, to: "a.md")
    _ = try run("--fix", "a.md")
    #expect(try self.text("a.md") == ("\u{FEFF}" + mended).replacing("\n", with: "\r\n"))
  }

  @Test func keepsModeAndFollowsLinks() throws {
    let manager = FileManager.default
    try scratch.write(faulty, to: "real/a.md")
    let path = scratch.url.appending(path: "real/a.md").path
    try manager.setAttributes([.posixPermissions: 0o751], ofItemAtPath: path)
    try manager.createSymbolicLink(
      atPath: scratch.url.appending(path: "link.md").path, withDestinationPath: "real/a.md")
    #expect(try run("--fix", "link.md", "real/a.md").status == 0)
    #expect(
      try manager.destinationOfSymbolicLink(atPath: scratch.url.appending(path: "link.md").path)
        == "real/a.md")
    #expect(try text("real/a.md") == mended)
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o751)
    #expect(try manager.contentsOfDirectory(atPath: scratch.url.appending(path: "real").path) == ["a.md"])
  }

  @Test func refusesWhatIsReadOnlyOrHasTwoNames() throws {
    try scratch.write(faulty, to: "a.md")
    let path = scratch.url.appending(path: "a.md").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let outcome = try run("--fix", "a.md")
    #expect(outcome.errors == "pmlint: a.md: is read-only and was not changed\n" && outcome.status == 2)
    #expect(outcome.output.contains("unmarked-heading") && outcome.output.contains("garbled-text"))
    #expect(try text("a.md") == faulty)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try FileManager.default.linkItem(atPath: path, toPath: scratch.url.appending(path: "b.md").path)
    let linked = try run("--fix", "a.md")
    #expect(linked.errors.contains("has 2 names (hard links)") && linked.status == 2)
    #expect(try text("a.md") == faulty)
  }

  /// A killed run leaves each file as it was or as it is to be.
  @Test func nothingIsHalfWritten() throws {
    let count = 60
    let body = String(repeating: "\nThe cafÃ© cache was too small.\n", count: 300)
    let before = faulty + body
    let after = mended + body.replacing("cafÃ©", with: "café")
    let url = try #require(Program.url)
    var states: Set<String> = []
    for turn in 0..<40 {
      for number in 0..<count { try scratch.write(before, to: "\(number).md") }
      let process = Process()
      process.executableURL = url
      process.arguments = ["--fix", "-q", "."] + rules
      process.currentDirectoryURL = scratch.url
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double(turn) * 0.01 + Double.random(in: 0...0.02))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      for number in 0..<count {
        let text = try text("\(number).md")
        #expect(text == before || text == after)
        states.insert(text == before ? "before" : "after")
      }
    }
    #expect(states == ["before", "after"])
  }
}
