import Foundation
import TestSupport
import Testing

/// What holds for every source file.
@Suite struct SourceHouseTests {
  @Test func filesAreShort() throws {
    for url in files(below: "Sources", extensions: ["swift"]) where !isTable(url) {
      let lines = try String(contentsOf: url, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      let limit = url.path.contains("/PostmortemRules/Rules/") ? 70 : 210
      // The last line's end is no line.
      let count = lines.count - 1
      #expect(count <= limit, "\(url.lastPathComponent) has \(count) lines")
    }
  }

  @Test func tokensThatAreNotUsed() throws {
    let tokens = ["fatalError", "try!", " as!", "@unchecked", "nonisolated(unsafe)"]
    for url in files(below: "Sources", extensions: ["swift"]) {
      let code = try self.code(in: url)
      for token in tokens { #expect(!code.contains(token), "'\(token)' in \(url.lastPathComponent)") }
      guard !url.path.contains("/Sources/pmlint/") else { continue }
      #expect(!code.contains(" print("), "'print(' in \(url.lastPathComponent)")
      #expect(!code.contains("import Foundation"), "Foundation in \(url.lastPathComponent)")
    }
  }

  @Test func noForbiddenNames() throws {
    for url in files(below: "Sources", extensions: ["swift"]) {
      let stem = url.deletingPathExtension().lastPathComponent
      for word in ["Helper", "Util", "Manager", "Impl"] {
        #expect(!stem.contains(word), "\(stem).swift")
      }
    }
  }

  @Test func everyTodoHasAnIssue() throws {
    for folder in ["Sources", "Tests"] {
      for url in files(below: folder, extensions: ["swift"]) {
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
          guard ["TODO", "FIXME"].contains(where: { line.contains("// \($0)") }) else { continue }
          #expect(line.contains("#"), "\(url.lastPathComponent): \(line)")
        }
      }
    }
  }

  @Test func noPathOfAMachine() throws {
    let roots = ["work", "home", "Users", "root"].map { "\u{2F}\($0)/" }
    for folder in ["Sources", "Tests", "Fixtures"] {
      for url in files(below: folder, extensions: ["swift", "md", "txt", "tree"]) {
        let text = try String(contentsOf: url, encoding: .utf8)
        for root in roots where text.contains(" \(root)") || text.contains("\"\(root)") {
          Issue.record("'\(root)' in \(url.lastPathComponent)")
        }
      }
    }
  }

  /// Code without comments and string literals of one line.
  private func code(in url: URL) throws -> String {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .compactMap { $0.offset.isMultiple(of: 2) ? String($0.element) : nil }.joined(separator: "\"\"")
    }.joined(separator: "\n")
  }

  /// Generated files and tables of data may be long.
  private func isTable(_ url: URL) -> Bool {
    let name = url.lastPathComponent
    return ["+Generated", "Table", "Vocabulary", "Names", "Abbreviations"].contains { name.contains($0) }
  }
}
