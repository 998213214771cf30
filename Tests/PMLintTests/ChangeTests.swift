import Foundation
import Testing

/// What is linted where git tells what changed, with the built program in real repositories.
@Suite(.enabled(if: Repository.isPossible, "git is not installed"))
struct ChangeTests {
  private static let old = "# Postmortem: lost uploads\n\n## Summary\n\nTBD\n"

  /// The branch topic, which left main after files were there, on which main went on.
  private func repository() throws -> Repository {
    let repository = try Repository()
    for name in ["same.md", "changed.md", "gone.md", "old-name.md", "drafts/one.md", "README.md"] {
      try repository.write(Self.old + "\n\(name) was lost.\n", to: name)
    }
    try repository.commit()
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.git("checkout", "-q", "main")
    try repository.write(Self.old, to: "later-on-main.md")
    try repository.write(Self.old + "\nchanged on main\n", to: "same.md")
    try repository.commit()
    try repository.git("checkout", "-q", "topic")
    return repository
  }

  private let select = ["--select", "leftover-placeholder"]

  private func places(_ repository: Repository, _ arguments: String..., in folder: String = ".") throws
    -> [String]
  {
    try Program.run(
      select + ["-q"] + arguments, in: repository.folder.appending(path: folder),
      environment: Repository.environment
    ).places
  }

  @Test func takesWhatChangedSinceTheMergeBase() throws {
    let repository = try repository()
    try repository.write(Self.old + "\nMore.\n", to: "changed.md")
    try repository.git("mv", "old-name.md", "new-name.md")
    try repository.remove("gone.md")
    try repository.commit()
    try repository.write(Self.old, to: "drafts/untracked.md")
    try repository.write(Self.old, to: "staged.md")
    try repository.git("add", "staged.md")
    try repository.write(Self.old + "\nIn the working tree.\n", to: "drafts/one.md")
    try repository.write(Self.old, to: "ignored.md")
    try repository.write("ignored.md\n", to: ".gitignore")
    let expected = ["changed.md", "drafts/one.md", "drafts/untracked.md", "new-name.md", "staged.md"]
    #expect(try places(repository, "--since", "main") == expected.map { "\($0) 5:1" })
    #expect(
      try places(repository, "--since", "main", "drafts", "changed.md") == expected[..<3].map { "\($0) 5:1" })
    #expect(
      try places(repository, "--since", "main", ".", "../changed.md", in: "drafts")
        == ["../changed.md 5:1", "one.md 5:1", "untracked.md 5:1"])
    #expect(try places(repository, "--since", "HEAD", "changed.md") == [])
    try repository.write("exclude: [drafts/]\n", to: ".pmlint.yml")
    #expect(
      try places(repository, "--since", "main", ".", "drafts/one.md")
        == ["changed.md", "new-name.md", "staged.md"].map { "\($0) 5:1" })
  }

  @Test func saysThatNothingChanged() throws {
    let repository = try repository()
    let outcome = try repository.lint("--since", "main")
    #expect(outcome.output == "")
    #expect(outcome.errors == "pmlint: no report has changed since main, nothing was checked\n")
    #expect(outcome.status == 0)
    let staged = try repository.lint("--staged")
    #expect(staged.errors == "pmlint: no report is staged, nothing was checked\n")
    #expect(staged.status == 0)
  }

  @Test func tellsOnlyChangedLines() throws {
    let repository = try repository()
    try repository.write(
      "# Postmortem: lost uploads\r\n\r\n## Summary\r\n\r\nTBD\r\n\r\n## Impact\r\n\r\nchanged.md was lost.\r\nTBD\r\n",
      to: "changed.md")
    #expect(try places(repository, "--since", "main", "--changed-lines") == ["changed.md 10:1"])
    let whole = try repository.lint("--since", "main", "--changed-lines", "--ignore", "tasks")
    // The file as a whole is touched, its section Summary is not.
    #expect(whole.places.filter { $0.hasSuffix("1:3") }.count == 4)
    #expect(!whole.places.contains("changed.md 3:4"))
    #expect(whole.output.contains(" · 1 where nothing changed · "))
    #expect(whole.status == 1)
  }

  @Test func mendsOnlyChangedLines() throws {
    let repository = try Repository()
    let old = Self.old + "\n**Impact**\n\nAbout 2 % of the uploads were lost.\n"
    try repository.write(old, to: "a.md")
    try repository.commit()
    try repository.write(old + "\n**Resolution**\n\nThe bucket was restored.\n", to: "a.md")
    _ = try repository.lint("--since", "main", "--changed-lines", "--fix", "--select", "unmarked-heading")
    #expect(
      try String(contentsOf: repository.folder.appending(path: "a.md"), encoding: .utf8)
        == old + "\n### Resolution\n\nThe bucket was restored.\n")
  }

  @Test func lintsWhatIsStaged() throws {
    let repository = try Repository()
    try repository.write(Self.old, to: "a.md")
    try repository.git("add", "a.md")
    try repository.write("# Postmortem: lost uploads\n", to: "a.md")
    // Before the first commit, and though the file is another by now.
    #expect(try places(repository, "--staged") == ["a.md 5:1"])
    try repository.remove("a.md")
    #expect(try places(repository, "--staged", "a.md") == ["a.md 5:1"])
    try repository.git("commit", "-q", "-m", "first")
    try repository.write("# Postmortem: lost uploads\n\n## Summary\n\nAll of it.\n", to: "a.md")
    try repository.git("add", "a.md")
    try repository.write(Self.old, to: "a.md")
    try repository.write(Self.old, to: "untracked.md")
    #expect(try places(repository, "--staged") == [])
  }

  @Test func refusesFilesInConflict() throws {
    let repository = try repository()
    try repository.write(Self.old + "\nchanged on topic\n", to: "same.md")
    try repository.commit()
    try repository.git("merge", "main")
    let outcome = try repository.lint("--staged")
    #expect(
      outcome.errors.contains("pmlint: same.md: is in conflict in the index; resolve it and stage it first\n")
    )
    #expect(outcome.status == 2)
  }

  @Test func readsAnyName() throws {
    let repository = try Repository()
    try repository.commit()
    let names = ["\"quoted\" name.md", "a\tb.md", "größe — 東京.md", "line\nfeed.md", "-dash.md"]
    for name in names { try repository.write(Self.old, to: name) }
    // A name that is no UTF-8, which only the shell can write.
    try repository.shell("printf '# Postmortem\\n\\n## Summary\\n\\nTBD\\n' > \"$(printf 'b\\377.md')\"")
    #expect(try places(repository, "--since", "HEAD").count == names.count + 1)
    try repository.git("add", "-A")
    #expect(try places(repository, "--staged").count == names.count + 1)
    try repository.commit()
    #expect(try places(repository, "--since", "HEAD~").count == names.count + 1)
  }

  @Test func isNotMisledBySettings() throws {
    let repository = try repository()
    try repository.write(Self.old + "\nMore.\n", to: "drafts/one.md")
    try repository.write("*.md diff=shown\n", to: ".gitattributes")
    for (key, value) in [
      ("diff.shown.textconv", "false"), ("diff.external", "false"), ("diff.relative", "true"),
      ("color.ui", "always"), ("core.pager", "false"), ("diff.noprefix", "true"), ("core.quotePath", "true"),
    ] {
      try repository.git("config", key, value)
    }
    #expect(try places(repository, "--since", "main", "..", in: "drafts") == ["../drafts/one.md 5:1"])
    try repository.git("add", "drafts")
    #expect(try places(repository, "--staged") == ["drafts/one.md 5:1"])
  }

  @Test func comparesFinalReports() throws {
    let repository = try Repository()
    let report = "# Postmortem: lost uploads\n\nStatus: final\n\n## Action items\n\n- [ ] Count the files\n"
    try repository.write(report, to: "a.md")
    try repository.commit()
    try repository.write(report.replacing("[ ]", with: "[x]"), to: "a.md")
    let ticked = try repository.lint("--since", "main", "--select", "immutable-postmortem")
    #expect(ticked.places == [])
    #expect(ticked.status == 0)
    try repository.git("mv", "a.md", "b.md")
    try repository.write(report.replacing("Count", with: "Guess"), to: "b.md")
    try repository.git("add", "-A")
    for option in [["--since", "main"], ["--staged"]] {
      let changed = try Program.run(
        option + ["--select", "immutable-postmortem", "-q"], in: repository.folder,
        environment: Repository.environment)
      #expect(
        changed.output == """
          b.md
            7:7  error  'Guess the files' is new, but the report was 'final' before  immutable-postmortem
              |
            7 | - [ ] Guess the files
              |       ^^^^^^^^^^^^^^^
              = help: undo it; or say why it has to be, with a comment <!-- pmlint-disable-file immutable-postmortem -- reason -->

          """)
      #expect(changed.status == 1)
    }
  }
}
