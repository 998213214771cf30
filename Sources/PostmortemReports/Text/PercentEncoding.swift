/// Bytes written as `%0A`.
enum PercentEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// A path as a relative reference of RFC 3986: all but letters, digits, `-._~` and the slashes is encoded.
  static func path(_ path: String) -> String {
    if path.utf8.allSatisfy(isPlain) { return path }
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if isPlain(byte) { bytes.append(byte) } else { append(byte, to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
