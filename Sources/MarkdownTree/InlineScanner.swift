/// Reads inline markup: fills `plain` and `styles` for one leaf after the other and collects links and comments.
///
/// Every step is linear in the length of the leaf, whatever it holds.
struct InlineScanner {
  let canvas: Canvas
  let definitions: Definitions
  /// By byte, whether it may mean something.
  private let specials: [Bool]
  private let hasBareHosts: Bool

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
    self.hasBareHosts = hasBareHosts
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
    let (text, plain, limit, hasBareHosts) = (canvas.text, canvas.plain, limit, hasBareHosts)
    return specials.withUnsafeBufferPointer { specials in
      var offset = start
      while offset < limit {
        if !hasBareHosts { offset = Self.copyLetters(text, plain, from: offset, to: limit) }
        let stop = min(limit, offset + 8)
        while offset < stop {
          if specials[Int(text[offset])] { return offset }
          plain[offset] = text[offset]
          offset += 1
        }
      }
      return offset
    }
  }

  /// Copies letters, blanks, digits and the marks before them eight at a time, as long as there are eight.
  @inline(__always)
  private static func copyLetters(
    _ text: UnsafeMutableBufferPointer<UInt8>, _ plain: UnsafeMutableBufferPointer<UInt8>, from start: Int,
    to limit: Int
  ) -> Int {
    guard let text = text.baseAddress, let plain = plain.baseAddress else { return start }
    let (source, target) = (UnsafeRawPointer(text), UnsafeMutableRawPointer(plain))
    var offset = start
    while offset + 8 <= limit {
      let eight = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard Self.areOrdinary(eight) else { break }
      target.storeBytes(of: eight, toByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    return offset
  }

  /// Whether eight bytes are ASCII letters, blanks, or from "+" to "9".
  @inline(__always)
  private static func areOrdinary(_ eight: UInt64) -> Bool {
    let every: UInt64 = 0x0101_0101_0101_0101
    let low = eight & (every &* 0x7F)
    let folded = low | every &* 0x20
    let letters = (folded &+ every &* 0x1F) & ~(folded &+ every &* 0x05)
    let marks = (low &+ every &* 0x55) & ~(low &+ every &* 0x46)
    let blanks = ~((low ^ every &* 0x20) &+ every &* 0x7F)
    return (letters | marks | blanks) & ~eight & (every &* 0x80) == every &* 0x80
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
