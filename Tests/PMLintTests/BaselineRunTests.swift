import Foundation
import Testing

/// A baseline's life: written, gone by, brought up to date.
@Suite struct BaselineRunTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let head = """
    # Postmortem: slow checkout

    ## Action items


    """

  private let rules = ["--select", "vague-task", "--fail-on", "warning"]

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments + rules, in: scratch.url)
  }

  private func baseline() throws -> String {
    try String(contentsOf: scratch.url.appending(path: "set/aside.txt"), encoding: .utf8)
  }

  private let opening = """
    pmlint baseline 1
    # Findings that were set aside: a file, and below it each rule with what it found there.
    # Delete a line to be told again. Written by pmlint lint --write-baseline.


    """

  @Test func hidesWhatIsOldAndTellsWhatIsNew() throws {
    try scratch.write(head + "- Improve testing\n- Improve testing\n", to: "reports/a.md")
    try scratch.write("", to: "set/aside.txt")
    let written = try run("reports", "--write-baseline", "set/aside.txt")
    #expect(written.errors == "pmlint: wrote 2 findings of 1 file to set/aside.txt\n")
    #expect(written.output.hasPrefix("no findings in 1 file · 2 hidden by the baseline · "))
    #expect(written.status == 0)
    let subject = "vague-task: 'Improve' does not tell when 'Improve testing' is done"
    #expect(try baseline() == opening + "../reports/a.md\n  \(subject)\n  \(subject)\n")

    let items = "- Improve testing\n- Improve paging\n- Improve testing\n- Improve testing\n"
    try scratch.write("Some words.\n\n" + head + items, to: "reports/a.md")
    let later = try run("./reports/../reports", "--baseline", "set/aside.txt")
    #expect(
      later.output.hasPrefix(
        """
        ./reports/../reports/a.md
          8:3  warning  'Improve' does not tell when 'Improve paging' is done  vague-task
            |
          8 | - Improve paging
            |   ^^^^^^^
            = help: say what will be there when it is done: a number, a file, a service, an alert

          10:3  warning  'Improve' does not tell when 'Improve testing' is done  vague-task
             |
          10 | - Improve testing
             |   ^^^^^^^
             = help: say what will be there when it is done: a number, a file, a service, an alert

        2 warnings in 1 file · 2 hidden by the baseline · 
        """))
    #expect(later.errors.isEmpty && later.status == 1)
    let json = try run("reports", "--baseline", "set/aside.txt", "--format", "json").output
    #expect(json.contains("\"warnings\":2,\"infos\":0,\"suppressed\":0,\"baselined\":2,"))
  }

  @Test func dropsWhatIsMendedOnly() throws {
    try scratch.write(head + "- Improve testing\n- Improve paging\n", to: "a.md")
    try scratch.write(head + "- Improve testing\n", to: "b.md")
    try scratch.write(head + "- Improve testing\n", to: "gone.md")
    _ = try run(".", "--write-baseline", "set.txt")
    try scratch.write(head + "- Improve paging\n- Improve alerts\n", to: "a.md")
    try FileManager.default.removeItem(at: scratch.url.appending(path: "gone.md"))
    let told = try run("a.md", "--baseline", "set.txt")
    #expect(told.errors == "pmlint: 1 finding of set.txt is mended; drop it with --prune-baseline\n")
    #expect(
      told.output.hasPrefix("a.md\n")
        && told.output.contains("1 warning in 1 file · 1 hidden by the baseline"))
    #expect(try run("a.md", "-q", "--baseline", "set.txt").errors.isEmpty)
    // A rule that is not asked mends nothing.
    let other = try scratch.run("a.md", "b.md", "--select", "zone", "--baseline", "set.txt")
    #expect(other.errors.isEmpty)
    let pruned = try run("a.md", "--baseline", "set.txt", "--prune-baseline")
    #expect(pruned.errors == "pmlint: dropped 2 findings from set.txt, 2 left\n")
    #expect(pruned.status == 1)
    #expect(
      try String(contentsOf: scratch.url.appending(path: "set.txt"), encoding: .utf8) == opening + """
        a.md
          vague-task: 'Improve' does not tell when 'Improve paging' is done

        b.md
          vague-task: 'Improve' does not tell when 'Improve testing' is done

        """)
    #expect(
      try run(".", "--baseline", "set.txt", "--prune-baseline").errors
        == "pmlint: nothing to drop from set.txt\n")
  }

  @Test func paths() throws {
    try scratch.write(head + "- Improve testing\n", to: "a/b.md")
    _ = try run(".", "--write-baseline", "set.txt")
    let inner = scratch.url.appending(path: "a")
    let below = try Program.run(["b.md", "--baseline", "../set.txt"] + rules, in: inner)
    #expect(below.status == 0 && below.output.contains("1 hidden by the baseline"))
    let absolute = try run(inner.path + "/b.md", "--baseline", scratch.url.path + "/set.txt")
    #expect(absolute.status == 0 && absolute.output.contains("1 hidden by the baseline"))
    let piped = try scratch.run(
      "-", "--stdin-filename", "a/b.md", "--baseline", "set.txt", input: head + "- Improve testing\n")
    #expect(piped.output.contains("1 hidden by the baseline"))
  }

  @Test func refusesWhatIsNoBaseline() throws {
    try scratch.write(head + "- Improve testing\n", to: "a.md")
    try scratch.write("pmlint baseline 1\na.md\n  vague task\n", to: "broken.txt")
    for (arguments, expected) in [
      (
        ["--baseline", "set.txt"],
        "set.txt: there is no such baseline; write it with --write-baseline set.txt"
      ),
      (["--baseline", "a.md"], "a.md:1: is no baseline; name another file, or one that is not there yet"),
      (
        ["--write-baseline", "a.md"],
        "a.md:1: is no baseline; name another file, or one that is not there yet"
      ),
      (
        ["--write-baseline", "no/set.txt"],
        "no/set.txt: no file can be written there: no such file or directory"
      ),
      (["--prune-baseline"], "--prune-baseline needs --baseline FILE to say what to prune"),
      (
        ["--baseline", "broken.txt"],
        "broken.txt:3: expected '  rule: what it found'; mend it, or delete the file and write it anew "
          + "with --write-baseline broken.txt"
      ),
    ] {
      let outcome = try Program.run(["a.md"] + arguments + rules, in: scratch.url)
      #expect(outcome.errors == "pmlint: \(expected)\n")
      #expect(outcome.status == 2)
    }
    #expect(try String(contentsOf: scratch.url.appending(path: "a.md"), encoding: .utf8).hasPrefix(head))
    let both = try run("a.md", "--write-baseline", "x", "--baseline", "y")
    #expect(both.status == 2 && both.errors.contains("give --baseline x --prune-baseline"))
  }

  @Test func keepsModeAndLinks() throws {
    try scratch.write(head + "- Improve testing\n", to: "a.md")
    try scratch.write("", to: "real/set.txt")
    let real = scratch.url.appending(path: "real/set.txt").path
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    try manager.createSymbolicLink(
      atPath: scratch.url.appending(path: "link.txt").path, withDestinationPath: "real/set.txt")
    #expect(try run("a.md", "--write-baseline", "link.txt").status == 0)
    #expect(try manager.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    #expect(try String(contentsOfFile: real, encoding: .utf8).hasSuffix("is done\n"))
    try manager.setAttributes([.posixPermissions: 0o440], ofItemAtPath: real)
    let refused = try run("a.md", "--write-baseline", "link.txt")
    #expect(refused.errors == "pmlint: link.txt: is read-only and was not changed\n" && refused.status == 2)
    #expect(try manager.contentsOfDirectory(atPath: scratch.url.path + "/real") == ["set.txt"])
  }

  @Test func eachConfigurationMayNameItsOwn() throws {
    for folder in ["x", "y"] {
      try scratch.write(head + "- Improve testing\n- Improve paging\n", to: "\(folder)/a.md")
      try scratch.write("baseline: aside.txt\n", to: "\(folder)/.pmlint.yml")
      #expect(try run("--write-baseline", "\(folder)/aside.txt", folder).status == 0)
    }
    let hidden = try run("x", "y")
    #expect(hidden.output.hasPrefix("no findings in 2 files · 4 hidden by the baseline · "))
    #expect(hidden.errors.isEmpty && hidden.status == 0)
    try scratch.write(head + "- Improve paging\n", to: "x/a.md")
    let pruned = try run("--prune-baseline", ".")
    #expect(
      pruned.errors
        == "pmlint: dropped 1 finding from x/aside.txt, 1 left\npmlint: nothing to drop from y/aside.txt\n")
    // What is said on the command line holds for all.
    let one = try run("--baseline", "x/aside.txt", "x", "y")
    #expect(one.output.contains("y/a.md") && one.output.contains(" · 1 hidden by the baseline · "))
    try FileManager.default.removeItem(at: scratch.url.appending(path: "y/aside.txt"))
    #expect(try run("x").status == 0)
    #expect(try run("x", "y").errors.hasPrefix("pmlint: y/aside.txt: there is no such baseline"))
  }
}
