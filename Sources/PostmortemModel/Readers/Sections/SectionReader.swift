import MarkdownTree

/// Turns headings into sections: which belong to the text, where each ends, what stands below it, and the kinds that
/// only the content tells.
struct SectionReader {
  let text: ReportText
  let shapes: LineShapes
  let guidance: GuidanceReader

  func sections() -> [Section] {
    let headings = HeadingFilter(text: text, shapes: shapes).kept(of: HeadingFinder(text, shapes).headings())
    let nodes = SectionTree(headings, lineCount: text.lines.count).nodes
    let inference = SectionInference(text: text, shapes: shapes, nodes: nodes)
    inference.inferKinds(headings)
    inference.resolveNarratives(headings)
    let contents = SectionContentReader(text, shapes, guidance, headings)
    let fields = frontMatterFields()
    return fields
      + nodes.indices.map { section(headings[$0], nodes[$0], contents, offset: fields.count) }
  }

  private func section(
    _ heading: Heading, _ node: SectionTree.Node, _ contents: SectionContentReader, offset: Int
  ) -> Section {
    Section(
      kinds: heading.kinds, topics: heading.match.topics, ownKinds: heading.match.own,
      title: text.text(heading.span), span: heading.span,
      line: text.lines[heading.line].number + 1, form: heading.form, level: heading.level,
      parent: node.parent.map { $0 + offset }, lines: node.lines, ownLines: node.ownLines,
      bodyStart: heading.bodyStart, content: contents.content(of: heading, node),
      misspelling: heading.match.misspelling)
  }

  /// The fields of front matter that belong to the head of a report.
  private static let headKeys: Set<String> = [
    "id", "incident", "incident_id", "incident-id", "detected_at", "resolved_at", "started_at", "date",
    "author",
    "authors", "status", "severity", "owner", "owners", "incident_date", "start", "end", "start_time",
    "end_time",
    "duration", "incident-date", "start-time", "end-time",
  ]

  /// The head of a report that stands in front matter, at its first field.
  private func frontMatterFields() -> [Section] {
    let fields = text.document.frontMatter?.fields ?? []
    guard let field = fields.first(where: { SectionReader.headKeys.contains($0.key.lowercased()) }) else {
      return []
    }
    let line = text.source.line(at: field.keySpan.start)
    return [
      Section(
        kinds: [.metadata], topics: [], ownKinds: [], title: field.key, span: field.keySpan, line: line + 1,
        form: .frontMatter,
        level: 10,
        parent: nil, lines: 0..<0, ownLines: 0..<0, bodyStart: field.valueSpan.start, content: .full,
        misspelling: nil)
    ]
  }
}
