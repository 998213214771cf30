import MarkdownTree
import PostmortemModel
import PostmortemRules
import TestSupport
import Testing

/// Every fix that a page's example gets does away with its finding.
@Suite struct FixTests {
  @Test(arguments: Rule.all)
  func fixesMend(_ rule: Rule) throws {
    for example in RulePage(String(decoding: rule.page, as: UTF8.self)).examples {
      let before = findings(of: rule, in: Array(example.text.utf8))
      guard let fix = before.compactMap(\.fix).first else { continue }
      let after = findings(of: rule, in: applying(fix, to: Array(example.text.utf8)))
      #expect(after.count < before.count, "line \(example.line) of \(rule.id).md: \(fix.title)")
    }
  }

  private func findings(of rule: Rule, in bytes: [UInt8]) -> [Finding] {
    let postmortem = Postmortem(reading: Document(parsing: SourceText(bytes)), fileName: nil)
    return Linter(rules: [rule]).findings(in: postmortem)
  }

  private func applying(_ fix: Fix, to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for edit in fix.edits.sorted(by: { $0.span > $1.span }) {
      #expect(edit.span.end <= bytes.count)
      bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
    }
    return bytes
  }
}
