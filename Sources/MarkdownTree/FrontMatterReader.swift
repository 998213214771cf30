extension FrontMatter {
  /// The block between two fences at the head of the file. A fence that is not closed begins no front matter.
  init?(of source: SourceText) {
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let format: Format
    switch Self.fence(source, line: 0, from: start) {
    case Ascii.dash: format = .yaml
    case Ascii.plus: format = .toml
    default: return nil
    }
    guard let closing = Self.closingLine(source, format) else { return nil }
    let body = source.start(ofLine: 1)..<source.start(ofLine: closing)
    let text = bytes[body]
    guard Self.looksLikeFields(source, 1..<closing, format) else { return nil }
    let fields =
      switch format {
      case .yaml: YAMLFields.read(text)
      case .toml: KeyValueFields.readTOML(text)
      }
    self.init(format: format, span: SourceSpan(start, source.span(ofLine: closing).end), fields: fields)
  }

  /// Whether the lines between two fences are fields, and not a report between two thematic breaks: at least one is
  /// `key: value`, and none that begins at the margin is prose.
  private static func looksLikeFields(_ source: SourceText, _ lines: Range<Int>, _ format: Format) -> Bool {
    if format == .toml { return true }
    var hasKey = false
    for line in lines {
      let span = source.span(ofLine: line)
      guard let first = source.bytes[span.range].first else { continue }
      if source.bytes[span.range].starts(with: Array("##".utf8)) { return false }
      if Ascii.isBlank(first) || "#-]}\"'".utf8.contains(first) { continue }
      guard let colon = source.bytes[span.range].prefix(48).firstIndex(of: UInt8(ascii: ":")),
        source.bytes[span.start..<colon].count(where: Ascii.isBlank) <= 2
      else { return false }
      hasKey = true
    }
    return hasKey || lines.allSatisfy { source.span(ofLine: $0).isEmpty }
  }

  /// The mark of a line that holds three of it and nothing else but trailing blanks.
  private static func fence(_ source: SourceText, line: Int, from start: Int) -> UInt8? {
    let end = source.span(ofLine: line).end
    guard end - start >= 3 else { return nil }
    let mark = source.bytes[start]
    guard source.bytes[start + 1] == mark, source.bytes[start + 2] == mark else { return nil }
    return source.bytes[start + 3..<end].allSatisfy(Ascii.isBlank) ? mark : nil
  }

  private static func closingLine(_ source: SourceText, _ format: Format) -> Int? {
    for line in 1..<max(1, source.lineCount) {
      let mark = fence(source, line: line, from: source.start(ofLine: line))
      switch format {
      case .yaml where mark == Ascii.dash || mark == Ascii.dot: return line
      case .toml where mark == Ascii.plus: return line
      default: break
      }
    }
    return nil
  }
}
