import PostmortemRules

/// The bytes of a text report as they come, with colours or without.
///
/// A report has thousands of short pieces: strings joined one by one would cost more than finding what they tell.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []
  private let paint: TextPaint

  init(_ paint: TextPaint) { self.paint = paint }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ byte: UInt8, times count: Int) {
    if count > 0 { bytes.append(contentsOf: repeatElement(byte, count: count)) }
  }

  mutating func put(_ number: Int) {
    if number >= 10 { put(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  mutating func put(_ piece: ArraySlice<UInt8>) { bytes.append(contentsOf: piece) }

  /// Text of unknown origin on one line, safe for a terminal.
  mutating func putSafely(_ text: String) {
    var text = text
    text.withUTF8 { SafeText.append($0, to: &bytes) }
  }

  mutating func dim(_ body: (inout TextBuffer) -> Void) { painted(TextPaint.dim, body) }
  mutating func bold(_ body: (inout TextBuffer) -> Void) { painted(TextPaint.bold, body) }

  mutating func severity(_ severity: Severity, _ body: (inout TextBuffer) -> Void) {
    painted(TextPaint.code(of: severity), body)
  }

  @inline(__always)
  private mutating func painted(_ code: StaticString, _ body: (inout TextBuffer) -> Void) {
    if paint.isColored {
      put("\u{1B}[")
      put(code)
      put("m")
    }
    body(&self)
    if paint.isColored { put("\u{1B}[0m") }
  }
}
