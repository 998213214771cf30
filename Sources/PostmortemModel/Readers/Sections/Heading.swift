import MarkdownTree

/// A heading found in the text, before it is known where its section ends.
struct Heading {
  var match: NameReader.Match
  /// The text line that holds it.
  let line: Int
  let span: SourceSpan
  /// The offset after the name: where the text of a label begins.
  let bodyStart: Int
  let form: Section.Form
  let level: Int

  var kinds: [SectionKind] { match.kinds.isEmpty ? [.other] : match.kinds }
  /// Whether text runs on after the name on the same line.
  var isLabel: Bool { form == .label || form == .row }
}

extension [SectionKind] {
  /// Whether a kind is the only one.
  func isOnly(_ kind: SectionKind) -> Bool { count == 1 && self[0] == kind }
}
