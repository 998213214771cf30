import Foundation
import Testing

@testable import pmlint

/// Where git cannot tell what changed, the run fails and says what to do: it never passes in silence.
@Suite(.enabled(if: Repository.isPossible, "git is not installed"))
struct ChangeFailureTests {
  private func origin() throws -> Repository {
    let repository = try Repository()
    try repository.write("# Postmortem: lost uploads\n\nTBD\n", to: "a.md")
    try repository.commit()
    try repository.git("checkout", "-q", "-b", "topic")
    for number in 1...3 {
      try repository.write("# Postmortem: lost uploads\n\n## Summary\n\nTBD\n\nText \(number).\n", to: "b.md")
      try repository.commit()
    }
    return repository
  }

  private func expect(_ outcome: Program.Outcome, _ message: String) {
    #expect(outcome.output == "")
    #expect(outcome.errors == "pmlint: \(message)\n")
    #expect(outcome.status == 2)
  }

  @Test(
    arguments: [
      (
        ["--since", "nope"],
        "--since: 'nope' names no commit of this repository, and no remote is set up from which to git fetch it"
      ),
      (
        ["--since", "a.md"],
        "--since: 'a.md' names no commit of this repository, but a file or folder; the ref stands before those: --since auto a.md"
      ),
      (["--since=-x"], "--since: '-x' is no ref; expected a branch, tag or commit such as origin/main"),
      (
        ["--since", ""],
        "--since was given an empty ref; expected a branch, tag or commit, or auto for the CI's variables"
      ),
      (
        ["--since"],
        "--since: no variable of a CI such as GITHUB_BASE_REF names the target of a pull request; name it yourself, for example --since origin/main"
      ),
      (
        ["--since", "main", "-"],
        "--since looks at files of the repository; standard input (-) is none of them"
      ),
      (
        ["--staged", "--fix"],
        "--staged reads the index, but --fix writes files; use --diff, or --fix with the files' names"
      ),
    ])
  func refuses(_ arguments: [String], _ message: String) throws {
    let repository = try origin()
    expect(try Program.run(arguments, in: repository.folder, environment: Repository.environment), message)
  }

  @Test func refusesUnknownHistories() throws {
    let repository = try origin()
    try repository.git("checkout", "-q", "--orphan", "other")
    expect(
      try repository.lint("--since", "main"),
      "--since: the repository has no commit yet, so nothing can be compared")
    try repository.commit()
    expect(
      try repository.lint("--since", "main"),
      "--since: 'main' and HEAD share no history; name a commit that HEAD grew from")
  }

  @Test func refusesWhereGitCannotTell() throws {
    let scratch = try Scratch()
    try scratch.write("# Postmortem: lost uploads\n", to: "a.md")
    let ceiling = Repository.environment.merging(["GIT_CEILING_DIRECTORIES": "/"]) { $1 }
    let outside = try Program.run(["--since", "main"], in: scratch.url, environment: ceiling)
    #expect(outside.errors.hasPrefix("pmlint: --since needs a git repository: not a git repository"))
    #expect(outside.status == 2)
    expect(
      try Program.run(["--staged"], in: scratch.url, environment: ["PATH": "/nonexistent"]),
      "--staged needs git, which was not found; install it, or leave --staged out")
    let repository = try origin()
    let other = try repository.lint("--since", "main", scratch.url.path)
    #expect(other.errors.contains(": lies outside the repository "))
    #expect(other.status == 2)
  }

  /// What the message says to do is done, and helps.
  @Test(arguments: ["origin/main", "HEAD~2", "auto", "main"])
  func namesTheCommandThatFetches(_ ref: String) throws {
    let clone = try Repository(shallowCloneOf: try origin(), branch: "topic")
    let environment = ["GITHUB_BASE_REF": "main"]
    let failure = try clone.lint("--since", ref, environment: environment)
    #expect(failure.status == 2)
    let command = try #require(failure.errors.split(separator: "fetch it with: ").last)
    #expect(command.hasPrefix("git fetch --unshallow origin"))
    try clone.shell(String(command))
    let outcome = try clone.lint("--since", ref, "--select", "leftover-placeholder", environment: environment)
    #expect(outcome.places == ["b.md 5:1"])
  }

  @Test func needsTheHistoryToTheMergeBase() throws {
    let clone = try Repository(shallowCloneOf: try origin(), branch: "topic")
    try clone.git("fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    let command = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
    expect(
      try clone.lint("--since", "origin/main"),
      "--since: this clone is too shallow to tell where HEAD left 'origin/main'; fetch the history with: \(command)"
    )
    expect(
      try clone.lint("--since", "main"),
      "--since: 'main' names no commit of this repository; did you mean --since origin/main?")
    try clone.shell(command)
    #expect(
      try clone.lint("--since", "origin/main", "--select", "leftover-placeholder").places == ["b.md 5:1"])
  }

  @Test func takesTheBaseFromTheCI() throws {
    let named = [
      ("GITHUB_BASE_REF", "main", "origin/main"), ("CHANGE_TARGET", "release/2", "origin/release/2"),
      ("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main", "origin/main"),
      ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "0123abcd", "0123abcd"),
    ]
    for (variable, value, ref) in named {
      let names = try BaseNames.ofPullRequest(for: "--since") { $0 == variable ? value : "" }
      #expect(names.ref == ref)
      #expect(names.variable == variable)
    }
    let gitLab = ["CI_MERGE_REQUEST_DIFF_BASE_SHA": "", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"]
    let names = try BaseNames.ofPullRequest(for: "--since") { gitLab[$0] }
    #expect(names.candidates == ["refs/remotes/origin/main", "refs/heads/main"])
  }

  @Test func advisesByTheKindOfRef() {
    let commit = String(repeating: "ab", count: 20)
    let full = FetchAdvice(remotes: ["origin", "fork"], isShallow: false)
    #expect(full.command(for: "fork/a/b") == "git fetch fork +refs/heads/a/b:refs/remotes/fork/a/b")
    #expect(full.command(for: "main") == "git fetch origin main:main")
    #expect(full.command(for: "refs/tags/v1") == "git fetch origin tag v1")
    #expect(full.command(for: commit) == "git fetch origin \(commit)")
    #expect(full.command(for: "a'; rm -rf b") == "git fetch origin")
    #expect(FetchAdvice(remotes: [], isShallow: true).command(for: "main") == nil)
    #expect(
      FetchAdvice(remotes: ["origin"], isShallow: true).command(for: commit) == "git fetch --unshallow origin"
    )
  }

  /// A commit in a worktree, by way of a hook that goes into a folder: git tells the hook the repository and the index.
  @Test func worksInHooks() throws {
    let program = try #require(Program.url)
    let main = try origin()
    let tree = main.scratch.url.appending(path: "tree")
    try main.git("worktree", "add", "-q", tree.path, "-b", "hooked", "main")
    let repository = Repository(tree, in: main.scratch)
    let hook = main.folder.appending(path: ".git/hooks/pre-commit")
    try FileManager.default.createDirectory(
      at: hook.deletingLastPathComponent(), withIntermediateDirectories: true)
    for command in ["", "cd reports && "] {
      try Data("#!/bin/sh\n\(command)'\(program.path)' --staged -q --select leftover-placeholder .\n".utf8)
        .write(to: hook)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
      try repository.write(
        "# Postmortem: lost uploads\n\nFound by a hook.\n\n## Impact\n\nTBD\n", to: "reports/c.md")
      try repository.git("add", "reports/c.md")
      let outcome = try repository.git("commit", "-q", "-a", "-m", "hooked")
      #expect(outcome.status == 1, "\(command) \(outcome.errors)")
      #expect(outcome.errors.contains("placeholder 'TBD' was not filled in"), "\(command) \(outcome.errors)")
    }
  }
}
