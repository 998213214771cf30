/// Writes JSON as it comes, keys in the order of the calls.
///
/// Our own because Foundation's encoder wants the whole value first, sorts or scatters keys, and links ICU.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// With indentation each value stands on its own line.
  public init(isIndented: Bool = false) { self.isIndented = isIndented }

  public mutating func object(_ members: (inout JSONWriter) -> Void) { nest("{", "}", members) }
  public mutating func array(_ elements: (inout JSONWriter) -> Void) { nest("[", "]", elements) }

  public mutating func array<S: Sequence>(of items: S, _ element: (inout JSONWriter, S.Element) -> Void) {
    array { json in for item in items { element(&json, item) } }
  }

  /// A key; its value must follow.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    followsKey = true
  }

  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    number(value)
  }

  public mutating func member(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  public mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    boolean(value)
  }

  /// A member whose value `body` writes.
  public mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    body(&self)
  }

  /// A member that is an array.
  public mutating func members<S: Sequence>(
    _ name: String, of items: S, _ element: (inout JSONWriter, S.Element) -> Void
  ) {
    key(name)
    array(of: items, element)
  }

  public mutating func string(_ value: String?) {
    guard var text = value else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { append($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Runs without a character to be escaped are copied whole. What a terminal would act on is escaped as well: people
  /// look at JSON, too.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var (start, offset) = (0, 0)
    while offset < text.count {
      if Self.isPlain(text[offset]) {
        offset += 1
        continue
      }
      let step = ScalarReader.step(in: text, at: offset, end: text.count)
      if step.scalar.isASCII || ScalarWidth.isUnsafe(step.scalar) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<offset]))
        append(step.scalar)
        start = offset + step.length
      }
      offset += step.length
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether a byte begins nothing that is escaped, or is no beginning.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    if byte < 0x7F { return byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") }
    return byte != 0x7F && byte != 0xC2 && byte != 0xD8 && byte != 0xE2
  }

  /// Members that were written elsewhere.
  mutating func members(_ written: [UInt8]) {
    separate()
    bytes.append(contentsOf: written)
  }

  public mutating func number(_ value: Int?) { literal(value.map { String($0) } ?? "null") }

  /// A whole number is written without a fraction; what JSON cannot hold is null.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    literal(Int(exactly: value).map { String($0) } ?? "\(value)")
  }

  public mutating func boolean(_ value: Bool?) { literal(value.map { $0 ? "true" : "false" } ?? "null") }
  public mutating func null() { literal("null") }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func nest(_ open: Character, _ close: Character, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(contentsOf: open.utf8)
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(contentsOf: close.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0, !followsKey { breakLine() }
    followsKey = false
    needsComma = true
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    default:
      let digits = String(scalar.value, radix: 16)
      bytes.append(contentsOf: "\\u".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
