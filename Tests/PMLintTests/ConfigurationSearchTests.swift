import Foundation
import Testing

/// Which configuration holds for which file, and which files are taken.
@Suite struct ConfigurationSearchTests {
  private let scratch: Scratch
  private let note = "# Shopping\n\nMilk and bread.\n"

  init() throws {
    scratch = try Scratch()
    try scratch.write("", to: "repository/.git")
  }

  private func files(_ arguments: String...) throws -> [String] {
    let folder = scratch.url.appending(path: "repository")
    let outcome = try Program.run(["inspect", "--format", "json"] + arguments, in: folder)
    let files = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
    return (files ?? []).compactMap { $0["path"] as? String }
  }

  @Test func theNearestWinsUpToTheRoot() throws {
    let off = "rules: {all: off}\n"
    try scratch.write(off, to: ".pmlint.yml")
    try scratch.write(note, to: "repository/a/b/c.md")
    let folder = scratch.url.appending(path: "repository")
    func findings(_ arguments: String...) throws -> Bool {
      try Program.run(arguments + ["a/b/c.md"], in: folder).output.contains("not-a-postmortem")
    }
    #expect(try findings())
    try scratch.write(off, to: "repository/.pmlint.yml")
    #expect(try !findings())
    #expect(try findings("--no-config"))
    try scratch.write("rules: {all: error}\n", to: "repository/a/.pmlint.yml")
    #expect(try findings())
    #expect(try !findings("--config", ".pmlint.yml"))
    #expect(try Program.run(["--config", "none.yml", "a"], in: folder).status == 2)
    #expect(try Program.run(["--config", "x", "--no-config", "a"], in: folder).status == 2)
    let deep = folder.appending(path: "a/b")
    #expect(try Program.run(["c.md"], in: deep).output.contains("not-a-postmortem"))
    let input = try Program.run(["-", "--stdin-filename", "a/b/x.md"], in: folder, input: note)
    #expect(input.output.contains("error"))
  }

  @Test func excludesHoldForNamedFiles() throws {
    for path in ["a.md", "drafts/b.md", "c.draft.md", "old/keep.md", "old/d.md"] {
      try scratch.write(note, to: "repository/" + path)
    }
    try scratch.write(
      "exclude: [drafts/, '*.draft.md', 'old/**', '!old/keep.md']\n", to: "repository/.pmlint.yml")
    #expect(try files() == ["a.md", "old/keep.md"])
    #expect(try files("a.md", "drafts/b.md", "c.draft.md", "old/d.md") == ["a.md"])
    #expect(try files("--no-exclude").count == 5)
    let folder = scratch.url.appending(path: "repository")
    let outcome = try Program.run(["drafts/b.md"], in: folder)
    #expect(
      outcome.errors == "pmlint: all that was named is excluded by the configuration, nothing was checked\n")
    #expect(outcome.status == 0)
  }

  @Test func filesSayWhatFoldersHold() throws {
    for path in ["a.md", "pm/b.txt", "pm/README.md", "pm/c.md"] {
      try scratch.write(note, to: "repository/" + path)
    }
    try scratch.write("files: [pm/*]\n", to: "repository/.pmlint.yml")
    #expect(try files() == ["pm/b.txt", "pm/c.md"])
    #expect(try files("a.md") == ["a.md"])
  }

  @Test func ignoreFilesAreHonouredInFolders() throws {
    for path in ["a.md", "build/b.md", "x/c.md", "x/d.md", "x/e.md"] {
      try scratch.write(note, to: "repository/" + path)
    }
    try scratch.write("build/\n# note\nc.md\n/e.md\n", to: "repository/.gitignore")
    try scratch.write("d.md\n", to: "repository/x/.ignore")
    #expect(try files() == ["a.md", "x/e.md"])
    #expect(try files("x") == ["x/e.md"])
    #expect(try files("x/c.md") == ["x/c.md"])
    try scratch.write("!c.md\n", to: "repository/x/.gitignore")
    #expect(try files("x") == ["x/c.md", "x/e.md"])
  }

  @Test func initWritesWhatHoldsForWhatItSaw() throws {
    try scratch.write(note, to: "repository/a.md")
    let folder = scratch.url.appending(path: "repository")
    let skeleton = try Program.run(["new", "--profile", "alx", "x"], in: folder)
    try scratch.write(skeleton.output, to: "repository/template.md")
    let outcome = try Program.run(["init"], in: folder)
    #expect(
      outcome.errors.hasPrefix("pmlint: saw 0 postmortems"), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("pmlint: wrote .pmlint.yml\n"))
    #expect(try Program.run(["config", "show", "a.md"], in: folder).status == 0)
    let again = try Program.run(["init"], in: folder)
    #expect(again.errors == "pmlint: .pmlint.yml: is there already and is not overwritten\n")
    #expect(again.status == 2)
  }

  @Test func showTellsWhereEachValueComesFrom() throws {
    try scratch.write(
      """
      profile: alx
      vocabulary: {owners: [Falcon]}
      overrides:
        - files: "*.md"
          zone: utc
          rules: {tasks: info}

      """, to: "repository/.pmlint.yml")
    let folder = scratch.url.appending(path: "repository")
    let lines = try Program.run(["config", "show", "a.md"], in: folder).output
      .split(separator: "\n").map {
        $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      }
    for line in [
      "a.md", "by .pmlint.yml", "profile alx .pmlint.yml:1", "zone utc .pmlint.yml:5",
      "fail-on error default", "vocabulary.owners Falcon .pmlint.yml:2", "override *.md .pmlint.yml:4",
      "vague-task info .pmlint.yml:6 (tasks)", "non-utc-time info .pmlint.yml:5",
    ] { #expect(lines.contains(line), "\(line)") }
  }
}
