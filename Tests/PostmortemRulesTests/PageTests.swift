import Foundation
import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules
import TestSupport
import Testing

/// Every example of every rule's page, run by that rule through the linter and the text report.
@Suite struct PageTests {
  @Test(arguments: Rule.all)
  func examples(of rule: Rule) throws {
    let page = RulePage(String(decoding: rule.page, as: UTF8.self))
    #expect(page.title == rule.id)
    let actual = try page.examples.map { try Reading($0, rule).report }
    for (example, actual) in zip(page.examples, actual) {
      if example.findings == nil {
        #expect(actual == "", "line \(example.line) of \(rule.id).md is to be silent")
      } else {
        #expect(actual != "", "line \(example.line) of \(rule.id).md is to be reported")
      }
    }
    expectContent(page.blessed(with: actual), of: RuleFile.pages.appending(path: "\(rule.id).md"))
  }

  @Test(arguments: Rule.all)
  func carriageReturns(in rule: Rule) throws {
    try compare(.crlf, of: rule) { $0.replacing("\n", with: "\r\n") }
  }

  @Test(arguments: Rule.all)
  func paragraphBefore(_ rule: Rule) throws {
    try compare(.prefixed, of: rule) { "Größe — 東京, naïve 🚀 ‘text’ before it.\n\n" + $0 }
  }

  @Test(arguments: Rule.all)
  func blockQuote(around rule: Rule) throws {
    try compare(.quoted, of: rule) { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "> \($0)\n" }.joined()
    }
  }

  /// An example that a report shows is no part of the report.
  @Test(arguments: Rule.all)
  func codeFence(around rule: Rule) throws {
    let report = String(decoding: fixtureBytes("Postmortems/exemplary.md"), as: UTF8.self)
    for example in page(of: rule).examples where !example.skipped.contains(.fenced) {
      let fenced = try Reading(example, rule) { report + "\n~~~~~~text\n\($0)~~~~~~\n" }
      #expect(fenced.messages == [], "line \(example.line) of \(rule.id).md in a code fence")
    }
  }

  /// What a writer hides is hidden, and still known.
  @Test(arguments: Rule.all)
  func suppression(of rule: Rule) throws {
    for example in page(of: rule).examples where !example.skipped.contains(.suppressed) {
      let plain = try Reading(example, rule)
      let text = plain.afterFrontMatter("<!-- pmlint-disable-file -- why -->\n\n")
      let hidden = try Reading(example, rule) { $0 == example.text ? text : $0 }
      #expect(hidden.messages == [], "line \(example.line) of \(rule.id).md with a directive")
      #expect(hidden.suppressed.allSatisfy { $0.reason == "why" })
      #expect(hidden.suppressed.isEmpty == plain.findings.isEmpty, "line \(example.line) of \(rule.id).md")
    }
  }

  private func page(of rule: Rule) -> RulePage { RulePage(String(decoding: rule.page, as: UTF8.self)) }

  private func compare(_ variant: RulePage.Variant, of rule: Rule, change: (String) -> String) throws {
    for example in page(of: rule).examples where !example.skipped.contains(variant) {
      let plain = try Reading(example, rule)
      let changed = try Reading(example, rule, change: change)
      #expect(
        changed.messages == plain.messages, "line \(example.line) of \(rule.id).md, \(variant.rawValue)")
      #expect(changed.quotes == plain.quotes, "line \(example.line) of \(rule.id).md, \(variant.rawValue)")
    }
  }
}

/// An example as one rule sees it.
private struct Reading {
  let postmortem: Postmortem
  let findings: [Finding]
  let suppressed: [SuppressedFinding]

  /// - Parameter change: of the example and of what it was before.
  init(_ example: RulePage.Example, _ rule: Rule, change: (String) -> String = { $0 }) throws {
    func read(_ text: String) -> Postmortem {
      Postmortem(reading: Document(parsing: SourceText(change(text))), fileName: example.fileName)
    }
    postmortem = read(example.text)
    let profile = try #require(Profile.all.first { $0.name == example.profile })
    let verdict = Linter(rules: [rule], profile: profile).verdict(
      on: postmortem, surroundings: .ofPages.comparing(to: example.base.map { read($0) }))
    (findings, suppressed) = (verdict.findings, verdict.suppressed)
  }

  /// The example with a text in front, below the front matter if there is any.
  func afterFrontMatter(_ text: String) -> String {
    let source = postmortem.document.source
    let end =
      postmortem.document.frontMatter.map { source.start(ofLine: source.line(at: $0.span.end) + 1) } ?? 0
    return String(decoding: source.bytes[..<end] + Array(text.utf8) + source.bytes[end...], as: UTF8.self)
  }

  /// The text report without the path above it.
  var report: String {
    let file = LintedFile(path: "", source: postmortem.document.source, findings: findings, completeness: nil)
    let lines = TextReport(hasSummary: false).text(of: file).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst().dropLast().joined(separator: "\n")
  }

  /// Without "(line 12)" and the like: the variants move lines.
  var messages: [String] {
    findings.map { "\($0.severity) \($0.message) \($0.help ?? "")".filter { !$0.isNumber } }
  }

  var quotes: [String] {
    findings.map { postmortem.document.source.text($0.span).replacing("\r", with: "") }
  }
}
