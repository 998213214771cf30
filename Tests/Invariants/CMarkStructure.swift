internal import CCMark
public import MarkdownTree

/// The blocks of a text as libcmark itself sees it, one a line, indented by what they stand in.
public func structure(byCMark bytes: [UInt8]) -> [String] {
  withTree(of: bytes) { root in
    var lines: [String] = []
    walk(root) { node, depth in
      if let name = name(of: node) { lines.append(String(repeating: " ", count: depth) + name) }
    }
    return lines
  }
}

/// The same of our own tree: what stands inside HTML is left out, since libcmark does not look into it, and a pipe table,
/// which it has none of, is `table`.
public func structure(of document: Document) -> [String] {
  var lines: [String] = []
  var depths: [Int] = []
  var hiddenEnd = 0
  for (index, block) in document.blocks.enumerated() {
    depths.append(index == 0 ? 0 : depths[block.parent] + 1)
    if index < hiddenEnd { continue }
    switch block.kind {
    case .html, .table: hiddenEnd = block.end
    default: break
    }
    lines.append(String(repeating: " ", count: depths[index]) + name(of: block.kind))
  }
  return lines
}

/// The words that libcmark would show, without HTML and images.
public func words(byCMark bytes: [UInt8]) -> [String] {
  withTree(of: bytes) { root in
    var text = ""
    walk(root) { node, _ in
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
        text += cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: text += "\n"
      case CMARK_NODE_HTML_INLINE: text += " "
      default: break
      }
      if cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK { text += "\n" }
    }
    return text.split(whereSeparator: \.isWhitespace).map { String($0) }
  }
}

private func withTree<Value>(of bytes: [UInt8], _ body: (OpaquePointer) -> [Value]) -> [Value] {
  bytes.withUnsafeBytes { buffer in
    let start = buffer.bindMemory(to: CChar.self).baseAddress
    guard let root = cmark_parse_document(start, buffer.count, CMARK_OPT_SOURCEPOS) else { return [] }
    defer { cmark_node_free(root) }
    return body(root)
  }
}

/// Calls `body` for each node but images and what is in them, with its depth.
private func walk(_ root: OpaquePointer, _ body: (OpaquePointer, Int) -> Void) {
  var depth = 0
  var images = 0
  guard let walker = cmark_iter_new(root) else { return }
  defer { cmark_iter_free(walker) }
  while true {
    let event = cmark_iter_next(walker)
    if event == CMARK_EVENT_DONE { return }
    guard let node = cmark_iter_get_node(walker) else { continue }
    let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
    if event == CMARK_EVENT_ENTER {
      images += isImage ? 1 : 0
      if images == 0 { body(node, depth) }
    } else if isImage {
      images -= 1
    }
    if hasExit(node) { depth += event == CMARK_EVENT_ENTER ? 1 : -1 }
  }
}

/// Whether the walker comes back to a node when it leaves it.
private func hasExit(_ node: OpaquePointer) -> Bool {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
    CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
    false
  default: true
  }
}

private func name(of node: OpaquePointer) -> String? {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_DOCUMENT: "document"
  case CMARK_NODE_BLOCK_QUOTE: "quote"
  case CMARK_NODE_LIST: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "ordered" : "bullets"
  case CMARK_NODE_ITEM: "item"
  // One of form feeds and the like, of which nothing is seen.
  case CMARK_NODE_PARAGRAPH: cmark_node_first_child(node) == nil ? nil : "paragraph"
  case CMARK_NODE_HEADING: "heading \(cmark_node_get_heading_level(node))"
  case CMARK_NODE_CODE_BLOCK: "code"
  case CMARK_NODE_HTML_BLOCK: "html"
  case CMARK_NODE_THEMATIC_BREAK: "rule"
  default: nil
  }
}

private func name(of kind: Block.Kind) -> String {
  switch kind {
  case .document: "document"
  case .quote: "quote"
  case .list(let isOrdered): isOrdered ? "ordered" : "bullets"
  case .item: "item"
  case .paragraph: "paragraph"
  case .heading(let level, _): "heading \(level)"
  case .code: "code"
  case .html: "html"
  case .rule: "rule"
  case .table: "table"
  case .row: "row"
  case .cell: "cell"
  }
}
