import PostmortemRules

/// The bytes of a text report as they come, with colours or without.
///
/// A report has thousands of short pieces: strings joined one by one would cost more than finding what they tell.
struct TextBuffer {
  /// Longer than what was put, so that a piece is copied without asking for room each time.
  private var room: [UInt8]
  private var count = 0
  private let paint: TextPaint

  init(_ paint: TextPaint, capacity: Int) {
    self.paint = paint
    room = [UInt8](repeating: 0, count: capacity)
  }

  var bytes: [UInt8] { Array(room[..<count]) }

  /// Gives `body` room for some bytes.
  @inline(__always)
  private mutating func extend(by length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    if count + length > room.count {
      room.append(contentsOf: repeatElement(0, count: max(room.count, length)))
    }
    let start = count
    room.withUnsafeMutableBufferPointer { room in
      if let base = room.baseAddress { body(base + start) }
    }
    count += length
  }

  mutating func put(_ byte: UInt8) { extend(by: 1) { $0.pointee = byte } }

  mutating func put(_ text: StaticString) { text.withUTF8Buffer { put($0) } }

  private mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    extend(by: text.count) { $0.update(from: base, count: text.count) }
  }

  mutating func put(_ byte: UInt8, times count: Int) {
    if count > 0 { extend(by: count) { $0.update(repeating: byte, count: count) } }
  }

  mutating func put(_ number: Int) {
    if number >= 10 { put(number / 10) }
    put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  mutating func put(_ piece: [UInt8]) { piece.withUnsafeBufferPointer { put($0) } }

  /// Text of unknown origin on one line, safe for a terminal.
  mutating func putSafely(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.plainEnd(from: 0, to: bytes.count) == bytes.count { return put(bytes) }
      var safe: [UInt8] = []
      SafeText.append(bytes, to: &safe)
      put(safe)
    }
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
