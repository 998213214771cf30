import Foundation
import Testing

/// What cannot be read is said, what can be read is still judged, and nothing hangs.
@Suite(.timeLimit(.minutes(10))) struct BadInputTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func folderWithoutReports() throws {
    let outcome = try scratch.run()
    #expect(outcome.output.isEmpty && outcome.status == 2)
    #expect(outcome.errors == "pmlint: no Markdown files found, nothing was checked\n")
    #expect(try scratch.run("--allow-empty").status == 0)
    let json = try scratch.run("--allow-empty", "--format", "json").output
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }

  @Test func missingFileHidesNothing() throws {
    try scratch.write("# Shopping\n", to: "a.md")
    let outcome = try scratch.run("gone.md", "a.md")
    #expect(outcome.errors == "pmlint: gone.md: no such file or directory\n")
    #expect(outcome.output.hasPrefix("a.md\n"))
    #expect(outcome.status == 2)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func unreadableFile() throws {
    try scratch.write("# Shopping\n", to: "a.md")
    let path = scratch.url.appending(path: "a.md").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try scratch.run("a.md")
    #expect(outcome.errors == "pmlint: a.md: permission denied\n" && outcome.status == 2)
  }

  @Test(arguments: [
    (Data([0, 1, 2, 0xFF, 0xFE, 0x80]), "is not a text file"),
    (Data([0xFF, 0xFE, 0x23, 0x00]), "is UTF-16 text; save it as UTF-8"),
    (Data(count: 33 << 20), "is larger than 32 MiB, too large for a report"),
  ])
  func notAReport(_ content: Data, _ reason: String) throws {
    try scratch.write(content, to: "a.md")
    let outcome = try scratch.run("a.md")
    #expect(outcome.errors == "pmlint: a.md: \(reason)\n")
    #expect(outcome.output.isEmpty && outcome.status == 2)
  }

  @Test func endlessStandardInput() throws {
    let outcome = try scratch.run("-", input: String(repeating: "a\n", count: 17 << 20))
    #expect(outcome.errors == "pmlint: <stdin>: is larger than 32 MiB, too large for a report\n")
    #expect(outcome.status == 2)
  }

  @Test func fifoAndDevice() throws {
    #expect(mkfifo(scratch.url.appending(path: "pipe.md").path, 0o600) == 0)
    let outcome = try scratch.run("pipe.md", "/dev/null")
    #expect(
      outcome.errors == """
        pmlint: pipe.md: is a FIFO, not a file; use - for a pipe
        pmlint: /dev/null: is a device, not a file; use - for a pipe

        """)
    #expect(outcome.status == 2)
    let folder = try scratch.run()
    #expect(folder.errors == "pmlint: no Markdown files found, nothing was checked\n")
  }

  @Test(arguments: [
    Data(), Data("\u{FEFF}".utf8), Data([0x23, 0x20, 0xFF, 0xC3, 0x0A]), Data("a\u{0}b\n".utf8),
    Data("\r\r\n\r".utf8),
    Data(repeating: 0x61, count: 10_000_000), Data(repeating: 0x3E, count: 100_000),
    Data(String(repeating: "- ", count: 100_000).utf8), Data(String(repeating: "| a ", count: 50_000).utf8),
  ])
  func oddTextIsReadCleanly(_ content: Data) throws {
    try scratch.write(content, to: "a.md")
    let outcome = try scratch.run("a.md", "--exit-zero")
    #expect(outcome.errors.isEmpty && outcome.status == 0)
    #expect(outcome.output.utf8.count < 20_000)
  }

  @Test func oddFileNames() throws {
    for name in ["\u{1B}[31m.md", "a\nb.md", "two words.md", "日本.md"] {
      try scratch.write("# Shopping\n", to: name)
    }
    let outcome = try scratch.run()
    #expect(outcome.output.contains("in 4 files"))
    #expect(!outcome.output.contains("\u{1B}") && outcome.output.contains("\\u{1b}[31m.md\n"))
  }

  @Test func usage() throws {
    for arguments in [["--bogus"], ["--format", "xml"], ["explain"], ["--select"]] {
      let outcome = try Program.run(arguments, in: scratch.url)
      #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty)
    }
    let rule = try scratch.run("explain", "missing-zoen")
    #expect(
      rule.errors == "pmlint: unknown rule 'missing-zoen'; did you mean 'missing-zone'?\n" && rule.status == 2
    )
    let category = try scratch.run("--select", "missing-zone,taks")
    #expect(category.errors == "pmlint: unknown rule 'taks'; did you mean 'tasks'?\n" && category.status == 2)
    #expect(try scratch.run("--help").status == 0)
    #expect(try scratch.run("--version").output.hasPrefix("pmlint "))
  }
}
