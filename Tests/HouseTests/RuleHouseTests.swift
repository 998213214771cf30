import Foundation
import PostmortemRules
import TestSupport
import Testing

/// One rule, one file, one page, one stem.
@Suite struct RuleHouseTests {
  @Test func catalogIsFresh() throws {
    expectContent(try RuleFile.catalogText(), of: RuleFile.catalog)
  }

  @Test func everyFileHoldsItsRule() throws {
    for file in try RuleFile.all() {
      let text = try String(contentsOf: file.url, encoding: .utf8)
      #expect(text.contains("static let \(file.member) = Rule("), "\(file.stem).swift")
      #expect(text.contains("\n    \"\(file.id)\","), "\(file.stem).swift")
      #expect(text.components(separatedBy: "= Rule(").count == 2, "\(file.stem).swift holds one rule")
      #expect(FileManager.default.fileExists(atPath: file.page.path), "\(file.id).md")
    }
  }

  @Test func everyPageHasItsRule() throws {
    let ids = Set(try RuleFile.all().map(\.id))
    let pages = try contents(of: RuleFile.pages).map {
      $0.deletingPathExtension().lastPathComponent
    }
    #expect(Set(pages) == ids)
  }

  @Test(arguments: Rule.all)
  func pageShowsBothSides(of rule: Rule) {
    let page = RulePage(String(decoding: rule.page, as: UTF8.self))
    #expect(page.headings.starts(with: ["Why", "Reported", "Not reported"]), "\(rule.id).md")
    #expect(page.examples.contains { $0.findings != nil }, "\(rule.id).md reports nothing")
    #expect(page.examples.contains { $0.findings == nil }, "\(rule.id).md is never silent")
  }

  @Test(arguments: Rule.all)
  func summaryIsAPhrase(of rule: Rule) {
    #expect(rule.summary.first?.isUppercase == true)
    #expect(!rule.summary.hasSuffix("."))
    #expect(rule.summary.count <= 60)
  }
}
