internal import CArena
internal import CCMark

/// Lets libcmark parse a document and copies its block structure. No pointer of libcmark leaves this file.
enum CMarkReader {
  /// The outline of `bytes`, with the document itself first; never empty.
  static func outline(of bytes: [UInt8], hasByteOrderMark: Bool) -> [OutlineBlock] {
    var outline: [OutlineBlock] = []
    let copy = NestingGuard.flattened(withoutImages(bytes))
    // libcmark counts in 32-bit integers.
    if copy.count < Int(Int32.max) / 4 {
      // About what the nodes of a report take.
      pmlint_arena_begin(min(max(16 * copy.count, 16_384), 1_048_576))
      defer { pmlint_arena_end() }
      outline.reserveCapacity(copy.count / 16 + 4)
      parse(copy) { collect($0, hasByteOrderMark: hasByteOrderMark, into: &outline) }
    }
    if outline.isEmpty { outline.append(emptyDocument) }
    return outline
  }

  private static let emptyDocument = OutlineBlock(
    kind: .document, level: 0, isOrdered: false, startLine: 0, startColumn: 0, endLine: 0, textLine: 0, end: 1
  )

  private static func parse(_ bytes: [UInt8], _ body: (OpaquePointer) -> Void) {
    var memory = cmark_mem(
      calloc: pmlint_arena_calloc, realloc: pmlint_arena_realloc, free: pmlint_arena_free)
    bytes.withUnsafeBytes { buffer in
      withUnsafeMutablePointer(to: &memory) { memory in
        // Positions come out wrong without SOURCEPOS, even in the tree.
        guard let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, memory) else { return }
        cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
        if let root = cmark_parser_finish(parser) { body(root) }
      }
    }
  }

  /// The bytes with the `!` of images overwritten: images cannot change the block structure, but libcmark 0.30.2
  /// needs quadratic time for `![[]()` many times over (CVE-2023-22486).
  private static func withoutImages(_ bytes: [UInt8]) -> [UInt8] {
    let marks = bytes.withUnsafeBufferPointer { bytes in
      var marks: [Int] = []
      var offset = bytes.firstOffset(of: Ascii.exclamation, from: 0, to: bytes.count)
      while offset + 1 < bytes.count {
        if bytes[offset + 1] == Ascii.openBracket, offset == 0 || bytes[offset - 1] != Ascii.less {
          marks.append(offset)
        }
        offset = bytes.firstOffset(of: Ascii.exclamation, from: offset + 1, to: bytes.count)
      }
      return marks
    }
    if marks.isEmpty { return bytes }
    var copy = bytes
    for mark in marks { copy[mark] = Ascii.dot }
    return copy
  }

  private static func collect(
    _ root: OpaquePointer, hasByteOrderMark: Bool, into outline: inout [OutlineBlock]
  ) {
    var open: [Int] = []
    var next: OpaquePointer? = root
    while let node = next {
      if let block = block(node, hasByteOrderMark: hasByteOrderMark) {
        outline.append(block)
        if isContainer(block.kind), let child = cmark_node_first_child(node) {
          open.append(outline.count - 1)
          next = child
          continue
        }
      }
      next = following(node, open: &open, outline: &outline)
    }
  }

  /// The node after `node` and its descendants; closes the blocks that end there.
  private static func following(
    _ node: OpaquePointer, open: inout [Int], outline: inout [OutlineBlock]
  ) -> OpaquePointer? {
    var current = node
    while !open.isEmpty {
      if let sibling = cmark_node_next(current) { return sibling }
      outline[open.removeLast()].end = outline.count
      guard let parent = cmark_node_parent(current) else { return nil }
      current = parent
    }
    return nil
  }

  private static func isContainer(_ kind: OutlineBlock.Kind) -> Bool {
    switch kind {
    case .document, .quote, .list, .item: true
    case .paragraph, .heading, .code, .html, .rule: false
    }
  }

  private static func block(_ node: OpaquePointer, hasByteOrderMark: Bool) -> OutlineBlock? {
    guard let kind = kind(cmark_node_get_type(node)) else { return nil }
    let startLine = max(0, Int(cmark_node_get_start_line(node)) - 1)
    var column = max(0, Int(cmark_node_get_start_column(node)) - 1)
    if startLine == 0, hasByteOrderMark { column += 3 }
    var endLine = max(startLine, Int(cmark_node_get_end_line(node)) - 1)
    if kind == .html {
      // The end of HTML blocks of the kinds 1 to 5 is one line too small.
      endLine = startLine + max(0, lineEnds(cmark_node_get_literal(node)) - 1)
    }
    return OutlineBlock(
      kind: kind,
      level: kind == .heading ? Int(cmark_node_get_heading_level(node)) : 0,
      isOrdered: kind == .list && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
      startLine: startLine, startColumn: column, endLine: endLine, textLine: startLine, end: 0)
  }

  private static func kind(_ type: cmark_node_type) -> OutlineBlock.Kind? {
    switch type {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_THEMATIC_BREAK: .rule
    default: nil
    }
  }

  /// The lines of a literal.
  private static func lineEnds(_ literal: UnsafePointer<CChar>?) -> Int {
    guard var next = literal else { return 0 }
    var count = 0
    var previous: CChar = 10
    while next.pointee != 0 {
      let byte = next.pointee
      if byte == 13 || (byte == 10 && previous != 13) { count += 1 }
      previous = byte
      next += 1
    }
    return previous == 10 || previous == 13 ? count : count + 1
  }
}
