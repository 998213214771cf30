import MarkdownTree
import PostmortemModel

extension Rule {
  /// The text is in the encoding in which it is read.
  ///
  /// UTF-8 that a program took for Windows-1252 or Latin-1 turns "é" into "Ã©"; later copies lose bytes for good.
  static let garbledText = Rule(
    "garbled-text",
    "Characters broken by a wrong encoding",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.garbled_text_md
  ) { postmortem in
    let document = postmortem.document
    guard let first = document.garbled.first else { return [] }
    let edits = postmortem.garbledRepairs.map { Fix.Edit($0.span, $0.text) }
    let fix = edits.isEmpty ? nil : Fix("restore the characters that survived", edits: edits, safety: .safe)
    return [
      Violation(
        .garbled(document.quote(first.span), meant: first.meant, places: document.garbled.count),
        at: first.span,
        help: "save the original again as UTF-8, without converting it", fix: fix)
    ]
  }
}

extension Message {
  fileprivate static func garbled(_ words: String, meant: String?, places: Int) -> Message {
    let meaning = meant.map { " should be '\(quote($0))'" } ?? " was another character"
    let count = places == 1 ? "" : " (\(places) places)"
    return "'\(words)'\(meaning): the file's encoding was mistaken\(count)"
  }
}
