import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report is filled in.
  ///
  /// A blank form is no defect where it is kept as the team's template, and a forgotten report elsewhere.
  static let blankTemplate = Rule(
    "blank-template",
    "A form that nobody has filled in",
    severity: .info,
    precision: .veryHigh,
    page: PackageResources.blank_template_md
  ) { postmortem in
    guard postmortem.kind == .template, !postmortem.isEmpty else { return [] }
    return [
      Violation(
        .blank, at: postmortem.title?.span ?? postmortem.document.opening,
        help: "fill it in; if it is your template, nothing needs to be done")
    ]
  }
}

extension Message {
  fileprivate static let blank: Message = "this is a blank template; nothing else was checked"
}
