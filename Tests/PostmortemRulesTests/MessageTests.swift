import Foundation
import MarkdownTree
import PostmortemModel
import PostmortemRules
import TestSupport
import Testing

/// What holds for every message and every help that a page shows.
@Suite struct MessageTests {
  @Test(arguments: Rule.all)
  func messagesKeepTheConvention(in rule: Rule) throws {
    for example in RulePage(String(decoding: rule.page, as: UTF8.self)).examples {
      let postmortem = Postmortem(
        reading: Document(parsing: SourceText(example.text)), fileName: example.fileName)
      let profile = try #require(Profile.all.first { $0.name == example.profile })
      let linter = Linter(rules: [rule], profile: profile)
      for finding in linter.findings(in: postmortem, surroundings: .ofPages) {
        let bare = finding.message.split(separator: "'", omittingEmptySubsequences: false)
          .enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
        #expect(bare.unicodeScalars.count <= 110, "is short but for the quote: \(finding.message)")
        for text in [finding.message, finding.help].compactMap({ $0 }) {
          #expect(text.first?.isUppercase == false, "starts in lower case: \(text)")
          #expect(!text.hasSuffix("."), "has no full stop: \(text)")
          #expect(!text.contains { $0.isNewline }, "is one line: \(text)")
          #expect(text.unicodeScalars.count <= 200, "is short: \(text)")
        }
      }
    }
  }
}
