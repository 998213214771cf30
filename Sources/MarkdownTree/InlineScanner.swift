/// Reads inline markup: fills `plain` and `styles` for one leaf after the other and collects links and comments.
///
/// Every step is linear in the length of the leaf, whatever it holds.
struct InlineScanner {
  let canvas: Canvas
  let definitions: Definitions
  /// By byte, whether it may mean something.
  private let specials: [Bool]

  var links: [Link] = []
  var images: [Link] = []
  var comments: [SourceSpan] = []
  /// The tags of the last leaf that end or open a line, in order.
  var tags: [HTMLTag] = []

  // The state of one leaf.
  var limit = 0
  var start = 0
  var delimiters: [Delimiter] = []
  var bottoms: [Int] = []
  var brackets: [Bracket] = []
  var inactiveBrackets = 0
  var ranges: [StyledRange] = []
  var openTags: [HTMLTag] = []
  var backticks = BacktickRuns()
  var missing = MissingMarks()

  init(canvas: Canvas, definitions: Definitions, hasBareHosts: Bool) {
    self.canvas = canvas
    self.definitions = definitions
    specials = hasBareHosts ? Self.specialsWithHosts : Self.ordinarySpecials
  }

  private static let ordinarySpecials = specials("\t\n\r!&*:<[\\]_`~")
  private static let specialsWithHosts = specials("\t\n\r!&*:<[\\]_`~wW")

  private static func specials(_ marks: StaticString) -> [Bool] {
    var table = [Bool](repeating: false, count: 0x80) + [Bool](repeating: true, count: 0x80)
    marks.withUTF8Buffer { for mark in $0 { table[Int(mark)] = true } }
    return table
  }

  /// Scans the Markdown text of a leaf.
  mutating func scan(_ range: Range<Int>) {
    start = range.lowerBound
    limit = range.upperBound
    if !tags.isEmpty { tags.removeAll(keepingCapacity: true) }
    missing = MissingMarks()
    backticks.forget()
    var offset = start
    while true {
      offset = copyOrdinary(from: offset)
      guard offset < limit else { break }
      offset = scanSpecial(canvas.text[offset], at: offset)
    }
    finishLeaf()
  }

  /// Copies bytes that mean nothing but themselves; gives the offset after them.
  @inline(__always)
  private mutating func copyOrdinary(from start: Int) -> Int {
    let (text, plain, limit) = (canvas.text, canvas.plain, limit)
    return specials.withUnsafeBufferPointer { specials in
      var offset = start
      while offset < limit, !specials[Int(text[offset])] {
        plain[offset] = text[offset]
        offset += 1
      }
      return offset
    }
  }

  private mutating func scanSpecial(_ byte: UInt8, at offset: Int) -> Int {
    switch byte {
    case Ascii.tab, Ascii.lineFeed, Ascii.carriageReturn: offset + 1
    case Ascii.backslash: scanEscape(at: offset)
    case Ascii.backtick: scanCode(at: offset)
    case Ascii.asterisk, Ascii.underscore, Ascii.tilde: scanDelimiters(byte, at: offset)
    case Ascii.openBracket: openBracket(at: offset, isImage: false)
    case Ascii.closeBracket: closeBracket(at: offset)
    case Ascii.exclamation: scanExclamation(at: offset)
    case Ascii.less: scanAngle(at: offset)
    case Ascii.ampersand: canvas.copyEntity(at: offset, limit: limit)
    case Ascii.colon: scanColon(at: offset)
    case UInt8(ascii: "w"), UInt8(ascii: "W"): scanBareHost(at: offset)
    default: canvas.copyWide(at: offset, limit: limit)
    }
  }

  private func scanEscape(at offset: Int) -> Int {
    guard offset + 1 < limit else { return keep(offset) }
    let next = canvas.text[offset + 1]
    if Ascii.isPunctuation(next) {
      canvas.mark(offset..<offset + 1)
      canvas.plain[offset + 1] = next
      return offset + 2
    }
    if Ascii.isLineEnd(next) {
      canvas.mark(offset..<offset + 1)
      return offset + 1
    }
    return keep(offset)
  }

  /// Keeps the byte at `offset` as text.
  func keep(_ offset: Int) -> Int {
    canvas.plain[offset] = canvas.text[offset]
    return offset + 1
  }

  private mutating func scanExclamation(at offset: Int) -> Int {
    guard offset + 1 < limit, canvas.text[offset + 1] == Ascii.openBracket else { return keep(offset) }
    return openBracket(at: offset, isImage: true)
  }

  private mutating func scanCode(at offset: Int) -> Int {
    var content = offset
    while content < limit, canvas.text[content] == Ascii.backtick { content += 1 }
    let count = content - offset
    guard let close = backticks.find(count, from: content, limit: limit, in: canvas.text) else {
      for tick in offset..<content { canvas.plain[tick] = Ascii.backtick }
      return content
    }
    canvas.mark(offset..<content)
    canvas.copyText(content..<close)
    canvas.add(.code, to: content..<close)
    canvas.mark(close..<close + count)
    return close + count
  }

  private mutating func finishLeaf() {
    if !delimiters.isEmpty { matchDelimiters(from: 0) }
    if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    inactiveBrackets = 0
    if !openTags.isEmpty { openTags.removeAll(keepingCapacity: true) }
    if !ranges.isEmpty { applyRanges() }
  }
}

/// Where runs of backticks stand, so that no search for a closing run is made twice in vain.
struct BacktickRuns {
  private static let longest = 80
  private var last: [Int] = []

  mutating func forget() { if !last.isEmpty { last.removeAll(keepingCapacity: true) } }

  /// The start of the next run of exactly `count` backticks.
  mutating func find(
    _ count: Int, from start: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    guard count <= Self.longest else { return nil }
    if !last.isEmpty, last[count] < start { return nil }
    var offset = start
    while let run = Self.run(from: offset, limit: limit, in: text) {
      if run.count == count { return run.lowerBound }
      offset = run.upperBound
    }
    rememberRuns(from: start, limit: limit, in: text)
    return nil
  }

  private static func run(
    from start: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>
  ) -> Range<Int>? {
    var offset = start
    while offset < limit, text[offset] != Ascii.backtick { offset += 1 }
    guard offset < limit else { return nil }
    let first = offset
    while offset < limit, text[offset] == Ascii.backtick { offset += 1 }
    return first..<offset
  }

  /// Only a search to the end knows the last run of every length.
  private mutating func rememberRuns(
    from start: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard last.isEmpty else { return }
    last.append(contentsOf: repeatElement(-1, count: Self.longest + 1))
    var offset = start
    while let run = Self.run(from: offset, limit: limit, in: text) {
      if run.count <= Self.longest { last[run.count] = run.lowerBound }
      offset = run.upperBound
    }
  }
}

/// Marks that were searched to the end of the leaf in vain.
struct MissingMarks {
  var commentEnd = false
  var instructionEnd = false
  var declarationEnd = false
  var characterDataEnd = false
}
