/// Whether a text is well-formed XML, as far as our reports use it: elements, attributes, text and references.
struct XMLCheck {
  private let bytes: [UInt8]
  private var offset = 0
  private var open: [ArraySlice<UInt8>] = []

  /// What is wrong; nil where nothing is.
  static func fault(in bytes: [UInt8]) -> String? {
    var check = XMLCheck(bytes: bytes)
    while check.offset < bytes.count {
      let isWell = bytes[check.offset] == UInt8(ascii: "<") ? check.readTag() : check.readText(to: "<")
      if !isWell { return "at \(check.offset)" }
    }
    return check.open.isEmpty ? nil : "an element is open"
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readTag() -> Bool {
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) else { return false }
    let body = bytes[(offset + 1)..<end]
    let name = body.prefix { $0 != 0x20 && $0 != UInt8(ascii: "/") }
    if body.first == UInt8(ascii: "?") { return offset == 0 && advance(to: end + 1) }
    if body.first == UInt8(ascii: "/") { return open.popLast() == body.dropFirst() && advance(to: end + 1) }
    offset += 1 + name.count
    while bytes[offset] == 0x20 { if !readAttribute() { return false } }
    let isEmpty = bytes[offset] == UInt8(ascii: "/")
    if !isEmpty { open.append(name) }
    return !name.isEmpty && offset + (isEmpty ? 1 : 0) == end && advance(to: end + 1)
  }

  private mutating func readAttribute() -> Bool {
    offset += 1
    let name = bytes[offset...].prefix { (0x61...0x7A).contains($0 | 0x20) }
    offset += name.count
    guard !name.isEmpty, bytes[offset...].starts(with: [0x3D, 0x22]) else { return false }
    offset += 2
    return readText(to: "\"") && advance(to: offset + 1)
  }

  /// Text up to a mark, which stands outside of it; every `&` begins a reference, and there is no `<`.
  private mutating func readText(to mark: Unicode.Scalar) -> Bool {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: mark)) ?? bytes.count
    let text = bytes[offset..<end]
    if text.contains(UInt8(ascii: "<")) || text.contains(where: { $0 < 0x20 && $0 != 0x0A }) { return false }
    for start in text.indices where text[start] == UInt8(ascii: "&") {
      let name = String(decoding: text[(start + 1)...].prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
      let isNumber = name.hasPrefix("#") && name.dropFirst().allSatisfy(\.isNumber)
      if !isNumber && !["amp", "lt", "gt", "quot", "apos"].contains(name) { return false }
    }
    return advance(to: end)
  }

  private mutating func advance(to place: Int) -> Bool {
    offset = place
    return true
  }
}
