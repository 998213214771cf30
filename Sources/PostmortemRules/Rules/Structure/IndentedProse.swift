import MarkdownTree
import PostmortemModel

extension Rule {
  /// Text stands at the margin, not four blanks to the right.
  ///
  /// Markdown shows what is indented by four blanks as code: in one long line, without emphasis, lists and links.
  static let indentedProse = Rule(
    "indented-prose",
    "Text that its indentation turns into code",
    severity: .warning,
    page: PackageResources.indented_prose_md
  ) { postmortem in
    let blocks = postmortem.indentedProse
    guard let first = blocks.first else { return [] }
    let edits = blocks.flatMap(\.outdents).map { Fix.Edit($0.span, $0.text) }
    return [
      Violation(
        .indented(postmortem.document.quote(first.span), blocks: blocks.count), at: first.span,
        help: "start the lines at the margin, or at the text of the list item above",
        fix: edits.isEmpty ? nil : Fix("take the indentation away", edits: edits, safety: .suggestion))
    ]
  }
}

extension Message {
  fileprivate static func indented(_ words: String, blocks: Int) -> Message {
    let places = blocks == 1 ? "" : " (\(counted(blocks, "block")) in the file)"
    return "'\(words)' is shown as code, since it is indented by four blanks or more\(places)"
  }
}
