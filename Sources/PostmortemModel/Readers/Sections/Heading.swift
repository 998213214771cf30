import MarkdownTree

/// A heading found in the text, before it is known where its section ends.
///
/// An object, since each reader of sections goes through all of them: a structure of so many references would be copied one by one.
final class Heading {
  var match: NameReader.Match
  /// The text line that holds it.
  let line: Int
  let span: SourceSpan
  /// The offset after the name: where the text of a label begins.
  let bodyStart: Int
  let form: Section.Form
  let level: Int

  init(
    match: NameReader.Match, line: Int, span: SourceSpan, bodyStart: Int, form: Section.Form, level: Int
  ) {
    self.match = match
    self.line = line
    self.span = span
    self.bodyStart = bodyStart
    self.form = form
    self.level = level
  }

  var kinds: [SectionKind] { match.kinds.isEmpty ? [.other] : match.kinds }
  /// Whether text runs on after the name on the same line.
  var isLabel: Bool { form == .label || form == .row }
}

extension [SectionKind] {
  /// Whether a kind is the only one.
  func isOnly(_ kind: SectionKind) -> Bool { count == 1 && self[0] == kind }
}
