import Foundation
import MarkdownTree
import PostmortemRules
import TestSupport
import Testing

@testable import pmlint

/// What is told of the program, and the files that must agree with it.
@Suite struct VersionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func tellsCommitAndLibrary() throws {
    let start = "pmlint \(Version.number) ("
    #expect(Version.text(commit: "0a1b2c") == "\(start)commit 0a1b2c, libcmark \(CMark.version))")
    #expect(Version.text(commit: nil) == "\(start)libcmark \(CMark.version))")
    #expect(try scratch.run("--version").output == Version.text + "\n")
  }

  @Test(arguments: [
    ("Packaging/changelog", "pmlint (#)"), ("Packaging/gitlab-ci.yml", "PMLINT_VERSION: #\n"),
    ("README.md", "rev: v#\n"), ("README.md", "OWNER/pmlint@v#\n"),
    ("README.md", "raw/v#/Packaging"),
  ])
  func filesNameThisVersion(_ path: String, _ line: String) throws {
    let text = try String(contentsOf: packageFolder.appending(path: path), encoding: .utf8)
    #expect(text.contains(line.replacing("#", with: Version.number)), "\(path)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesNames(in shell: String) throws {
    let outcome = try scratch.run("--generate-completion-script", shell)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for name in ["google-sre", "--fail-on", "unowned-task", "completeness"] {
      #expect(outcome.output.contains(shell == "fish" ? name.replacing("--", with: "") : name), "\(name)")
    }
  }
}
