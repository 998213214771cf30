import MarkdownTree
import PostmortemModel
import PostmortemRules
import Testing

/// One fault gives one finding, unless somebody asks for all.
@Suite struct OutrankingTests {
  private let report = """
    # Postmortem: lost uploads

    ## Summary

    2 % of the uploads were lost.

    ## Root cause

    The outage was due to human error.
    """

  @Test func higherRuleStays() {
    #expect(rules(showsAll: false) == ["human-error-as-cause"])
  }

  @Test func allAreShownOnDemand() {
    #expect(rules(showsAll: true) == ["blaming-language", "human-error-as-cause"])
  }

  @Test func anEmptySectionIsToldOnce() {
    let report =
      "# Postmortem: lost uploads\n\n## Summary\n\nTBD\n\n## Impact\n\n2 % of the uploads; cost: TBD\n"
    let findings = Linter().findings(in: Postmortem(reading: SourceText(report)))
      .filter { ["empty-section", "leftover-placeholder"].contains($0.rule) }
    let lines = findings.map { "\(SourceText(report).position(of: $0.span.start).line) \($0.rule)" }
    #expect(lines == ["3 empty-section", "9 leftover-placeholder"])
  }

  private func rules(showsAll: Bool) -> [String] {
    let chosen = Rule.all.filter { ["blaming-language", "human-error-as-cause"].contains($0.id) }
    let postmortem = Postmortem(reading: Document(parsing: SourceText(report)), fileName: nil)
    return Linter(rules: chosen, showsAll: showsAll).findings(in: postmortem).map(\.rule)
  }
}
