internal import CYAML

/// Builds the tree of the first document of a YAML text from libyaml's events.
package struct YAMLReader {
  /// How deep collections may be nested: libyaml looks at every open bracket for each token, and no person nests more.
  package static let deepest = 64

  private let text: ArraySlice<UInt8>
  private var open: [Collection] = []
  private var root: YAMLNode?
  // libyaml counts characters; both counts go forward together.
  private var characters = 0
  private var offset: Int

  /// A collection that is being read.
  private struct Collection {
    let isMapping: Bool
    /// Whether it stands in brackets, so that its end is marked.
    let isFlow: Bool
    let start: Int
    var elements: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var key: YAMLNode?
  }

  /// The first document; nil where there is none. Offsets are those of `text`'s own indices.
  package static func read(_ text: ArraySlice<UInt8>) throws(YAMLFault) -> YAMLNode? {
    if let offset = firstTooDeep(text) {
      throw YAMLFault(reason: "brackets are nested too deep", offset: offset)
    }
    var reader = YAMLReader(text)
    return try reader.read()
  }

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text
    offset = text.startIndex
  }

  /// The first bracket that is nested too deep; those in strings count as well.
  private static func firstTooDeep(_ text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for (offset, byte) in zip(text.indices, text) {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        depth += 1
        if depth > deepest { return offset }
      } else if depth > 0, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth -= 1
      }
    }
    return nil
  }

  private mutating func read() throws(YAMLFault) -> YAMLNode? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw YAMLFault(reason: "no memory is left", offset: offset)
    }
    defer { yaml_parser_delete(&parser) }
    // libyaml keeps the pointer, so the bytes are held in place until the last event.
    let bytes = Array(text)
    var fault: YAMLFault?
    bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      fault = readEvents(&parser)
    }
    if let fault { throw fault }
    return root
  }

  private mutating func readEvents(_ parser: inout yaml_parser_t) -> YAMLFault? {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        let reason = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
        return YAMLFault(reason: reason, offset: place(parser.problem_mark.index))
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT { return nil }
      let start = place(event.start_mark.index)
      let end = place(event.end_mark.index)
      if open.count > YAMLReader.deepest {
        return YAMLFault(reason: "collections are nested too deep", offset: start)
      }
      take(event, start, end)
    }
  }

  private mutating func take(_ event: yaml_event_t, _ start: Int, _ end: Int) {
    switch event.type {
    case YAML_MAPPING_START_EVENT:
      let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      open.append(Collection(isMapping: true, isFlow: isFlow, start: start))
    case YAML_SEQUENCE_START_EVENT:
      let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      open.append(Collection(isMapping: false, isFlow: isFlow, start: start))
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      guard let last = open.popLast() else { return }
      let content = last.isMapping ? YAMLNode.Content.mapping(last.entries) : .sequence(last.elements)
      // The mark of a block's end stands after the blank lines below it.
      let lastEnd = last.isFlow ? end : last.elements.last?.end ?? last.entries.last?.value.end
      add(YAMLNode(content: content, start: last.start, end: lastEnd ?? end))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      add(YAMLNode(content: YAMLReader.content(bytes, isPlain: isPlain), start: start, end: end))
    case YAML_ALIAS_EVENT:
      let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
      add(YAMLNode(content: .alias(name), start: start, end: end))
    default: break
    }
  }

  private static func content(_ bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> YAMLNode.Content {
    let value = String(decoding: bytes, as: UTF8.self)
    return isPlain && (value.isEmpty || value == "~" || value == "null") ? .null : .scalar(value)
  }

  private mutating func add(_ node: YAMLNode) {
    guard !open.isEmpty else {
      root = root ?? node
      return
    }
    let last = open.count - 1
    if !open[last].isMapping {
      open[last].elements.append(node)
    } else if let key = open[last].key {
      open[last].entries.append(YAMLNode.Entry(key: key, value: node))
      open[last].key = nil
    } else {
      open[last].key = node
    }
  }

  /// The byte offset of a mark. Marks come in order but for those of empty scalars and collections' ends.
  private mutating func place(_ index: Int) -> Int {
    while index < characters {
      offset -= 1
      while offset > text.startIndex, text[offset] & 0xC0 == 0x80 { offset -= 1 }
      characters -= 1
    }
    while characters < index, offset < text.endIndex {
      offset += 1
      while offset < text.endIndex, text[offset] & 0xC0 == 0x80 { offset += 1 }
      characters += 1
    }
    return offset
  }
}
