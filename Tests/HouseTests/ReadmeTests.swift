import Foundation
import PostmortemRules
import TestSupport
import Testing

/// The README's table of rules is made from the rules.
@Suite struct ReadmeTests {
  private static let opening = "<!-- rules -->\n"
  private static let closing = "<!-- /rules -->"

  @Test func ruleTableIsFresh() throws {
    let file = packageFolder.appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: Self.opening)?.upperBound, "README.md has no \(Self.opening)")
    let end = try #require(text.range(of: Self.closing, range: start..<text.endIndex)?.lowerBound)
    expectContent(text.replacingCharacters(in: start..<end, with: Self.table), of: file)
  }

  /// One row for each rule, by category and name as in the catalog.
  private static var table: String {
    let rows = Rule.all.map { rule in
      "| [\(rule.id)](Sources/PostmortemRules/Pages/\(rule.id).md) | \(cell(rule.summary)) "
        + "| \(rule.severity.rawValue) | \(rule.category.rawValue) |\n"
    }
    return "| rule | what is wrong | severity | category |\n| --- | --- | --- | --- |\n" + rows.joined()
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
