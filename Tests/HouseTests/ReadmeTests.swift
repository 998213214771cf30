import Foundation
import PostmortemRules
import TestSupport
import Testing

/// The parts of the README that are made from the code.
@Suite struct ReadmeTests {
  /// What stands between two marks such as `<!-- rules -->` and `<!-- /rules -->`.
  private static let parts = [("rules", rules), ("profiles", profiles), ("completeness", completeness)]

  @Test func generatedPartsAreFresh() throws {
    let file = packageFolder.appending(path: "README.md")
    var text = try String(contentsOf: file, encoding: .utf8)
    for (name, content) in Self.parts {
      let start = try #require(text.range(of: "<!-- \(name) -->\n")?.upperBound, "README.md has no \(name)")
      let end = try #require(text.range(of: "<!-- /\(name) -->", range: start..<text.endIndex)?.lowerBound)
      text.replaceSubrange(start..<end, with: content)
    }
    expectContent(text, of: file)
  }

  /// One row for each rule, by category and name as in the catalog.
  private static var rules: String {
    let rows = Rule.all.map { rule in
      "| [\(rule.id)](Sources/PostmortemRules/Pages/\(rule.id).md) | \(cell(rule.summary)) "
        + "| \(rule.severity.rawValue)\(rule.isOnByDefault ? "" : ", off") | \(rule.category.rawValue) |\n"
    }
    return "| rule | what is wrong | severity | category |\n| --- | --- | --- | --- |\n" + rows.joined()
  }

  private static var profiles: String {
    let rows = Profile.all.map { profile in
      "| [\(profile.name)](Sources/PostmortemRules/Profiles/\(profile.name).yml) | \(cell(profile.about)) "
        + "| \(profile.required.map(\.name).joined(separator: ", ")) |\n"
    }
    return "| profile | what it is | requires |\n| --- | --- | --- |\n" + rows.joined()
  }

  /// The table of points in `pmlint explain completeness`.
  private static var completeness: String {
    let pages = Guide.all.filter { $0.name == "completeness" }.map {
      String(decoding: $0.page, as: UTF8.self)
    }
    let lines = pages.joined().split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { $0.hasPrefix("|") }.map { $0 + "\n" }.joined()
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
