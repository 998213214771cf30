import Foundation
import Testing

/// What the program says and how it ends. Texts are of files that are no reports, so that no rule but one speaks.
@Suite struct LintTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let note = "# Shopping\n\nMilk and bread.\n"

  @Test func findsReportsBelowAFolder() throws {
    for path in [
      "b.md", "a/x.markdown", "a/y.qmd", "a/z.md.erb", "a/UPPER.MD", "README.md", "a/readme.es.md",
      "CHANGELOG.md",
      "index.md", "a/_index.md", ".hidden/c.md", ".c.md", "d.txt", "SECURITY.md", "LICENSE.md",
    ] { try scratch.write(note, to: path) }
    let outcome = try scratch.run("--select", "not-a-postmortem")
    #expect(
      outcome.output.split(separator: "\n").filter { $0.first.map { $0 != " " } ?? false }.dropLast().map(
        String.init)
        == ["a/UPPER.MD", "a/x.markdown", "a/y.qmd", "a/z.md.erb", "b.md"])
    #expect(outcome.errors.isEmpty)
  }

  @Test func lintsNamedFilesWhateverTheirName() throws {
    try scratch.write(note, to: "README.md")
    try scratch.write(note, to: "notes.txt")
    let outcome = try scratch.run("README.md", "./notes.txt", "README.md")
    #expect(outcome.output.hasPrefix("./notes.txt\n"))
    #expect(outcome.output.contains("\nREADME.md\n"))
    #expect(outcome.output.contains("in 2 files"))
  }

  @Test func neverEntersALoopOfLinks() throws {
    try scratch.write(note, to: "a/b.md")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: scratch.url.appending(path: "a/loop").path, withDestinationPath: "..")
    try manager.createSymbolicLink(
      atPath: scratch.url.appending(path: "self.md").path, withDestinationPath: "self.md")
    try manager.createSymbolicLink(
      atPath: scratch.url.appending(path: "link.md").path, withDestinationPath: "a/b.md")
    let outcome = try scratch.run()
    #expect(outcome.output.contains("in 1 file"))
    #expect(outcome.errors.hasPrefix("pmlint: self.md: "))
    #expect(outcome.status == 2)
  }

  @Test func tellsOfAFileOnceWhateverItIsCalled() throws {
    try scratch.write(note, to: "a/b.md")
    for name in ["k.md", "link.md"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.url.appending(path: name).path, withDestinationPath: "a/b.md")
    }
    for arguments in [
      ["."], ["link.md", "a/b.md"], ["a/b.md", "./a/b.md", "a/../a/b.md"], ["a", "a/b.md"],
    ] {
      let outcome = try Program.run(["--format", "concise", "-q"] + arguments, in: scratch.url)
      #expect(outcome.output.split(separator: "\n").count == 1)
      #expect(outcome.output.contains("a/b.md:1:3: ") && outcome.errors.isEmpty)
    }
    let links = try scratch.run("--format", "concise", "-q", "link.md", "k.md")
    #expect(links.output.hasPrefix("k.md:1:3: ") && links.output.split(separator: "\n").count == 1)
  }

  @Test func readsStandardInput() throws {
    let outcome = try scratch.run("-", input: note)
    #expect(outcome.output.hasPrefix("<stdin>\n"))
    let named = try scratch.run("-", "--stdin-filename", "x/y.md", input: note)
    #expect(named.output.hasPrefix("x/y.md\n"))
  }

  @Test func endsByThreshold() throws {
    try scratch.write(note, to: "a.md")
    let counts = try scratch.run("a.md", "--format", "json").output
    let hasErrors = !counts.contains("\"errors\":0")
    #expect(try scratch.run("a.md").status == (hasErrors ? 1 : 0))
    #expect(try scratch.run("a.md", "--fail-on", "info").status == 1)
    #expect(try scratch.run("a.md", "--fail-on", "never").status == 0)
    #expect(try scratch.run("a.md", "--fail-on", "info", "--exit-zero").status == 0)
    #expect(try scratch.run("a.md", "--ignore", "all", "--fail-on", "info").status == 0)
  }

  @Test func quietTellsFindingsOnly() throws {
    try scratch.write(note, to: "a.md")
    let loud = try scratch.run("a.md").output
    let quiet = try scratch.run("a.md", "-q").output
    #expect(loud.hasPrefix(quiet) && loud.count > quiet.count)
    #expect(try scratch.run("a.md", "-q", "--ignore", "all").output.isEmpty)
  }

  @Test func sortsFindingsInEveryRun() throws {
    for number in 0..<700 { try scratch.write(note, to: "\(number % 7)/\(number).md") }
    let first = try scratch.run(".")
    #expect(first.output.contains("in 700 files"))
    for _ in 0..<3 { #expect(try scratch.run(".").output == first.output) }
    let json = try scratch.run(".", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let found = try #require(object?["diagnostics"] as? [[String: Any]]).compactMap { $0["path"] as? String }
    #expect(found.count >= 700 && found == found.sorted())
  }

  @Test func jsonPathsAreAsGiven() throws {
    try scratch.write(note, to: "a/b.md")
    for path in ["a/b.md", "./a/b.md", "a/../a/b.md", scratch.url.path + "/a/b.md"] {
      let json = try scratch.run("inspect", "--format", "json", path).output
      let list = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
      #expect(list?.first?["path"] as? String == path)
    }
  }

  @Test func colorsWhereAsked() throws {
    try scratch.write(note, to: "a.md")
    let isColored = { (arguments: [String], environment: [String: String]) in
      try Program.run(["a.md"] + arguments, in: scratch.url, environment: environment).output.contains(
        "\u{1B}")
    }
    #expect(try !isColored([], [:]))
    #expect(try isColored(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try isColored([], ["FORCE_COLOR": "1"]))
    #expect(try !isColored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try !isColored(["--color", "never"], ["FORCE_COLOR": "1"]))
  }
}
