import MarkdownTree

/// A source line as a terminal can show it, cut around a place, with what stands below the place.
struct Excerpt {
  /// The columns that a line may take, and how many of them may stand before the place.
  private static let limit = 100
  private static let lead = 40

  /// The line's text in UTF-8, safe to print.
  let text: [UInt8]
  /// Columns before the place and columns that it takes, at least 1.
  let indent: Int
  let width: Int

  /// The first line of `span`.
  init(of span: SourceSpan, in source: SourceText) {
    let line = source.span(ofLine: source.line(at: span.start))
    let place = SourceSpan(min(max(span.start, line.start), line.end), min(span.end, line.end))
    var canvas = ColumnCanvas()
    source.bytes.withUnsafeBufferPointer { bytes in
      let start = Self.windowStart(of: place.start, lineStart: line.start, in: bytes)
      if start > line.start { canvas.put("…") }
      canvas.draw(bytes, from: start, to: line.end, place: place, limit: Self.limit)
    }
    text = canvas.text
    indent = canvas.placeStart ?? canvas.column
    width = max(1, (canvas.placeEnd ?? canvas.column) - indent)
  }

  /// Where the shown part begins: the line's start if the place is near it, else some characters before the place.
  private static func windowStart(
    of place: Int, lineStart: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if place - lineStart <= lead { return lineStart }
    var start = place
    var characters = 0
    while start > lineStart, characters < lead {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 || place - start > 4 * lead { characters += 1 }
    }
    return start == lineStart ? start : wordStart(from: start, to: place, in: bytes)
  }

  /// The next word's start, so that no word is shown in part; `start` if none begins before the place.
  private static func wordStart(from start: Int, to place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = start
    while offset < min(place, start + lead / 2) {
      offset += 1
      if bytes[offset - 1] == 0x20 { return offset }
    }
    return start
  }
}

/// Text laid out in columns, with the place to be marked.
private struct ColumnCanvas {
  private static let tabWidth = 4

  var text: [UInt8] = []
  var column = 0
  var placeStart: Int?
  var placeEnd: Int?
  private var joins = false
  private var lastWidth = 0

  mutating func put(_ piece: StaticString) {
    piece.withUTF8Buffer { text.append(contentsOf: $0) }
    column += 1
  }

  mutating func draw(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, place: SourceSpan, limit: Int
  ) {
    text.reserveCapacity(text.count + min(end - start, limit) + 8)
    var offset = start
    while offset < end {
      if offset >= place.start, placeStart == nil { placeStart = column }
      if offset >= place.end, placeEnd == nil { placeEnd = column }
      // Marks without a width never fill a line; the second bound ends a line of nothing else.
      if column >= limit || offset - start > 8 * limit { break }
      let byte = bytes[offset]
      if byte >= 0x20, byte < 0x7F, !joins {
        var stop = min(end, offset + limit - column, start + 8 * limit + 1)
        if offset < place.start { stop = min(stop, place.start) }
        if offset < place.end { stop = min(stop, place.end) }
        offset = addPlain(bytes, from: offset, to: stop)
      } else {
        let step = ScalarReader.step(in: bytes, at: offset, end: end)
        add(step.scalar)
        offset += step.length
      }
    }
    if offset < end { put("…") }
    if placeStart == nil { placeStart = column }
    if placeEnd == nil { placeEnd = column }
  }

  /// Adds printable ASCII up to another character; gives the offset of that.
  private mutating func addPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let offset = bytes.plainEnd(from: start, to: end)
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
    column += offset - start
    lastWidth = 1
    return offset
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar == "\t" {
      let blanks = Self.tabWidth - column % Self.tabWidth
      text.append(contentsOf: repeatElement(0x20, count: blanks))
      column += blanks
    } else if scalar == "\u{FEFF}" {
      return
    } else if ScalarWidth.isUnsafe(scalar) {
      let shown = SafeText.escape(scalar).utf8
      text.append(contentsOf: shown)
      column += shown.count
    } else {
      let width = columns(of: scalar)
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      column += width
      joins = scalar == "\u{200D}"
    }
  }

  /// A scalar after a joiner, or a skin tone, is drawn into the emoji before it; the emoji selector widens it.
  private mutating func columns(of scalar: Unicode.Scalar) -> Int {
    if joins { return 0 }
    if scalar == "\u{FE0F}" {
      defer { lastWidth = 2 }
      return lastWidth == 1 ? 1 : 0
    }
    if lastWidth == 2, (0x1F3FB...0x1F3FF).contains(scalar.value) { return 0 }
    let width = ScalarWidth.columns(of: scalar)
    if width > 0 { lastWidth = width }
    return width
  }
}
