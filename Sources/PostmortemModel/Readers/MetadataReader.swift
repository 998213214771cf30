import MarkdownTree

/// Reads status, severity and authors from front matter and from fields of the report's head.
struct MetadataReader {
  let text: ReportText
  let shapes: LineShapes
  let date: CivilDate?

  func metadata() -> Postmortem.Metadata {
    let fields = fields()
    return Postmortem.Metadata(
      date: date, status: fromFrontMatter(["status", "state"]) ?? fields["status"],
      severity: fromFrontMatter(["severity", "sev", "priority"]) ?? fields["severity"],
      authors: fromFrontMatter(["author", "authors", "owner", "owners"]) ?? fields["authors"])
  }

  private func fromFrontMatter(_ keys: [String]) -> Postmortem.Metadata.Field? {
    for field in text.document.frontMatter?.fields ?? []
    where keys.contains(field.key.lowercased()) && !field.value.isEmpty {
      return Postmortem.Metadata.Field(value: field.value, span: field.valueSpan)
    }
    return nil
  }

  /// The labelled fields of the first lines, by name.
  private func fields() -> [String: Postmortem.Metadata.Field] {
    var result: [String: Postmortem.Metadata.Field] = [:]
    let names = NameReader(text: text)
    for line in text.lines.indices.prefix(40)
    where shapes.isReadable(line) && text.wordRanges[line].count <= 24 {
      guard let first = text.wordRanges[line].first, names.mayOpen(first) else { continue }
      guard let end = shapes.labelEnd(line, from: shapes.contentStart(line)),
        end.body < text.lines[line].span.end
      else { continue }
      let words = text.wordRanges[line]
      let last = text.words(ofLine: line, from: end.name).lowerBound
      guard last - words.lowerBound <= 4, let name = names.match(words.lowerBound..<last, .strict)?.field,
        result[name] == nil
      else { continue }
      let span = SourceSpan(end.body, text.lines[line].span.end)
      result[name] = Postmortem.Metadata.Field(value: text.text(span), span: span)
    }
    return result
  }
}
