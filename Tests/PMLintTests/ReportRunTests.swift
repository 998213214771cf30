import Foundation
import Testing

@testable import pmlint

/// Which reports a run writes, and where to. The text is of a file that is no report, so that one rule speaks.
@Suite struct ReportRunTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("ref: x\n", to: ".git/HEAD")
    try scratch.write("# Shopping\n\nMilk and bread.\n", to: "post mortems/a.md")
  }

  private let concise =
    "post mortems/a.md:1:3: warning: this does not read as a postmortem; nothing else was checked [not-a-postmortem]\n"

  private func content(_ path: String) throws -> String {
    try String(contentsOf: scratch.url.appending(path: path), encoding: .utf8)
  }

  @Test func writesSeveralReports() throws {
    let outcome = try scratch.run(
      ".", "--format", "concise", "--format", "junit=out.xml", "--format", "jsonl=out.jsonl", "-q")
    #expect(outcome.output == concise && outcome.errors.isEmpty && outcome.status == 0)
    let line = try #require(try content("out.xml").split(separator: "\n").first { $0.contains("<failure") })
    #expect(
      line.hasPrefix("      <failure type=\"warning\" message=\"this does not read as a postmortem"))
    #expect(try content("out.jsonl").hasPrefix("{\"rule\":\"not-a-postmortem\",\"category\":\"structure\""))
    let file = try scratch.run(".", "--format", "concise", "-q", "--output-file", "out.txt")
    #expect(try file.output.isEmpty && content("out.txt") == concise)
    #expect(try scratch.run(".", "--format", "concise=-", "-q").output == concise)
  }

  @Test(
    arguments: [
      (
        ["--format", "json", "--format", "sarif"],
        "json and sarif cannot both go to standard output; give one a file of its own: --format sarif=FILE"
      ),
      (
        ["--format", "json=x", "--format", "json=x"],
        "two json reports cannot both go to x; give one a file of its own: --format json=FILE"
      ),
      (
        ["--format", "json", "--format", "github", "-o", "x"],
        "json and github cannot both go to x; give one a file of its own: --format github=FILE"
      ),
      (["-o", "no/x"], "no/x: its folder is not there; make it first"),
      (["-o", "post mortems"], "post mortems: is a directory"),
      (
        ["--format", "markdown=post mortems/a.md"],
        "post mortems/a.md: is to be linted and is not overwritten; name another file"
      ),
    ])
  func refusesWhatCannotBeWritten(_ arguments: [String], _ message: String) throws {
    let before = try content("post mortems/a.md")
    let outcome = try Program.run(["."] + arguments, in: scratch.url)
    #expect(outcome.errors == "pmlint: \(message)\n" && outcome.output.isEmpty && outcome.status == 2)
    #expect(try content("post mortems/a.md") == before)
  }

  @Test func annotatesInGitHubActions() throws {
    let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"]
    try scratch.write("Before.\n", to: "post mortems/summary.md")
    let folder = scratch.url.appending(path: "post mortems")
    let outcome = try Program.run(["a.md"], in: folder, environment: environment)
    let plain = try Program.run(["a.md"], in: folder)
    let message = "this does not read as a postmortem; nothing else was checked"
    #expect(outcome.output.hasPrefix(plain.output) && outcome.errors.isEmpty)
    #expect(
      outcome.output.dropFirst(plain.output.count).hasPrefix(
        "::warning file=post mortems/a.md,line=1,endLine=1,col=3,endColumn=11,title=not-a-postmortem::\(message)"
      ))
    #expect(
      try content("post mortems/summary.md") == """
        Before.
        ### pmlint

        1 warning in 1 file

        | file | errors | warnings | info | score |
        |---|---:|---:|---:|---:|
        | post mortems/a.md | 0 | 1 | 0 |  |


        """)
    let chosen = try Program.run(["a.md", "--format", "jsonl"], in: folder, environment: environment)
    #expect(chosen.output.split(separator: "\n").count == 1)
    #expect(try content("post mortems/summary.md").count(where: { $0 == "#" }) == 3)
  }

  @Test func summaryThatCannotBeWrittenFailsNothing() throws {
    let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "no/summary.md"]
    let outcome = try scratch.run("--ignore", "all", environment: environment)
    #expect(outcome.output == "no findings in 1 file\n" && outcome.status == 0)
    #expect(outcome.errors == "pmlint: no/summary.md: no such file or directory; no summary is written\n")
  }

  @Test func namesFilesFromTheRepository() throws {
    let folder = scratch.url.appending(path: "post mortems")
    let path = folder.appending(path: "a.md").path
    for argument in ["a.md", "./a.md", "../post mortems/a.md", path, "."] {
      let outcome = try Program.run([argument, "--format", "sarif"], in: folder)
      #expect(outcome.output.contains("\"uri\":\"post%20mortems/a.md\",\"uriBaseId\":\"%SRCROOT%\""))
    }
    let other = try Scratch()
    let outside = try other.run(path, "--format", "sarif")
    #expect(outside.output.contains("\"uri\":\"file:///"))
    let root = try other.run(path, "--format", "sarif", environment: ["CI_PROJECT_DIR": other.url.path])
    #expect(root.output.contains("\"uri\":\"file:///"))
  }

  @Test func tellsReportsOfUnreadableFiles() throws {
    let outcome = try scratch.run("gone.md", "post mortems", "--format", "sarif")
    #expect(outcome.errors == "pmlint: gone.md: no such file or directory\n" && outcome.status == 2)
    #expect(
      outcome.output.hasSuffix(
        """
        "invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error",\
        "message":{"text":"gone.md: no such file or directory"},"locations":[{"physicalLocation":\
        {"artifactLocation":{"uri":"gone.md","uriBaseId":"%SRCROOT%"}}}]}]}]}]}

        """))
  }

  @Test func fixesAndReportsTogether() throws {
    let diff = try scratch.run("post mortems", "--diff", "--format", "jsonl", "--format", "sarif=x.sarif")
    #expect(diff.output.isEmpty)
    #expect(try content("x.sarif").contains("not-a-postmortem"))
    let fixed = try scratch.run("-", "--fix", "--format", "concise", "-q", input: "# Shopping\n\nMilk.\n")
    #expect(fixed.output == "# Shopping\n\nMilk.\n" && fixed.errors.hasPrefix("<stdin>:1:3: warning: "))
  }
}
