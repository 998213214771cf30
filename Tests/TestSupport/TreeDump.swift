public import MarkdownTree

/// The blocks, lines, links and garbled runs of a document as text, for golden files and for looking.
public func treeDump(_ document: Document) -> String {
  var output = ""
  if let frontMatter = document.frontMatter {
    output += "front matter \(frontMatter.format) \(frontMatter.span)\n"
    for field in frontMatter.fields {
      output += "  \(field.key) \(field.keySpan) = '\(field.value)' \(field.valueSpan)\n"
    }
  }
  var depths: [Int] = []
  var nextLine = 0
  for (index, block) in document.blocks.enumerated() {
    while nextLine < document.lines.count, nextLine < block.lines.lowerBound {
      output += lineDump(document, nextLine)
      nextLine += 1
    }
    depths.append(index == 0 ? 0 : depths[block.parent] + 1)
    output +=
      String(repeating: "  ", count: min(20, depths[index])) + "\(kindName(block.kind)) \(block.span)\n"
  }
  while nextLine < document.lines.count {
    output += lineDump(document, nextLine)
    nextLine += 1
  }
  for link in document.links { output += linkDump("link", link) }
  for image in document.images { output += linkDump("image", image) }
  for comment in document.comments { output += "comment \(comment)\n" }
  for run in document.garbled { output += "garbled \(run.span) \(run.meant ?? "-")\n" }
  return output
}

private func linkDump(_ name: String, _ link: Link) -> String {
  "\(name) \(link.span) text \(link.text) target \(link.target.map(\.description) ?? "-")\n"
}

private func lineDump(_ document: Document, _ index: Int) -> String {
  let line = document.lines[index]
  var text = "    | \(line.number + 1) \(line.span) in \(line.block) \(line.context)"
  if let marker = line.marker {
    text += " marker \(marker.number.map(String.init) ?? "bullet") \(marker.span)"
    if let box = marker.box { text += " \(box)" }
  }
  if line.depth > 0 { text += " depth \(line.depth)" }
  if line.indent > 0 { text += " indent \(line.indent)" }
  if line.isQuoted { text += " quoted" }
  if !line.opensBlock { text += " continues" }
  return text + "\n    |   '\(plainText(document, line.span))'\n" + styleDump(document, line.span)
}

/// A block's kind in words.
public func kindName(_ kind: Block.Kind) -> String {
  switch kind {
  case .document: "document"
  case .quote: "quote"
  case .list(let isOrdered): isOrdered ? "ordered list" : "bullet list"
  case .item: "item"
  case .paragraph: "paragraph"
  case .heading(let level, .atx): "heading \(level)"
  case .heading(let level, .setext): "setext heading \(level)"
  case .heading(let level, .html): "html heading \(level)"
  case .code(let isFenced): isFenced ? "fenced code" : "indented code"
  case .html: "html"
  case .rule: "rule"
  case .table: "table"
  case .row(let isHeader): isHeader ? "header row" : "row"
  case .cell(let column): "cell \(column)"
  }
}

/// What `plain` shows in a span.
public func plainText(_ document: Document, _ span: SourceSpan) -> String {
  String(decoding: document.plain[span.range], as: UTF8.self)
}

/// The styled stretches of a span.
private func styleDump(_ document: Document, _ span: SourceSpan) -> String {
  var output = ""
  var start = span.start
  while start < span.end {
    let style = document.styles[start]
    var end = start + 1
    while end < span.end, document.styles[end] == style { end += 1 }
    if !style.isEmpty { output += " \(SourceSpan(start, end)) \(styleNames(style))" }
    start = end
  }
  return output.isEmpty ? "" : "    |  " + output + "\n"
}

/// The names of a style's parts, joined with plus signs.
public func styleNames(_ style: TextStyle) -> String {
  let names: [(TextStyle, String)] = [
    (.strong, "strong"), (.emphasis, "emphasis"), (.code, "code"), (.link, "link"), (.image, "image"),
    (.struck, "struck"), (.markup, "markup"), (.garbled, "garbled"),
  ]
  return names.filter { style.contains($0.0) }.map(\.1).joined(separator: "+")
}
