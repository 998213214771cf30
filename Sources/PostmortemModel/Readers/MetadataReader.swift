import MarkdownTree

/// Reads status, severity and authors from front matter and from fields of the report's head.
struct MetadataReader {
  let text: ReportText
  let shapes: LineShapes
  let date: CivilDate?

  func metadata() -> Postmortem.Metadata {
    let fields = fields()
    let status = fromFrontMatter(["status", "state"]) ?? fields["status"]
    let draft = fromFrontMatter(["draft"])?.value.lowercased()
    return Postmortem.Metadata(
      date: date, status: status,
      severity: fromFrontMatter(["severity", "sev", "priority"]) ?? fields["severity"],
      authors: fromFrontMatter(["author", "authors", "owner", "owners"]) ?? fields["authors"],
      isDraft: draft == "true" || draft == "yes" || status.map(saysDraft) == true)
  }

  /// "Draft", "WIP, to be reviewed": in the languages that reports are read in.
  private func saysDraft(_ status: Postmortem.Metadata.Field) -> Bool {
    let words = status.value.lowercased().split { !$0.isLetter }
    return words.contains { MetadataReader.draftWords.contains($0) }
  }

  private static let draftWords: Set<Substring> = [
    "draft", "wip", "unfinished", "borrador", "brouillon", "entwurf", "rascunho", "下書き", "草稿",
  ]

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
      guard let (words, value) = cells(line) ?? label(line), words.count <= 4,
        let name = names.match(words, .strict)?.field, result[name] == nil
      else { continue }
      result[name] = Postmortem.Metadata.Field(value: text.text(value), span: value)
    }
    return result
  }

  /// The words of a label, and what it is the label of.
  private func label(_ line: Int) -> (words: Range<Int>, value: SourceSpan)? {
    let end = text.lines[line].span.end
    guard let label = shapes.labelEnd(line, from: shapes.contentStart(line)), label.body < end else {
      return nil
    }
    let last = text.words(ofLine: line, from: label.name).lowerBound
    return (text.wordRanges[line].lowerBound..<last, SourceSpan(label.body, end))
  }

  /// The words of a row's first cell, and the second cell.
  private func cells(_ line: Int) -> (words: Range<Int>, value: SourceSpan)? {
    guard case .cell(column: 0, _) = text.lines[line].context, line + 1 < text.lines.count,
      case .cell(column: 1, _) = text.lines[line + 1].context
    else { return nil }
    return (text.wordRanges[line], text.lines[line + 1].span)
  }
}
