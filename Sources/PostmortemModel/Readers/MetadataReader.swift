import MarkdownTree

/// Reads status, severity and authors from front matter and from fields of the report's head.
struct MetadataReader {
  let text: ReportText
  let shapes: LineShapes
  let date: CivilDate?

  func metadata() -> Postmortem.Metadata {
    Postmortem.Metadata(
      date: date, status: field("status", keys: ["status", "state"]),
      severity: field("severity", keys: ["severity", "sev", "priority"]),
      authors: field("authors", keys: ["author", "authors", "owner", "owners"]))
  }

  private func field(_ name: String, keys: Set<String>) -> Postmortem.Metadata.Field? {
    for field in text.document.frontMatter?.fields ?? [] where keys.contains(field.key.lowercased()) && !field.value.isEmpty {
      return Postmortem.Metadata.Field(value: field.value, span: field.valueSpan)
    }
    let names = NameReader(text: text)
    for line in text.lines.indices.prefix(60) where shapes.isReadable(line) {
      guard let end = shapes.labelEnd(line, from: shapes.contentStart(line)), end.body < text.lines[line].span.end else { continue }
      let words = text.wordRanges[line]
      let last = words.first { Int(text.words[$0].start) >= end.name } ?? words.upperBound
      guard names.match(words.lowerBound..<last, .strict)?.field == name else { continue }
      let span = SourceSpan(end.body, text.lines[line].span.end)
      return Postmortem.Metadata.Field(value: text.text(span), span: span)
    }
    return nil
  }
}
