import Foundation
import PostmortemReports
import Testing

@Suite struct UnifiedDiffTests {
  @Test func showsThreeLinesAround() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("5\n6\n", with: "5\nfive\n6\n").replacing("20\n", with: "twenty\n")
    #expect(
      diff(old, new.replacing("15\nfive\n", with: "15\n")) == """
        --- a.md
        +++ a.md
        @@ -3,6 +3,7 @@
         3
         4
         5
        +five
         6
         7
         8
        @@ -17,4 +18,4 @@
         17
         18
         19
        -20
        +twenty

        """)
  }

  @Test func tellsOfMissingLineEnds() {
    #expect(
      diff("a\nb", "a\nc\n")
        == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n")
    #expect(diff("", "a\n") == "--- a.md\n+++ a.md\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- a.md\n+++ a.md\n@@ -1 +0,0 @@\n-a\n")
    #expect(diff("a\n", "a\n") == "")
  }

  /// `patch` makes the new text from the old one and the diff.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/patch")))
  func patchAppliesIt() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for _ in 0..<60 {
      let old = lines(Int.random(in: 1...40))
      let new = change(old)
      let file = folder.appending(path: "a.md")
      try Data(old.joined().utf8).write(to: file)
      let patch = folder.appending(path: "a.diff")
      try Data(diff(old.joined(), new.joined()).utf8).write(to: patch)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/patch")
      process.arguments = ["-s", "--binary", "-p0", "-i", patch.path]
      process.currentDirectoryURL = folder
      try process.run()
      process.waitUntilExit()
      #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == new.joined())
    }
  }

  @Test func isQuickForLongTexts() {
    let old = String(repeating: "same\n", count: 100_000)
    let new = "x\n" + String(repeating: "other\nsame\n", count: 50_000)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = diff(old, new) } < .seconds(20))
  }

  private func lines(_ count: Int) -> [String] {
    (0..<count).map { _ in
      ["", "a", "b\r", "\(Int.random(in: 0..<50))"].randomElement().map { $0 + "\n" } ?? ""
    }
  }

  private func change(_ lines: [String]) -> [String] {
    var lines = lines
    for _ in 0..<Int.random(in: 1...4) {
      let place = Int.random(in: 0...lines.count)
      if Bool.random(), place < lines.count {
        lines.remove(at: place)
      } else {
        lines.insert("n\n", at: place)
      }
    }
    if lines.isEmpty { return ["n\n"] }
    return lines
  }

  private func diff(_ old: String, _ new: String) -> String {
    String(
      decoding: UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).bytes(path: "a.md"), as: UTF8.self)
  }
}
