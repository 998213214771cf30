import MarkdownTree
import PostmortemModel

extension Rule {
  /// The name of a section is spelt as readers and programs look for it.
  ///
  /// A search for "Summary" and a tool that collects the sections both miss "Sumary".
  static let misspeltSection = Rule(
    "misspelt-section",
    "A section name with a slip of the pen",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.misspelt_section_md
  ) { postmortem in
    postmortem.sections.compactMap { section in
      section.misspelling.map { slip in
        Violation(
          .misspelt(postmortem.document.quote(slip.span), slip.spelling), at: slip.span,
          help: "write '\(slip.spelling)'",
          fix: Fix("correct the spelling", edits: [Fix.Edit(slip.span, slip.spelling)], safety: .safe))
      }
    }
  }
}

extension Message {
  fileprivate static func misspelt(_ word: String, _ spelling: String) -> Message {
    "section name '\(word)' is misspelt, expected '\(spelling)'"
  }
}
