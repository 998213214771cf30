internal import CYAML

/// Reads the scalars of a YAML mapping from libyaml's events.
struct YAMLFields {
  /// Longer blocks are read line by line: no person wrote them.
  private static let longest = 1 << 18

  // libyaml looks at every open bracket for each token.
  private static let deepestFlow = 100

  private let text: ArraySlice<UInt8>
  private var fields: [FrontMatter.Field] = []
  private var keys: [Key] = []
  private var kinds: [Bool] = []
  private var list: (values: [String], start: Int, end: Int)?
  // libyaml counts characters; both counts go forward together.
  private var characters = 0
  private var offset: Int

  private struct Key {
    var text: String?
    var span = SourceSpan(0, 0)
  }

  static func read(_ text: ArraySlice<UInt8>) -> [FrontMatter.Field] {
    guard text.count <= longest, flowDepth(text) <= deepestFlow else {
      return KeyValueFields.readBrokenYAML(text)
    }
    var reader = YAMLFields(text)
    guard reader.read() else { return KeyValueFields.readBrokenYAML(text) }
    return reader.fields
  }

  /// How deep flow lists and mappings may be nested; brackets in strings count as well.
  private static func flowDepth(_ text: ArraySlice<UInt8>) -> Int {
    var (depth, deepest) = (0, 0)
    for byte in text {
      if byte == Ascii.openBracket || byte == UInt8(ascii: "{") {
        depth += 1
        deepest = max(deepest, depth)
      } else if depth > 0, byte == Ascii.closeBracket || byte == UInt8(ascii: "}") {
        depth -= 1
      }
    }
    return deepest
  }

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text
    offset = text.startIndex
  }

  /// False if the text is no YAML.
  private mutating func read() -> Bool {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return false }
    defer { yaml_parser_delete(&parser) }
    let copy = text
    return copy.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      return readEvents(&parser)
    }
  }

  private mutating func readEvents(_ parser: inout yaml_parser_t) -> Bool {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { return false }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT { return true }
      take(event)
    }
  }

  private mutating func take(_ event: yaml_event_t) {
    switch event.type {
    case YAML_MAPPING_START_EVENT:
      skipValue()
      kinds.append(true)
      keys.append(Key())
    case YAML_SEQUENCE_START_EVENT:
      if kinds.last == true, kinds.count <= 2, keys.last?.text != nil {
        let start = place(event.start_mark.index)
        list = ([], start, start)
      }
      kinds.append(false)
    case YAML_MAPPING_END_EVENT:
      keys.removeLast()
      kinds.removeLast()
      endValue()
    case YAML_SEQUENCE_END_EVENT:
      kinds.removeLast()
      endList()
    case YAML_SCALAR_EVENT: takeScalar(event)
    case YAML_ALIAS_EVENT: if kinds.last == true { endValue(aliasing: true) }
    default: break
    }
  }

  /// A mapping inside a list is not listed.
  private mutating func skipValue() { if kinds.last == false { list = nil } }

  private mutating func takeScalar(_ event: yaml_event_t) {
    let scalar = event.data.scalar
    let value = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), as: UTF8.self)
    let start = place(event.start_mark.index)
    let span = SourceSpan(start, place(event.end_mark.index))
    guard let isMapping = kinds.last else { return }
    if !isMapping {
      list?.values.append(value)
      list?.end = span.end
    } else if keys[keys.count - 1].text == nil {
      keys[keys.count - 1] = Key(text: value, span: span)
    } else {
      add(value, span)
      endValue()
    }
  }

  private mutating func endList() {
    if let list, kinds.last == true, !list.values.isEmpty {
      add(list.values.joined(separator: ", "), SourceSpan(list.start, list.end))
    }
    list = nil
    endValue()
  }

  private mutating func add(_ value: String, _ span: SourceSpan) {
    guard kinds.count <= 2, kinds.allSatisfy({ $0 }), let last = keys.last else { return }
    let key = keys.compactMap(\.text).joined(separator: ".")
    fields.append(FrontMatter.Field(key: key, value: value, keySpan: last.span, valueSpan: span))
  }

  private mutating func endValue(aliasing: Bool = false) {
    guard kinds.last == true, !keys.isEmpty else { return }
    // An alias as a key has no text of its own.
    let isKey = aliasing && keys[keys.count - 1].text == nil
    keys[keys.count - 1] = isKey ? Key(text: "") : Key()
  }

  /// The byte offset of a mark. Marks come in order but for those of empty scalars.
  private mutating func place(_ index: Int) -> Int {
    if index < characters { (characters, offset) = (0, text.startIndex) }
    while characters < index, offset < text.endIndex {
      offset += 1
      while offset < text.endIndex, text[offset] & 0xC0 == 0x80 { offset += 1 }
      characters += 1
    }
    return offset
  }
}
