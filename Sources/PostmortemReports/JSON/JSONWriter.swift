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

  /// Runs without a character to be escaped are copied whole.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(byte)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
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

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
